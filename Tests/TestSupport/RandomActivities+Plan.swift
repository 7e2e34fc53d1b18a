public import Headway

extension RandomActivities {
    /// The lists of a plan that a file of scheduling research has become: a day is a unit, all relations are from finish to start.
    public init(plan: Plan) {
        let day: Int32 = 1440
        durations = plan.tasks.integers(.duration)!.map { $0 / day }
        let from = plan.dependencies.integers(.predecessor) ?? [], to = plan.dependencies.integers(.successor) ?? []
        arcs = zip(from, to).map { from, to in
            let predecessor = ElementReference(raw: from).row
            return ActivityArc(
                predecessor: Int32(predecessor), successor: Int32(ElementReference(raw: to).row), weight: durations[predecessor]
            )
        }
        let dates = plan.tasks.integers(.constraintDate) ?? durations.map { _ in Cell.absent }
        releases = dates.map { $0 == Cell.absent ? 0 : ($0 - plan.settings.epoch.minutes) / day }
        resources = (plan.teams.numbers(.capacity) ?? []).map { ActivityResource(capacity: Int32($0)) }
        let (tasks, teams) = (plan.assignments.integers(.task) ?? [], plan.assignments.integers(.team) ?? [])
        let units = plan.assignments.numbers(.units) ?? []
        demands = tasks.indices.map { ActivityDemand(activity: tasks[$0], resource: teams[$0], units: Int32(units[$0])) }
    }
}
