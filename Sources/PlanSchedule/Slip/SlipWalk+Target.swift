import PlanModel
import PlanNetwork

/// The last step of a path: from a task's finish to that of a target, on the target's calendar.
extension SlipComparison {
    /// A node's finish on another calendar.
    func onAxis(_ position: Int32, _ node: Int, _ axis: WorkingTime) -> Int { axisStep(node, axis)(Int(position)) }

    /// From positions of a node's finish to those of a target's.
    func axisStep(_ node: Int, _ axis: WorkingTime) -> SlipPush.Step {
        if current.calendar(node) == axis { return .init() }
        let network = current.network
        return .init(convert: { position in
            Int(axis.work(at: network.finishInstant(node, at: Int32(clamping: min(max(position, 0), 1 << 30)))))
        })
    }
}

extension SlipWalk {
    /// What an actual date adds that lies outside its task's working time.
    mutating func addRemainder(_ node: Int, _ minutes: Int) {
        add(.row(row(node)), comparison.schedule.isCompleted(node) ? .ranLong : .remainingGrew, minutes, .nothing)
    }

    /// A target that ends with a task which the baseline does not have.
    mutating func explainNew(_ last: Int, _ axis: WorkingTime, _ comparison: SlipComparison, then: Int) {
        var (path, from) = newPath(to: Place(node: last, isFinish: true))
        path.steps.insert((comparison.axisStep(last, axis), nil), at: 0)
        let bare = path.through(from, [])
        if bare <= then {
            add(last, .absorbedByFloat, from: then, to: bare, undo: .nothing)
        } else {
            add(last, .scopeAdded, from: then, to: bare, undo: .excluded(last))
        }
        addNewTasks(path, from: from, 0, last: last)
        for part in path.steps { push.prepend(part.step) }
        if let origin = path.origin { walk(from: origin) }
    }

    /// A target that ended with a task which the plan has no more.
    mutating func explainGone(
        _ before: Int, _ axis: WorkingTime, _ comparison: SlipComparison, last: Int, then: Int, now: Int
    ) -> Bool {
        let path = gonePath(to: Place(node: before, isFinish: true))
        let network = base.network
        let here: (Int) -> Int = { position in
            Int(axis.work(at: network.finishInstant(before, at: Int32(clamping: min(max(position, 0), 1 << 30)))))
        }
        if let origin = explainGone(
            path, now: now, then: then, node: last, endsTarget: true, here: here, undo: { .member(Int32(clamping: $0)) })
        {
            walk(from: origin)
        }
        return true
    }
}
