import PlanNetwork

/// Where paths through a plan lead.
public enum PathEnd: Sendable, Hashable {
    /// The plan, an initiative, a goal or a project: an index of the target tree.
    case target(Int)
    /// One task, a node.
    case task(Int)
}

extension TargetSchedule {
    /// When an end is done, an instant; −1 where no task serves it.
    public func finish(of end: PathEnd) -> Int32 {
        switch end {
        case .target(let target): finish[target]
        case .task(let node): schedule.finishInstant(node)
        }
    }

    /// The task of an end that finishes last, a node; `nil` where no task serves it.
    public func lastNode(of end: PathEnd) -> Int? {
        switch end {
        case .target(let target): lastNode[target] < 0 ? nil : Int(lastNode[target])
        case .task(let node): node
        }
    }
}

extension TargetTree {
    /// The tasks that serve a target, itself or what serves it, nodes; a task that serves it in several ways stands more than once.
    func nodes(of target: Int) -> [Int] {
        var (isSeen, waiting) = ([Bool](repeating: false, count: count), [target])
        var nodes: [Int] = []
        isSeen[target] = true
        while let next = waiting.popLast() {
            nodes += members.items[members[next]].lazy.map(Int.init)
            for child in children.items[children[next]].lazy.map(Int.init) where !isSeen[child] {
                isSeen[child] = true
                waiting.append(child)
            }
        }
        return nodes
    }
}
