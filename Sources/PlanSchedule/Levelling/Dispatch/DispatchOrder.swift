import PlanModel
import PlanNetwork

/// The numbers of nodes in the dispatcher: open ones first, best in the order in which they are alive, so that what is looked at in turn lies side by
/// side. Results do not depend on it.
struct DispatchOrder: Sendable {
    /// By node of the network: its number; and the other way round.
    let numberOfNode: [Int32], nodes: [Int32]
    /// How many nodes are not done.
    let openCount: Int

    /// - Parameter nodes: all nodes of the network.
    init(_ network: Network, _ nodes: [Int32]) {
        // Where finished work hands on logic, it has a place to be found like all other work.
        let settles = !network.structure.rules.finishedWorkPassesLogic
        func isDone(_ node: Int32) -> Bool { settles && network.values.progress(of: Int(node)) == .completed }
        let open = nodes.filter { !isDone($0) }
        openCount = open.count
        self.nodes = open + nodes.filter(isDone)
        var numbers = [Int32](repeating: 0, count: nodes.count)
        for (number, node) in self.nodes.enumerated() { numbers[Int(node)] = Int32(number) }
        numberOfNode = numbers
    }

    /// Whether a node is not simulated, as it is done.
    func isDone(_ node: Int) -> Bool { Int(numberOfNode[node]) >= openCount }
}
