import PlanModel
import PlanNetwork

/// The names of targets: here indices become words again.
struct TargetNames: Sendable {
    let plan: Plan
    let tree: TargetTree

    init(_ plan: Plan, _ network: Network) { (self.plan, tree) = (plan, network.structure.targets) }

    /// The initiatives, goals and projects among some targets, by kind and then id in natural order, whatever the order of rows.
    func ordered(_ targets: some Collection<Int>) -> [Int] {
        [TargetKind.initiative, .goal, .project].flatMap { kind in
            targets.filter { tree.kind($0) == kind }.map { ($0, id($0)!) }.sorted { NaturalOrder.isBefore($0.1, $1.1) }.map(\.0)
        }
    }

    /// The identifier; `nil` for the plan.
    func id(_ target: Int) -> String? { table(target)?.identifier(tree.row(target)) }

    /// The name.
    func name(_ target: Int) -> String { element(target)?.name ?? plan.settings.name }

    /// Identifier and name: `I5 Finance renewal`.
    func title(_ target: Int) -> String { id(target).map { "\($0) \(name(target))" } ?? "whole plan" }

    /// When it is due.
    func due(_ target: Int) -> LocalDateTime? { element(target)?.due }

    /// The word for a kind of target: the plan's own where it has one.
    func word(_ kind: TargetKind) -> String { plan.settings.levels[kind.rawValue] ?? kind.rawValue }

    func element(_ target: Int) -> CascadeElement? {
        let row = tree.row(target)
        return switch tree.kind(target) {
        case .plan: nil
        case .initiative: plan.initiatives[row]
        case .goal: plan.goals[row]
        case .project: plan.projects[row]
        }
    }

    func table(_ target: Int) -> RawTable? {
        switch tree.kind(target) {
        case .plan: nil
        case .initiative: plan.initiatives.raw
        case .goal: plan.goals.raw
        case .project: plan.projects.raw
        }
    }
}
