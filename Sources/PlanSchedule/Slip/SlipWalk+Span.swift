import PlanModel
import PlanNetwork

/// The step from a task that lasts as long as those around it to the one that it ends with.
extension SlipWalk {
    /// Explains the finish of a span by the task that it looks at; `nil` where it looks at none, or is done.
    mutating func explainSpan(_ node: Int) -> Place? {
        let then = Int(comparison.baseFinish[node])
        guard !comparison.schedule.isCompleted(node), let tie = decidingTie(of: node),
            comparison.baseNode(Int(tie.node)) != nil
        else {
            let (start, duration) = (Int(comparison.baseStart[node]), Int(current.duration(node)))
            add(node, .remainingGrew, from: then, to: start + duration, undo: .unknown)
            push.prepend(.init(add: duration))
            add(node, startCause(node), from: start, to: Int(current.start[node]), undo: .unknown)
            return nil
        }
        let other = Int(tie.node)
        let left = Int(tie.looksAtStart ? comparison.baseStart[other] : comparison.baseFinish[other])
        let through = drawnOut(node, tie, left)
        if through > then {
            add(node, .logicChanged, from: then, to: through, undo: .unknown, predecessor: other)
        } else {
            add(node, .absorbedByFloat, from: then, to: through, undo: .nothing)
        }
        push.prepend(.init(convert: { [self] in drawnOut(node, tie, $0) }))
        return Place(node: other, isFinish: !tie.looksAtStart)
    }

    /// The tie that a span ends with.
    private func decidingTie(of node: Int) -> Span.Tie? {
        guard let span = current.network.structure.spans.first(where: { Int($0.node) == node }) else { return nil }
        let finish = Int(current.finish[node])
        return span.ties.filter { tie in
            let other = Int(tie.node)
            return !tie.boundsStart && current.network.structure.taskOfNode[other] >= 0
                && drawnOut(node, tie, Int(tie.looksAtStart ? current.start[other] : current.finish[other])) == finish
        }.min { current.network.identities[Int($0.node)] < current.network.identities[Int($1.node)] }
    }

    /// How far a tie draws out a span, a position, from one of the other task's end.
    private func drawnOut(_ node: Int, _ tie: Span.Tie, _ position: Int) -> Int {
        let (own, other) = (current.calendar(node), current.calendar(Int(tie.node)))
        let position = Int32(clamping: min(max(position, 0), 1 << 30))
        let instant = tie.looksAtStart ? other.start(at: position) : other.finish(at: position)
        if tie.lag.isElapsed { return Int(own.work(at: max(instant + tie.lag.minutes, 0))) }
        return Int(own.work(at: instant)) + Int(tie.lag.minutes)
    }
}
