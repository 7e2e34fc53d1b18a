import PlanModel
import PlanNetwork
import PlanStatistics

/// The identities by which a file names the targets, tasks and risks of a plan, and back.
struct ArchiveNames {
    /// By target: `Identity.of` its kind, a colon and its id; the plan's is that of `plan:`.
    let targets: [UInt64]
    private let network: Network

    init(_ plan: Plan, _ network: Network) {
        self.network = network
        let tree = network.structure.targets
        targets = (0..<tree.count).map { target in
            let row = tree.row(target)
            let id =
                switch tree.kind(target) {
                case .plan: ""
                case .initiative: plan.initiatives.raw.identifier(row)
                case .goal: plan.goals.raw.identifier(row)
                case .project: plan.projects.raw.identifier(row)
                }
            return Identity.of("\(tree.kind(target).rawValue):\(id)")
        }
    }

    /// The identity of a network node.
    func node(_ node: Int) -> UInt64 { network.identities[node] }

    /// Targets by identity.
    var targetOf: [UInt64: Int] { Self.places(targets) }

    /// Nodes of tasks by identity.
    var nodeOf: [UInt64: Int] {
        let structure = network.structure
        return Dictionary(
            structure.nodeOfTask.filter { $0 >= 0 }.map { (network.identities[Int($0)], Int($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Events of the risk model by identity.
    var eventOf: [UInt64: Int] { Self.places(network.values.risks.events.map(\.identity)) }

    private static func places(_ identities: [UInt64]) -> [UInt64: Int] {
        Dictionary(identities.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
