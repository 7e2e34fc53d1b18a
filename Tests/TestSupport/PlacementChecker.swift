public import Headway

/// Says where the placements of one replication use more than there is, or work while people are away; light enough for a million placements. It knows
/// the network, its people and what was drawn, and nothing of how places are found.
public struct PlacementChecker {
    /// What is wrong, one sentence each; the first few.
    public private(set) var complaints: [String] = []
    /// Placements of work that somebody does, looked at so far.
    public private(set) var placements = 0

    private let network: Network
    private let capacity: CapacityModel
    /// By resource: who uses it, and how much.
    private let users: [[(node: Int, amount: Int64)]]
    /// By node: whether it cannot wait, and whether its dates are held.
    private let cannotWait: [Bool], isHeld: [Bool]

    /// What a node does without, as nobody comes.
    public struct Unmet: Hashable, Sendable {
        let node: Int, resource: Int

        /// Of a node and a resource.
        public init(node: Int, resource: Int) { (self.node, self.resource) = (node, resource) }
    }

    /// A checker for a network and its people.
    public init(_ network: Network, _ capacity: CapacityModel) {
        (self.network, self.capacity) = (network, capacity)
        var users = [[(node: Int, amount: Int64)]](repeating: [], count: capacity.resourceCount)
        for node in 0..<network.structure.nodeCount where network.values.progress(of: node) != .completed {
            for place in capacity.demands(of: node) {
                let resource = Int(capacity.demandResource[place])
                let amount = min(capacity.demandAmount[place], capacity.steps[resource].amount.max()!)
                if amount > 0 { users[resource].append((node, Int64(amount))) }
            }
        }
        self.users = users
        let nodes = 0..<network.structure.nodeCount
        isHeld = nodes.map { node in
            guard let limits = network.values.limits(of: node) else { return false }
            return limits.ignoresLogic || limits.startCap < Int32.max || limits.finishCap < Int32.max
        }
        cannotWait = zip(nodes, isHeld).map { node, isHeld in isHeld || network.values.progress(of: node) == .started }
    }

    private mutating func complain(_ sentence: @autoclosure () -> String) {
        if complaints.count < 5 { complaints.append(sentence()) }
    }

    private func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }

    /// Looks at a replication.
    ///
    /// - Parameters:
    ///   - start: of what is left of each node, positions.
    ///   - finish: see `start`.
    ///   - durations: drawn, working minutes; empty where lengths are not looked at.
    ///   - absences: of each resource, instants; disjoint, ascending.
    ///   - unmet: what nodes do without.
    public mutating func check(
        start: [Int32], finish: [Int32], durations: [Int32], absences: [[Range<Int32>]], unmet: Set<Unmet>
    ) {
        for resource in users.indices { checkUse(of: resource, start, finish, unmet) }
        for node in durations.indices where network.values.progress(of: node) == .planned && durations[node] > 0 {
            checkLength(node, start[node]..<finish[node], durations[node], absences, unmet)
            // A pin wins over a cap.
            guard let limits = network.values.limits(of: node), !limits.ignoresLogic else { continue }
            if start[node] > limits.startCap || finish[node] > limits.finishCap {
                complain("node \(node) is later than it may be")
            }
        }
    }

    /// In the order of time: what is held against what there is. Work that cannot wait may take more.
    private mutating func checkUse(of resource: Int, _ start: [Int32], _ finish: [Int32], _ unmet: Set<Unmet>) {
        var changes: [(at: Int32, amount: Int64, forced: Int)] = []
        for user in users[resource] where finish[user.node] > start[user.node] {
            placements += 1
            if !unmet.isEmpty, unmet.contains(Unmet(node: user.node, resource: resource)) { continue }
            let (calendar, forced) = (calendar(user.node), cannotWait[user.node] ? 1 : 0)
            changes.append((calendar.start(at: start[user.node]), user.amount, forced))
            changes.append((calendar.finish(at: finish[user.node]), -user.amount, -forced))
        }
        let steps = capacity.steps[resource]
        for (place, from) in steps.from.enumerated() {
            changes.append((from, (place > 0 ? Int64(steps.amount[place - 1]) : 0) - Int64(steps.amount[place]), 0))
        }
        changes.sort { $0.at < $1.at }
        var (over, forced): (Int64, Int) = (0, 0)
        for (place, change) in changes.enumerated() {
            over += change.amount
            forced += change.forced
            let isLast = place + 1 == changes.count || changes[place + 1].at > change.at
            if isLast, over > 0, forced == 0 { complain("resource \(resource) is used too much at \(change.at), by \(over)") }
        }
    }

    /// Work takes what was drawn without the time in which one of its people is away, and does not begin in it.
    private mutating func checkLength(
        _ node: Int, _ work: Range<Int32>, _ duration: Int32, _ absences: [[Range<Int32>]], _ unmet: Set<Unmet>
    ) {
        let calendar = calendar(node)
        var away: [Range<Int32>] = []
        for place in capacity.demands(of: node) where !isHeld[node] {
            let resource = Int(capacity.demandResource[place])
            if absences[resource].isEmpty || unmet.contains(Unmet(node: node, resource: resource)) { continue }
            // Nobody rests for those who never come back.
            for absence in absences[resource] where absence.upperBound < CapacityModel.unlimited {
                away.append(calendar.work(at: absence.lowerBound)..<calendar.work(at: absence.upperBound))
            }
        }
        away.sort { $0.lowerBound < $1.lowerBound }
        var (rested, counted): (Int32, Int32) = (0, work.lowerBound)
        for absence in away {
            let from = max(absence.lowerBound, counted)
            let to = min(absence.upperBound, work.upperBound)
            if from < to {
                if from == work.lowerBound { complain("node \(node) begins with a rest at \(from)") }
                rested += to - from
                counted = to
            }
        }
        if Int32(work.count) - rested != duration {
            complain("node \(node) works \(Int32(work.count) - rested) minutes of \(duration)")
        }
    }
}
