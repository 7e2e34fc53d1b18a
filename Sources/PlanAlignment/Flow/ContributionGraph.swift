public import PlanModel
public import PlanNetwork

/// Who serves whom, and with what share: the tree and the links beside it, upwards, in compressed rows.
///
/// Elements are the targets of the network's tree: 0 is the whole plan, here the place of what serves no initiative, then initiatives, goals
/// and projects. An element's parent in the tree has weight 1, each link its own (1 where it names none), several to one parent their sum. An
/// initiative keeps a share of weight 1 itself; links hand on the rest. What has no parent serves the plan alone.
public struct ContributionGraph: Sendable {
    /// The cascade.
    public let tree: TargetTree
    /// Parents of each element: `tree.count + 1` values, never decreasing, first 0, last `parents.count`. The plan has none.
    public let offsets: [Int32]
    /// The parents, an initiative among its own; within an element each once, in the order of their names' hashes.
    public let parents: [Int32]
    /// What each parent counts: the weight to twelve digits of the element's largest, a whole number; above 0 together.
    public let weights: [Int64]
    /// The same for tasks that links leave from, in the order of `linkedTasks`.
    let taskOffsets: [Int32], taskParents: [Int32], taskWeights: [Int64]
    /// Rows of tasks that links leave from, ascending.
    let linkedTasks: [Int32]

    /// The arcs out of an element, places in `parents` and `weights`.
    public func arcs(of element: Int) -> Range<Int> { Int(offsets[element])..<Int(offsets[element + 1]) }

    /// The arcs out of a task that links leave from, places in `taskParents` and `taskWeights`.
    func taskArcs(_ place: Int) -> Range<Int> { Int(taskOffsets[place])..<Int(taskOffsets[place + 1]) }

    /// Whether work for an element serves an initiative at least in part; `tree.count` values.
    public func servesInitiative() -> [Bool] {
        var result = [Bool](repeating: false, count: tree.count)
        for element in tree.targets(.initiative) { result[element] = true }
        for element in tree.order.reversed() where element > 0 && !result[Int(element)] {
            result[Int(element)] = arcs(of: Int(element)).contains { weights[$0] > 0 && result[Int(parents[$0])] }
        }
        return result
    }

    /// The graph of a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it; compiling has refused circles and weights that say nothing.
    /// - Complexity: O(elements + links log links).
    public init(of plan: Plan, _ network: Network) {
        let tree = network.structure.targets
        var links = Links(plan, tree)
        (offsets, parents, weights) = links.rows(of: tree)
        linkedTasks = links.taskArcs.keys.sorted()
        (taskOffsets, taskParents, taskWeights) = links.rows(ofTasks: linkedTasks, plan, tree)
        self.tree = tree
    }
}

/// Links gathered by where they leave from.
private struct Links {
    /// Parents and weights of elements and of tasks, links only.
    private(set) var elementArcs: [Int32: [(parent: Int32, weight: Double)]] = [:]
    private(set) var taskArcs: [Int32: [(parent: Int32, weight: Double)]] = [:]
    private let plan: Plan
    private let names: TargetIdentities

    init(_ plan: Plan, _ tree: TargetTree) {
        (self.plan, names) = (plan, TargetIdentities(plan, tree))
        let links = plan.links
        guard let from = links.integers(.from), let to = links.integers(.to) else { return }
        for row in links.rows {
            let (child, parent) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            let kind: TargetKind = LinkColumn.destinations[parent.table] == .goals ? .goal : .initiative
            let arc = (Int32(tree.target(kind, row: parent.row)), links.number(.weight, row) ?? 1)
            switch LinkColumn.sources[child.table] {
            case .tasks:
                if !plan.cancelledTasks.contains(child.row) { taskArcs[Int32(child.row), default: []].append(arc) }
            case .projects: elementArcs[Int32(tree.target(.project, row: child.row)), default: []].append(arc)
            case .goals: elementArcs[Int32(tree.target(.goal, row: child.row)), default: []].append(arc)
            default: elementArcs[Int32(tree.target(.initiative, row: child.row)), default: []].append(arc)
            }
        }
    }

    mutating func rows(of tree: TargetTree) -> ([Int32], [Int32], [Int64]) {
        var (offsets, parents, weights): ([Int32], [Int32], [Int64]) = ([0, 0], [], [])
        for element in 1..<max(tree.count, 1) {
            add(treeParent(element, tree), elementArcs[Int32(element)] ?? [], &parents, &weights)
            offsets.append(Int32(parents.count))
        }
        return (offsets, parents, weights)
    }

    func rows(ofTasks tasks: [Int32], _ plan: Plan, _ tree: TargetTree) -> ([Int32], [Int32], [Int64]) {
        var (offsets, parents, weights): ([Int32], [Int32], [Int64]) = ([0], [], [])
        for task in tasks {
            let project = plan.tasks.reference(.project, Int(task)).map { Int32(tree.target(.project, row: $0)) }
            add(project, taskArcs[task]!, &parents, &weights)
            offsets.append(Int32(parents.count))
        }
        return (offsets, parents, weights)
    }

    /// What an element belongs to in the tree; an initiative to itself.
    private func treeParent(_ element: Int, _ tree: TargetTree) -> Int32? {
        let row = tree.row(element)
        switch tree.kind(element) {
        case .plan: return nil
        case .initiative: return Int32(element)
        case .goal: return plan.goals.reference(.initiative, row).map { Int32(tree.target(.initiative, row: $0)) }
        case .project: return plan.projects.reference(.goal, row).map { Int32(tree.target(.goal, row: $0)) }
        }
    }

    /// Adds one row: the tree's parent and those of links, each once, in the order of their names' hashes.
    private func add(
        _ treeParent: Int32?, _ links: [(parent: Int32, weight: Double)], _ parents: inout [Int32], _ weights: inout [Int64]
    ) {
        guard !links.isEmpty else {
            parents.append(treeParent ?? 0)
            weights.append(1)
            return
        }
        var sums: [Int32: Double] = treeParent.map { [$0: 1] } ?? [:]
        // Sums of weights do not depend on the order of rows.
        for link in links.sorted(by: { ($0.parent, $0.weight) < ($1.parent, $1.weight) }) {
            sums[link.parent, default: 0] += link.weight
        }
        let ordered = sums.sorted { names.isBefore($0.key, $1.key) }
        parents += ordered.map(\.key)
        weights += Self.whole(ordered.map(\.value))
    }

    /// Weights as whole numbers, to twelve digits of the largest, so that 0.3 is three tenths and not the nearest fraction of 2⁵⁴.
    static func whole(_ weights: [Double]) -> [Int64] {
        let largest = weights.max()!
        var scale = 1.0
        while largest * scale < 1e11 { scale *= 10 }
        while largest * scale >= 1e12 { scale /= 10 }
        return weights.map { Int64(($0 * scale).rounded()) }
    }
}
