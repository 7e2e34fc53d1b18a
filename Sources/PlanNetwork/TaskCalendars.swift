import PlanModel

/// Which calendar each task runs on: its own, else its people's, else its project's, else the plan's.
struct TaskCalendars {
    /// The calendar by task row; empty where every task runs on the plan's.
    private(set) var byTask: [UInt16] = []
    /// Tasks whose people keep different calendars, so that the project's decides.
    private(set) var disputed = 0

    init(of plan: Plan) {
        let people = Self.byAssignment(plan)
        let own = plan.tasks.integers(.calendar)
        let ofProjects = plan.projects.integers(.calendar)
        guard own != nil || ofProjects != nil || people != nil else { return }
        let projects = plan.tasks.integers(.project)
        byTask = Array(repeating: UInt16(plan.settings.calendar), count: plan.tasks.count)
        for row in plan.tasks.rows {
            if let calendar = own?[row], calendar != Cell.none {
                byTask[row] = UInt16(calendar)
            } else if let calendar = people?[row], calendar >= 0 {
                byTask[row] = UInt16(calendar)
            } else {
                if people?[row] == Self.disputedMark { disputed += 1 }
                guard let project = projects?[row], project != Cell.none, let calendar = ofProjects?[Int(project)],
                    calendar != Cell.none
                else { continue }
                byTask[row] = UInt16(calendar)
            }
        }
    }

    private static let disputedMark: Int32 = -2

    /// The calendar that all people of a task share, of those who have one; −1 without one, −2 where they differ; `nil` if nobody has a
    /// calendar.
    private static func byAssignment(_ plan: Plan) -> [Int32]? {
        let (ofPeople, ofTeams) = (plan.people.integers(.calendar), plan.teams.integers(.calendar))
        guard ofPeople != nil || ofTeams != nil, let tasks = plan.assignments.integers(.task) else { return nil }
        let (people, teams) = (plan.assignments.integers(.person), plan.assignments.integers(.team))
        var result = [Int32](repeating: Cell.none, count: plan.tasks.count)
        for row in plan.assignments.rows {
            var calendar = Cell.none
            if let person = people?[row], person >= 0 { calendar = ofPeople?[Int(person)] ?? Cell.none }
            if let team = teams?[row], team >= 0 { calendar = ofTeams?[Int(team)] ?? Cell.none }
            if calendar == Cell.none { continue }
            let task = Int(tasks[row])
            result[task] = result[task] == Cell.none || result[task] == calendar ? calendar : disputedMark
        }
        return result
    }
}
