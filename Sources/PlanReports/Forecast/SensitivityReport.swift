public import PlanForecast
public import PlanModel
import PlanNetwork
import PlanStatistics

/// What drives the finishes of a forecast, with names: tasks, drivers, risks and merge points.
///
/// Days are working days of the plan's calendar (`minutesPerDay`). A task's days include what drivers and risks add to it, so days of
/// tasks and of events do not sum.
public struct SensitivityReport: Sendable {
    let plan: Plan
    let forecast: Forecast
    let sensitivity: Sensitivity
    let names: TargetNames
    /// All targets of the sensitivity in the order of reports: the plan, then by kind and id.
    let targets: [TargetSensitivity]
    /// What was taken to be certain, tasks first, then by id and change: whatever the order of rows.
    private(set) var runs: [CertainRun] = []

    /// The report of a sensitivity.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - forecast: of the plan's network.
    ///   - sensitivity: of the forecast.
    public init(of plan: Plan, _ forecast: Forecast, _ sensitivity: Sensitivity) {
        (self.plan, self.forecast, self.sensitivity) = (plan, forecast, sensitivity)
        let names = TargetNames(plan, forecast.network)
        self.names = names
        let found = sensitivity.targets.map(\.target)
        targets = (found.filter { $0 == 0 } + names.ordered(found)).map { sensitivity.target($0)! }
        runs = sensitivity.certain.map { ($0, words(for: $0.change)) }.sorted { left, right in
            if (left.1.kind == "task") != (right.1.kind == "task") { return left.1.kind == "task" }
            return left.1.id != right.1.id ? NaturalOrder.isBefore(left.1.id, right.1.id) : left.1.change < right.1.change
        }.map(\.0)
    }

    /// Working minutes of a day.
    var day: Double { Double(plan.settings.units.minutesPerDay) }

    /// The row of a node's task.
    func row(_ node: Int) -> Int { Int(forecast.network.structure.taskOfNode[node]) }

    /// The id and the name of a node's task.
    func task(_ node: Int) -> (id: String, name: String) {
        (plan.tasks.text(.id, row(node)), plan.tasks.text(.name, row(node)))
    }

    /// The word for an event's kind, its id and its name.
    func event(_ place: Int) -> (kind: String, id: String, name: String) {
        let event = forecast.network.values.risks.events[place]
        let kind =
            switch event.kind {
            case .risk: "risk"
            case .driver: "driver"
            case .existence: "existence"
            }
        return (kind, plan.risks.text(.id, Int(event.row)), plan.risks.text(.name, Int(event.row)))
    }

    /// The places of all events, in natural order of their ids.
    var eventsInOrder: [Int] {
        sensitivity.events.map { ($0.event, event($0.event).id) }.sorted { NaturalOrder.isBefore($0.1, $1.1) }.map(\.0)
    }

    /// A change in words of results: the kind of what changes, its id, what becomes of it.
    func words(for change: CertainRun.Change) -> (kind: String, id: String, change: String) {
        switch change {
        case .duration(let node): ("task", task(node).id, "certain")
        case .absence(let place): (event(place).kind, event(place).id, "absent")
        case .mitigation(let place): (event(place).kind, event(place).id, "mitigated")
        }
    }
}
