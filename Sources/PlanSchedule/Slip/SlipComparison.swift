import PlanModel
import PlanNetwork

/// A plan and its baseline side by side, node by node, with the baseline's dates on the calendars of today.
///
/// Both networks have the same origin, so that one calendar in both has the same positions.
struct SlipComparison: Sendable {
    /// The plan as it was built, and the baseline.
    let current: SlipSide, base: SlipSide
    /// The baseline's node of each node, −1 where it has none, and back; `nil` where nodes are the same.
    let baseNodes: [Int32]?, currentNodes: [Int32]?
    /// By node of the plan, positions on its calendar of today; `Int32.min` where the baseline has no such date.
    let baseStart: [Int32], baseFinish: [Int32]
    /// Working minutes that nodes were to take by a table, `Int32.min` where its dates say it; empty for another plan.
    private let durations: [Int32]
    /// From the baseline's calendars to those of today; `nil` where they are the same.
    private let exchange: CalendarExchange?
    /// The schedule of today, for what the plan as it was built does not tell.
    let schedule: Schedule

    /// The baseline's dates of the plan's own nodes, from a table.
    ///
    /// - Parameters:
    ///   - built: the plan as it was built.
    ///   - start, finish: by node, positions; `Int32.min` where the baseline has no such date.
    ///   - durations: by node, working minutes; `Int32.min` where the dates say it.
    init(_ built: AsBuiltNetwork, _ schedule: Schedule, start: [Int32], finish: [Int32], durations: [Int32]) {
        self.durations = durations
        current = SlipSide(built.network, start: built.start, finish: built.finish, isComputed: true)
        base = SlipSide(built.network, start: start, finish: finish, isComputed: false)
        (baseNodes, currentNodes, baseStart, baseFinish, self.schedule) = (nil, nil, start, finish, schedule)
        exchange = nil
    }

    /// Two plans.
    ///
    /// - Parameters:
    ///   - built, before: the plan and the baseline as they were built, of one origin.
    ///   - baseNodes: the baseline's node of each node, −1 where it has none.
    init(_ built: AsBuiltNetwork, _ schedule: Schedule, before: AsBuiltNetwork, baseNodes: [Int32]) {
        current = SlipSide(built.network, start: built.start, finish: built.finish, isComputed: true)
        base = SlipSide(before.network, start: before.start, finish: before.finish, isComputed: true)
        var back = [Int32](repeating: -1, count: before.start.count)
        for (node, other) in baseNodes.enumerated() where other >= 0 { back[Int(other)] = Int32(node) }
        (self.baseNodes, currentNodes, self.schedule, durations) = (baseNodes, back, schedule, [])
        let exchange = CalendarExchange(built.network.structure, before.network, nodes: baseNodes)
        func dates(_ positions: [Int32], isFinish: Bool) -> [Int32] {
            baseNodes.enumerated().map { node, other in
                let other = Int(other)
                return other < 0
                    ? Int32.min
                    : exchange.position(
                        positions[other], of: other, to: node, isFinish: isFinish || before.start[other] == before.finish[other]
                    )
            }
        }
        (baseStart, baseFinish) = (dates(before.start, isFinish: false), dates(before.finish, isFinish: true))
        self.exchange = exchange
    }

    /// The baseline's node of a node, if it has its dates.
    func baseNode(_ node: Int) -> Int? {
        guard baseStart[node] > Int32.min, baseFinish[node] > Int32.min else { return nil }
        return baseNodes.map { Int($0[node]) } ?? node
    }

    /// The node of a baseline's node, if the plan has it.
    func currentNode(_ node: Int) -> Int? {
        guard let currentNodes else { return node }
        return currentNodes[node] < 0 ? nil : Int(currentNodes[node])
    }

    /// Working minutes that a node was to take, on the calendar that it then had.
    func baseDuration(_ node: Int) -> Int {
        guard let other = baseNode(node) else { return 0 }
        if !durations.isEmpty, durations[node] > Int32.min { return Int(durations[node]) }
        return Int(base.duration(other))
    }

    /// Whether a node runs on another calendar than in the baseline, or on one that works otherwise.
    func hasOtherCalendar(_ node: Int) -> Bool {
        guard let baseNodes, baseNodes[node] >= 0 else { return false }
        return !(exchange?.isSame(Int(baseNodes[node]), node) ?? true)
    }
}

/// Positions of one network's nodes on the calendars that they have in another.
struct CalendarExchange: Sendable {
    private let to: NetworkStructure, from: Network
    /// Whether two calendars are one, by their indices in both, `from`'s first; those that some node has.
    private var isSame: [SIMD2<Int>: Bool] = [:]

    /// - Parameter nodes: the node of `from` for each of `to`, −1 where there is none.
    init(_ to: NetworkStructure, _ from: Network, nodes: [Int32]) {
        (self.to, self.from) = (to, from)
        for (node, other) in nodes.enumerated() where other >= 0 {
            let pair = SIMD2(from.structure.calendar(of: Int(other)), to.calendar(of: node))
            if isSame[pair] == nil { isSame[pair] = from.structure.calendars[pair.x] == to.calendars[pair.y] }
        }
    }

    /// Whether a node has the same calendar in both.
    func isSame(_ node: Int, _ other: Int) -> Bool {
        isSame[SIMD2(from.structure.calendar(of: node), to.calendar(of: other))] ?? false
    }

    /// A position of a start or finish of a node on the calendar of the other network's.
    func position(_ position: Int32, of node: Int, to other: Int, isFinish: Bool) -> Int32 {
        if isSame(node, other) { return position }
        let calendar = from.structure.calendars[from.structure.calendar(of: node)]
        return to.calendars[to.calendar(of: other)].work(
            at: isFinish ? from.finishInstant(node, at: position) : calendar.start(at: position))
    }
}

/// Positions of today as the baseline counts them, and back.
extension SlipComparison {
    /// A position on a node's calendar of today, of a start or finish, on the calendar that it had.
    func thenPosition(_ position: Int, of node: Int, isFinish: Bool) -> Int {
        guard let baseNodes, hasOtherCalendar(node) else { return position }
        return exchanged(position, current.calendar(node), base.calendar(Int(baseNodes[node])), isFinish)
    }

    /// A position on the calendar that a node had, of a start or finish, on its calendar of today.
    func nowPosition(_ position: Int, of node: Int, isFinish: Bool) -> Int {
        guard let baseNodes, hasOtherCalendar(node) else { return position }
        return exchanged(position, base.calendar(Int(baseNodes[node])), current.calendar(node), isFinish)
    }

    private func exchanged(_ position: Int, _ from: WorkingTime, _ to: WorkingTime, _ isFinish: Bool) -> Int {
        let position = Int32(clamping: min(max(position, 0), 1 << 30))
        return Int(to.work(at: isFinish ? from.finish(at: position) : from.start(at: position)))
    }

    /// What a link of the baseline asks for from a position of today at its predecessor, as a position of today.
    func heldThen(_ link: SlipSide.Link, from position: Int, of predecessor: Int, to node: Int) -> Int {
        let then = thenPosition(position, of: predecessor, isFinish: !link.leavesStart)
        return nowPosition(base.held(link, from: then), of: node, isFinish: link.holdsFinish)
    }
}

extension SlipSide {
    func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }
}
