public import PlanModel
public import PlanNetwork

/// Open tasks that serve no initiative, not even in part, and that somebody is assigned to: what takes people from the strategy.
public struct UnalignedWork: Sendable, Equatable {
    /// Rows of tasks, ascending.
    public let tasks: [Int32]
    /// Minutes that they have left, together.
    public let minutes: Int64
    /// People who are assigned to them themselves, rows, ascending.
    public let people: [Int32]
    /// Of each node of the network whether it is one of them.
    public let isUnaligned: [Bool]

    /// That of a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - alignment: of both.
    ///   - capacity: of the same.
    public init(of plan: Plan, _ network: Network, _ alignment: Alignment, _ capacity: CapacityModel) {
        let cascade = Cascade(plan, network, alignment.graph, alignment.effort)
        var (tasks, isUnaligned) = ([Int32](), [Bool](repeating: false, count: network.structure.nodeCount))
        var (minutes, people) = (Int64(0), Set<Int32>())
        for task in alignment.effort.isOpen.indices where alignment.effort.isOpen[task] && !cascade.serves(task: task) {
            let node = Int(network.structure.nodeOfTask[task])
            guard !capacity.demands(of: node).isEmpty else { continue }
            tasks.append(Int32(task))
            isUnaligned[node] = true
            minutes += alignment.effort.ofTask[task]
            for place in capacity.demands(of: node) where capacity.demandResource[place] < Int32(capacity.personCount) {
                people.insert(capacity.demandResource[place])
            }
        }
        (self.tasks, self.minutes, self.people, self.isUnaligned) = (tasks, minutes, people.sorted(), isUnaligned)
    }
}
