public import PlanModel
import PlanNetwork

/// What a planner would remark on in a plan that can be computed: loose ends of the cascade, of the logic, of dates and of people.
///
/// Findings never change a number. They come by kind, then in the order of rows, each with its file and line.
public struct PlanFindings: Sendable {
    /// All of them.
    public let all: [Finding]

    /// Looks a plan over.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of the plan's network.
    /// - Complexity: O(rows log rows).
    public init(of plan: Plan, _ schedule: Schedule) {
        let review = PlanReview(plan: plan, schedule: schedule)
        all =
            review.orphans() + review.deadEnds() + review.missingDueDates() + review.dueBeforeFinish() + review.openEnds()
            + review.outOfSequence() + review.duplicateDependencies() + review.unmannedTasks() + review.departedOwners()
            + review.departedAssignees()
    }
}

/// A plan and its schedule, looked over; one method a kind of finding.
struct PlanReview {
    let plan: Plan
    let schedule: Schedule

    var tree: TargetTree { schedule.network.structure.targets }

    /// A finding about a row.
    func finding(_ table: RawTable, _ row: Int, _ column: String?, _ code: String, _ message: String) -> Finding {
        let (file, line) = table.place(ofRow: row)
        return Finding(code: code, file: file, line: line, column: column, message: message)
    }

    /// A row by its kind, id and name: `task T0338 "Install the hub"`.
    func title(_ table: RawTable, _ row: Int) -> String {
        let kind = table.name.rawValue.dropLast()
        return "\(kind) \(table.identifier(row)) \"\(table.texts(1)?[row] ?? "")\""
    }

    /// Whether a task's work is not done.
    func isOpen(_ task: Int) -> Bool { !schedule.isCompleted(node(task)) }

    func node(_ task: Int) -> Int { Int(schedule.network.structure.nodeOfTask[task]) }

    func progress(_ task: Int) -> Progress { schedule.network.values.progress(of: node(task)) }
}
