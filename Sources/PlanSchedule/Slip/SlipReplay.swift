import PlanModel
import PlanNetwork

/// Runs the plan as it was built again with one cause undone, and sets it back.
struct SlipReplay {
    private var targets: IncrementalTargets
    /// Relations by their place, where one of them may change.
    private var relations: [Int: Int] = [:]
    /// The index of the baseline's calendar of each node that may go back to it.
    private var calendars: [Int: Int] = [:]

    /// - Parameter undos: all that will be run.
    init(_ comparison: SlipComparison, _ undos: some Sequence<SlipUndo>) {
        var network = comparison.current.network
        for undo in undos {
            switch undo {
            case .lag(let place, let node, let lag):
                let index = network.relation(at: place, into: node)
                relations[place] = index
                if lag.isElapsed || network.structure.rules.lagCalendar != .predecessor {
                    network.structure.convert(relation: index)
                }
            case .without(let place, let node): relations[place] = network.relation(at: place, into: node)
            case .calendar(let node):
                guard let other = comparison.baseNode(node), calendars[node] == nil else { continue }
                let calendar = comparison.base.calendar(other)
                calendars[node] = network.structure.calendars.firstIndex(of: calendar) ?? network.structure.add(calendar)
                network.convertRelations(of: node)
            default: break
            }
        }
        targets = IncrementalTargets(of: network)
    }

    // MARK: running

    /// A date at which nothing that a relation asks for holds anything.
    private static let never = Lag(minutes: -(1 << 30))

    /// Finishes as the plan stands, of subjects on their calendars.
    func finishes(_ subjects: [SlipSubject]) -> [Int] { subjects.map(finish) }

    /// Finishes of subjects with a cause undone; `nil` where what would have to be restored waits for the task itself.
    mutating func finishes(_ subjects: [SlipSubject], without undo: SlipUndo) -> [Int]? {
        switch undo {
        case .nothing: return finishes(subjects)
        case .unknown: return nil
        case .member(let position): return subjects.map { max(finish($0), Int(position)) }
        case .excluded(let node): return subjects.map { finish($0, excluding: node) }
        case .hold(let node, _, _, let source?):
            let before = targets.pass.earlyFinish[source]
            let result = run(undo, subjects) { $0.pass.earlyFinish[source] == before }
            return source == node ? nil : result
        default: break
        }
        return run(undo, subjects) { _ in true }
    }

    private mutating func run(_ undo: SlipUndo, _ subjects: [SlipSubject], _ holds: (IncrementalTargets) -> Bool) -> [Int]? {
        let back = apply(undo)
        targets.update()
        let result = holds(targets) ? finishes(subjects) : nil
        for change in back { change(&targets) }
        targets.update()
        return result
    }

