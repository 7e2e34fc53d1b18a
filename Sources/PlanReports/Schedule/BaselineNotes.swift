import PlanModel
import PlanSchedule

/// What stands between a plan and its baseline: tasks that only one of them has, and dates that were worked out.
struct BaselineNotes: Sendable {
    /// No more tasks than this are named for people; JSON has all of them.
    private static let namedTasks = 5

    let slippage: Slippage
    /// Ids of tasks that the baseline does not have, and of those that only the baseline has, in natural order.
    let notInBaseline: [String], onlyInBaseline: [String]
    /// Tasks whose start the baseline does not give, where it matters; `nil` where starts explain nothing.
    let startsAssumed: Int?

    init(_ plan: Plan, _ slippage: Slippage, _ baseline: SlipBaseline, startsAssumed: Int? = nil) {
        (self.slippage, self.startsAssumed) = (slippage, startsAssumed)
        func ids(_ rows: [Int], of plan: Plan) -> [String] {
            rows.map { plan.tasks.text(.id, $0) }.sorted(by: NaturalOrder.isBefore)
        }
        notInBaseline = ids(slippage.tasksNotInBaseline, of: plan)
        if case .plan(let other, _, _) = baseline {
            onlyInBaseline = ids(slippage.tasksGone, of: other)
        } else {
            onlyInBaseline = []
        }
    }

    /// The notes for people, two spaces in.
    func lines(_ style: Style) -> [String] {
        sentences.flatMap { wrapped($0, width: style.width - 2, indent: 0).map { "  " + $0 } }
    }

    /// The notes one by one.
    var sentences: [String] {
        var notes: [String] = []
        if slippage.derivedDates > 0 {
            let dates = Spelling.count(slippage.derivedDates, "date")
            notes.append("\(dates) that the baseline does not give, taken from the other date and the duration")
        }
        if let startsAssumed, startsAssumed > 0 {
            let starts = Spelling.count(startsAssumed, "start")
            notes.append("\(starts) that the baseline does not give, taken from its finish and the duration planned now")
        }
        if !notInBaseline.isEmpty { notes.append("\(Self.listed(notInBaseline, "not in the baseline"))") }
        if !onlyInBaseline.isEmpty { notes.append("\(Self.listed(onlyInBaseline, "only in the baseline"))") }
        if !onlyInBaseline.isEmpty, notInBaseline.count == slippage.tasks.count {
            notes.append("no task has the same id in both; are they exports of one tool, with its ids unchanged?")
        }
        return notes
    }

    private static func listed(_ ids: [String], _ place: String) -> String {
        let more = ids.count > namedTasks ? ", …" : ""
        return "\(Spelling.count(ids.count, "task")) \(place): "
            + ids.prefix(namedTasks).map(printable).joined(separator: ", ") + more
    }

    /// The same for programs, as keys of a result.
    func write(to json: inout JSONWriter) {
        json.field("baseline", slippage.baseline)
        json.field("baselineDatesDerived", slippage.derivedDates)
        if let startsAssumed { json.field("baselineStartsAssumed", startsAssumed) }
        for (key, ids) in [("tasksNotInBaseline", notInBaseline), ("tasksOnlyInBaseline", onlyInBaseline)] {
            json.key(key)
            json.array { json in
                for id in ids { json.string(id) }
            }
        }
    }
}
