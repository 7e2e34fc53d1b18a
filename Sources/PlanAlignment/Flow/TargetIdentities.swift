import PlanModel
import PlanNetwork
import PlanStatistics

/// An order of initiatives, goals and projects that depends on their names alone, whatever the order of rows.
struct TargetIdentities {
    private let hashes: [[UInt64]]
    private let tree: TargetTree

    init(_ plan: Plan, _ tree: TargetTree) {
        self.tree = tree
        hashes = [plan.initiatives.raw, plan.goals.raw, plan.projects.raw].map(Self.hashes)
    }

    private static func hashes(_ table: RawTable) -> [UInt64] {
        table.index?.identities ?? (0..<table.count).map { Identity.of(table.identifier($0)) }
    }

    /// Whether one element stands before another: initiatives, goals, projects, each by the hashes of their ids.
    func isBefore(_ left: Int32, _ right: Int32) -> Bool { key(left) < key(right) }

    private func key(_ element: Int32) -> (Int, UInt64, Int32) {
        let row = tree.row(Int(element))
        return switch tree.kind(Int(element)) {
        case .plan: (0, 0, 0)
        case .initiative: (1, hashes[0][row], element)
        case .goal: (2, hashes[1][row], element)
        case .project: (3, hashes[2][row], element)
        }
    }
}
