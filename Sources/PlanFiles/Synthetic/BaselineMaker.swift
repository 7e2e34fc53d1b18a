import PlanModel

/// Writes the approved plan.
struct BaselineMaker {
    private let organisation: Organisation

    init(_ organisation: Organisation) { self.organisation = organisation }

    /// The approved dates of all tasks but those added since.
    func baseline() -> Table<BaselineColumn> {
        let items = organisation.graph.items
        let approved = items.indices.filter { !organisation.progress.isAdded($0, items[$0]) }
        var table = Table<BaselineColumn>()
        let (clock, crews) = (organisation.clock, CrewMaker(organisation))
        table.set(.task, approved.map { organisation.rows.tasks.rowOf[$0] })
        table.set(
            .start,
            approved.map { items[$0].isMilestone ? clock.finish(items[$0].plannedStart) : clock.start(items[$0].plannedStart) })
        table.set(.finish, approved.map { clock.finish(items[$0].plannedFinish) })
        table.set(.duration, approved.map { items[$0].duration })
        table.set(.effort, approved.map { crews.crew(of: $0, items[$0]).effort(items[$0].duration) })
        return table
    }
}