    /// Undoes a cause. Returns what sets it back.
    private mutating func apply(_ undo: SlipUndo) -> [(inout IncrementalTargets) -> Void] {
        // Read one at a time: a copy of the values kept over a change would be a copy of all of them.
        var values: NetworkValues { targets.pass.network.values }
        var back: [(inout IncrementalTargets) -> Void] = []
        func limit(_ node: Int, _ limits: DateLimits?) {
            let before = values.limits(of: node)
            back.append { $0.setLimits(before, of: node) }
            targets.setLimits(limits, of: node)
        }
        func take(_ node: Int, remaining: Int32) {
            let before = values.remaining[node]
            back.append { $0.setRemaining(before, of: node) }
            targets.setRemaining(remaining, of: node)
        }
        func wait(_ node: Int, _ minutes: Int32) {
            let before = values.delay(of: node)
            if before == minutes { return }
            back.append { $0.setDelay(before, of: node) }
            targets.setDelay(minutes, of: node)
        }
        func lag(_ place: Int, _ lag: Lag) {
            let index = relations[place]!
            let before = targets.pass.network.structure.relations[index].lag
            back.append { $0.setLag(before, ofRelation: index) }
            targets.setLag(lag, ofRelation: index)
        }
        switch undo {
        case .duration(let node, let minutes): take(node, remaining: minutes)
        case .delay(let node, let minutes): wait(node, minutes)
        case .start(let node, let position):
            var limits = DateLimits()
            (limits.startFloor, limits.floorWinsOverStart) = (position, true)
            limit(node, limits)
            wait(node, 0)
        case .pin(let node, let position):
            var limits = DateLimits()
            limits.startPin = position
            limit(node, limits)
        case .limits(let node, let limits):
            limit(node, limits)
            wait(node, 0)
        case .lag(let place, _, let old): lag(place, old)
        case .without(let place, _): lag(place, Self.never)
        case .hold(let node, let position, let isFinish, _):
            var limits = values.limits(of: node) ?? DateLimits()
            if isFinish {
                limits.finishFloor = max(limits.finishFloor, position)
            } else {
                limits.startFloor = max(limits.startFloor, position)
            }
            limit(node, limits)
        case .calendar(let node):
            guard let calendar = calendars[node] else { break }
            let structure = targets.pass.network.structure
            let old = structure.calendar(of: node)
            back.append { $0.setCalendar(old, of: node) }
            let (from, to) = (structure.calendars[old], structure.calendars[calendar])
            if let limits = values.limits(of: node) { limit(node, limits.converted(from: from, to: to)) }
            targets.setCalendar(calendar, of: node)
        case .dissolve(let node):
            var limits = DateLimits()
            (limits.startFloor, limits.floorWinsOverStart) = (0, true)
            limit(node, limits)
            take(node, remaining: 0)
            wait(node, 0)
        case .nothing, .unknown, .member, .excluded: break
        }
        return back
    }

    // MARK: reading

    private func finish(_ subject: SlipSubject) -> Int { Int(subject.axis.work(at: max(targets.finish(of: subject.end), 0))) }

    /// The latest finish of the tasks that serve a target but for one.
    private func finish(_ subject: SlipSubject, excluding excluded: Int) -> Int {
        guard case .target(let target) = subject.end else { return finish(subject) }
        let tree = targets.pass.network.structure.targets
        let latest = tree.nodes(of: target).lazy.filter { $0 != excluded }.map { targets.finish(of: .task($0)) }.max() ?? 0
        return Int(subject.axis.work(at: latest))
    }
}

extension Network {
    /// The index of a relation among those that are not plain; a plain one becomes one of them.
    fileprivate mutating func relation(at place: Int, into node: Int) -> Int {
        let item = structure.predecessors.items[place]
        return structure.relation(at: place, into: node, leavesLate: item >= 0 && startMilestones.contains(Int(item)))
    }

    /// Has all relations of a node carry dates from calendar to calendar.
    fileprivate mutating func convertRelations(of node: Int) {
        for place in structure.predecessors[node] { structure.convert(relation: relation(at: place, into: node)) }
        for place in structure.successors[node] {
            let item = structure.successors.items[place]
            let successor = item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].successor)
            for place in structure.predecessors[successor]
            where structure.predecessor(structure.predecessors.items[place]) == node {
                structure.convert(relation: relation(at: place, into: successor))
            }
        }
    }
}

/// What a ledger is of, with the calendar on which its minutes count.
struct SlipSubject {
    let end: PathEnd
    let axis: WorkingTime
}

extension DateLimits {
    /// The same dates on another calendar.
    func converted(from: WorkingTime, to: WorkingTime) -> DateLimits {
        func start(_ position: Int32) -> Int32 {
            position == Int32.min || position == Int32.max ? position : to.work(at: from.start(at: position))
        }
        func finish(_ position: Int32) -> Int32 {
            position == Int32.min || position == Int32.max ? position : to.work(at: from.finish(at: position))
        }
        var limits = self
        (limits.startFloor, limits.startCap, limits.startPin) = (start(startFloor), start(startCap), startPin.map(start))
        (limits.finishFloor, limits.finishCap, limits.finishPin) = (
            finish(finishFloor), finish(finishCap), finishPin.map(finish)
        )
        return limits
    }
}
