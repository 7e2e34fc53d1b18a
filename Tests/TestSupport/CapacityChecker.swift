public import Headway

/// Says what is wrong with a levelled schedule, knowing nothing of how it was made.
public struct CapacityChecker {
    /// What is wrong, one sentence each.
    public private(set) var complaints: [String] = []

    private let network: Network
    private let capacity: CapacityModel
    private let start: [Int32], finish: [Int32]
    private let unmet: Set<NaiveLevelling.Unmet>

    /// - Parameters:
    ///   - network: as compiled, before levelling.
    ///   - capacity: of the same plan.
    ///   - start: of what is left of each node, positions.
    ///   - finish: see `start`.
    ///   - unmet: demands that nobody waits for.
    public init(
        _ network: Network, _ capacity: CapacityModel, start: [Int32], finish: [Int32], unmet: Set<NaiveLevelling.Unmet>
    ) {
        (self.network, self.capacity, self.start, self.finish, self.unmet) = (network, capacity, start, finish, unmet)
        checkLogic()
        for node in start.indices where network.values.progress(of: node) != .completed { checkLength(node) }
        for resource in 0..<capacity.resourceCount { checkUse(of: resource) }
    }

    private func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }

    private func limits(_ node: Int) -> DateLimits { network.values.limits(of: node) ?? DateLimits() }

    /// Every relation and limit, with everything else where it is.
    private mutating func checkLogic() {
        var pass = NaivePass(unplaced: network, zip(start, finish).map { $1 - $0 })
        for node in start.indices where network.values.progress(of: node) != .completed {
            pass.place(node, from: start[node], to: finish[node])
        }
        for node in start.indices {
            switch network.values.progress(of: node) {
            case .completed: if finish[node] != pass.finish[node] { complaints.append("node \(node) is done and has moved") }
            case .started:
                if start[node] != pass.logicStart(of: node) { complaints.append("node \(node) has started and waits") }
            case .planned:
                let earliest = pass.logicStart(of: node)
                if start[node] < earliest { complaints.append("node \(node) starts at \(start[node]), before \(earliest)") }
                if limits(node).ignoresLogic, start[node] != earliest { complaints.append("node \(node) left its date") }
                // A pin wins over a cap.
                let isLate = start[node] > limits(node).startCap || finish[node] > limits(node).finishCap
                if isLate, !limits(node).ignoresLogic {
                    complaints.append("node \(node) is later than its constraint allows")
                }
            }
        }
    }

    /// Whom a node really holds.
    private func held(_ node: Int) -> [(resource: Int, amount: Int32)] {
        capacity.demands(of: node).compactMap { place in
            let resource = Int(capacity.demandResource[place])
            let most = capacity.steps[resource].most
            let isGivenUp = unmet.contains(.init(node: node, resource: resource, isGivenUp: true))
            return isGivenUp || most == 0 ? nil : (resource, min(capacity.demandAmount[place], most))
        }
    }

    private func isBound(_ node: Int) -> Bool {
        let limits = limits(node)
        return limits.ignoresLogic || limits.startCap < Int32.max || limits.finishCap < Int32.max
    }

    /// A node takes its working minutes without those in which one of its people is away.
    private mutating func checkLength(_ node: Int) {
        let calendar = calendar(node)
        let away =
            network.values.remaining[node] == 0 || isBound(node) ? [] : held(node).flatMap { capacity.absences[$0.resource] }
        var (worked, first): (Int32, Int32?) = (0, nil)
        if away.isEmpty {
            (worked, first) = (finish[node] - start[node], start[node])
        } else {
            for position in start[node]..<finish[node] {
                let instant = calendar.start(at: position)
                if away.contains(where: { $0.contains(instant) }) { continue }
                first = first ?? position
                worked += 1
            }
        }
        // What has started goes by its relations first, so that it may rest without need where one holds its finish.
        if worked != network.values.remaining[node], network.values.progress(of: node) != .started {
            complaints.append("node \(node) works \(worked) minutes of \(network.values.remaining[node])")
        }
        if worked > 0, first != start[node], network.values.progress(of: node) == .planned {
            complaints.append("node \(node) begins with a rest")
        }
    }

    /// Nobody does more than they can, but for work that cannot wait.
    private mutating func checkUse(of resource: Int) {
        var edges = Set(capacity.steps[resource].from)
        var users: [(from: Int32, to: Int32, amount: Int32, isForced: Bool)] = []
        for node in start.indices where network.values.progress(of: node) != .completed && finish[node] > start[node] {
            guard let amount = held(node).first(where: { $0.resource == resource })?.amount else { continue }
            let (from, to) = (calendar(node).start(at: start[node]), calendar(node).finish(at: finish[node]))
            let isForced =
                network.values.progress(of: node) == .started || limits(node).ignoresLogic
                || start[node] == limits(node).startCap || finish[node] == limits(node).finishCap
            users.append((from, to, amount, isForced))
            edges.formUnion([from, to])
        }
        for instant in edges.sorted() {
            let now = users.filter { $0.from <= instant && instant < $0.to }
            let used = now.reduce(0) { $0 + Int64($1.amount) }
            if used > Int64(capacity.steps[resource].amount(at: instant)), !now.contains(where: \.isForced) {
                complaints.append("resource \(resource) is used too much at \(instant): \(used)")
            }
        }
    }
}
