import PlanModel
import PlanNetwork
import PlanSchedule

extension LevelReport {
    /// Rows of a list for people; JSON has all.
    private static let listed = 10

    /// The levelled schedule for people: finish against the plain plan, targets, who was waited for, what cannot be met, overload.
    public func text(_ style: Style) -> String {
        var lines = wrapped(headline, width: style.width).map { style.paint($0, .heading) } + [""]
        lines += wrapped(made, width: style.width)
        for block in [targetLines(style), waitLines(style), shortfallLines(style), loadLines(style)] where !block.isEmpty {
            lines += [""] + block
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let minutes = moved(levelled.finish, from: plain.finish)
        let done =
            "\(printable(plan.settings.name)): done \(Spelling.lastDay(levelled.date(levelled.finish))) with the people there are"
        if minutes == 0 { return done + ", when the plain plan is." }
        let later = Spelling.days(abs(minutes), plan.settings.units)
        return
            "\(done), \(later) of work \(minutes > 0 ? "after" : "before") the plain plan (\(Spelling.lastDay(plain.date(plain.finish))))."
    }

    private var made: String {
        let rule = result.rule.map { "rule \($0.rawValue)" } ?? "a search over activity lists"
        let seed = choice.budget.map { ", seed \($0.seed)" } ?? ""
        return "Data date \(Spelling.day(plan.settings.dataDate)) · \(rule), \(result.scheme.rawValue) scheme, the best of "
            + "\(Spelling.count(result.schedules, "schedule"))\(seed)"
    }

    private func targetLines(_ style: Style) -> [String] {
        let kinds: [TargetKind] = names.tree.initiatives > 0 ? [.initiative] : [.goal, .project]
        let shown = names.ordered(1..<names.tree.count).filter { kinds.contains(names.tree.kind($0)) }
        guard !shown.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "Target", isFlexible: true), .init(title: "Due", isRight: true),
            .init(title: "Plain plan", isRight: true),
            .init(title: "With people", isRight: true), .init(title: "Later by", isRight: true),
        ])
        for target in shown {
            let (before, after) = (plainTargets.finish[target], targets.finish[target])
            let due = names.tree.due[target]
            table.add([
                .init(names.title(target)), .init(names.due(target).map(Spelling.lastDay) ?? "-"),
                .init(before < 0 ? "no tasks" : Spelling.lastDay(plain.date(before))),
                .init(after < 0 ? "-" : Spelling.lastDay(levelled.date(after)), due < Int32.max && after > due ? .bad : nil),
                .init(after < 0 ? "-" : Spelling.days(moved(after, from: before), plan.settings.units)),
            ])
        }
        return [style.heading("Targets")] + table.lines(style)
    }

    private func waitLines(_ style: Style) -> [String] {
        let all = waits
        guard !all.isEmpty else { return [style.heading("Nobody waits for people")] }
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: ""), .init(title: "Tasks", isRight: true),
            .init(title: "Wait in all", isRight: true),
        ])
        for entry in all.prefix(Self.listed) {
            table.add([
                .init(holders.name(entry.resource)), .init(holders.id(entry.resource)), .init(Spelling.count(entry.tasks)),
                .init(Spelling.days(entry.minutes, plan.settings.units)),
            ])
        }
        let rest = all.dropFirst(Self.listed)
        if !rest.isEmpty {
            table.add([
                .init("\(Spelling.count(rest.count)) more"), "", .init(Spelling.count(rest.reduce(0) { $0 + $1.tasks })),
                .init(Spelling.days(rest.reduce(0) { $0 + $1.minutes }, plan.settings.units)),
            ])
        }
        table.add([
            .init("in all", .heading), "", .init(Spelling.count(all.reduce(0) { $0 + $1.tasks })),
            .init(Spelling.days(all.reduce(0) { $0 + $1.minutes }, plan.settings.units)),
        ])
        return [style.heading("Who is waited for")] + table.lines(style)
    }

    private func shortfallLines(_ style: Style) -> [String] {
        guard !schedule.shortfalls.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "Task"), .init(title: "Needs", isFlexible: true), .init(title: "", isRight: true),
            .init(title: "At most", isRight: true), .init(title: "So"),
        ])
        for shortfall in schedule.shortfalls.prefix(Self.listed) {
            let row = Int(levelled.network.structure.taskOfNode[shortfall.node])
            table.add([
                .init(plan.tasks.text(.id, row)), .init(holders.name(shortfall.resource)),
                .init(Self.people(shortfall.demanded)),
                .init(Self.people(shortfall.most)), .init(shortfall.isGivenUp ? "goes on without" : "takes all there is"),
            ])
        }
        let more = schedule.shortfalls.count - Self.listed
        return [style.heading("Demands that are never met")] + table.lines(style)
            + (more > 0 ? ["  and \(Spelling.count(more)) more (--format json lists all)"] : [])
    }

    /// An amount as full-time people.
    static func people(_ amount: Int32) -> String {
        let people = Double(amount) / Double(CapacityModel.fullTime)
        return people == people.rounded() ? "\(Int(people))" : "\((people * 100).rounded() / 100)"
    }

    private func loadLines(_ style: Style) -> [String] {
        let over = overAllocated(plainLoads)
        guard !over.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: ""), .init(title: "Week of", isRight: true),
            .init(title: "Demanded", isRight: true), .init(title: "There is", isRight: true),
            .init(title: "Too much", isRight: true),
        ])
        for entry in over.prefix(Self.listed) {
            table.add([
                .init(holders.name(Int(entry.resource))), .init(holders.id(Int(entry.resource))),
                .init(Spelling.day(plainLoads.monday(entry))), .init(days(entry.demanded)),
                .init(entry.available.map(days) ?? "-"), .init(days(entry.over), .bad),
            ])
        }
        let people = Set(over.map(\.resource)).count
        let more = over.count - Self.listed
        return [
            style.heading(
                "Overload of the plain plan: \(Spelling.verb(people, "person or team", "people and teams")), worst weeks first")
        ]
            + table.lines(style)
            + (more > 0 ? ["  and \(Spelling.count(more, "more week")) (--loads --format csv lists all)"] : [])
    }

    private func days(_ amountMinutes: Int64) -> String {
        Spelling.days(Int((Double(amountMinutes) / Double(CapacityModel.fullTime)).rounded()), plan.settings.units)
    }
}
