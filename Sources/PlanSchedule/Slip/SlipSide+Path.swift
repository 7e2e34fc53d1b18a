import PlanNetwork

/// The way back from a task that the other side does not have to one that it has, or to its beginning.
struct OneSidedPath {
    /// Nearest to the end first; with the node whose own time a step is.
    var steps: [(step: SlipPush.Step, owner: Int?)] = []
    /// The tasks that the other side does not have, nodes, last first.
    var tasks: [Int] = []
    /// Where it leaves what both sides have; `nil` where it begins with a task of its own.
    var origin: SlipWalk.Place?
    /// The position at which its first task starts.
    var start = 0

    /// Where it leads from a position at its origin, or of its first task's start, with the own time of some of its tasks.
    func through(_ position: Int, _ kept: some Sequence<Int>) -> Int {
        let kept = Set(kept)
        return steps.reversed().reduce(position) { position, part in
            part.owner.map(kept.contains) ?? true ? part.step(position) : position
        }
    }
}

extension SlipSide {
    /// What a link does to a position, with a delay after it.
    func step(_ link: Link, _ delay: Int) -> SlipPush.Step {
        if let shift = shift(link) { return .init(add: shift + delay) }
        return .init(convert: { held(link, from: $0) }, add: delay)
    }

    /// The driving path that ends at a task, as far back as tasks are this side's alone.
    ///
    /// - Parameter isShared: whether the other side has a node.
    func oneSidedPath(to place: SlipWalk.Place, _ isShared: (Int) -> Bool) -> OneSidedPath {
        var (path, here) = (OneSidedPath(), place)
        while true {
            let node = here.node
            path.tasks.append(node)
            let driver = driver(of: node)
            let holdsFinish = driver?.link.holdsFinish ?? false
            let duration = Int(duration(node))
            if here.isFinish != holdsFinish { path.steps.append((.init(add: holdsFinish ? -duration : duration), node)) }
            guard let (link, delay) = driver else {
                path.start = Int(start[node])
                return path
            }
            path.steps.append((.init(add: delay), node))
            path.steps.append((step(link, 0), nil))
            here = .init(node: link.predecessor, isFinish: !link.leavesStart)
            if isShared(here.node) {
                path.origin = here
                return path
            }
        }
    }
}
