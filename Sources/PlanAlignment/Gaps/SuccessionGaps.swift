public import PlanModel
public import PlanNetwork

/// What nobody answers for any more once people leave whom a scenario takes away: open elements that they own, and open tasks that they do alone.
public struct SuccessionGaps: Sendable, Equatable {
    /// One of them.
    public struct Gap: Sendable, Equatable {
        /// What is left behind.
        public let element: AlignmentElement
        /// Who leaves, a row.
        public let person: Int32
        /// Their last day ends then.
        public let on: LocalDateTime
        /// Whether they own it; else they are the only one who works on it.
        public let isOwner: Bool
    }

    /// By level and row.
    public let gaps: [Gap]

    /// The gaps that a scenario opens: what is due after a person's last day or has no due date, where that day came or moved forward by the scenario.
    ///
    /// - Parameters:
    ///   - base: the plan as it was; its people are the first rows of the other's.
    ///   - plan: as edited.
    ///   - network: of the edited plan.
    ///   - alignment: of both of these.
    public init(from base: Plan, to plan: Plan, _ network: Network, _ alignment: Alignment) {
        let leavers = Dictionary(
            uniqueKeysWithValues: base.people.rows.compactMap { row -> (Int, LocalDateTime)? in
                guard let end = plan.people.date(.end, row), base.people.date(.end, row).map({ $0 > end }) ?? true else {
                    return nil
                }
                return (row, end)
            })
        guard !leavers.isEmpty else {
            gaps = []
            return
        }
        let cascade = Cascade(plan, network, alignment.graph, alignment.effort)
        let capacity = CapacityModel(of: plan, network)
        var gaps: [Gap] = []
        func add(_ person: Int?, _ element: AlignmentElement, due: LocalDateTime?, isOwner: Bool) {
            guard let person, let end = leavers[person], due.map({ $0 > end }) ?? true else { return }
            gaps.append(Gap(element: element, person: Int32(person), on: end, isOwner: isOwner))
        }
        for target in 1..<max(cascade.tree.count, 1) where cascade.isOpen(target) {
            let due = cascade.tree.due[target]
            add(
                cascade.owner(target), cascade.element(target), due: due == Int32.max ? nil : network.date(of: due),
                isOwner: true)
        }
        for task in cascade.effort.isOpen.indices where cascade.effort.isOpen[task] {
            let owner = cascade.tasks.owner(task)
            add(owner, AlignmentElement(.task, task), due: cascade.tasks.due(task), isOwner: true)
            let demands = capacity.demands(of: Int(network.structure.nodeOfTask[task]))
            guard demands.count == 1, let only = demands.first.map({ Int(capacity.demandResource[$0]) }), only != owner,
                only < capacity.personCount
            else { continue }
            add(only, AlignmentElement(.task, task), due: cascade.tasks.due(task), isOwner: false)
        }
        self.gaps = gaps
    }
}
