public import Headway

/// The naive twin of `Forecast`: replication by replication, node by node, with the driving paths of every target.
public struct NaiveForecast {
    /// The finishes of each target by replication, as positions on its axis; empty where no unfinished task serves it.
    public private(set) var finishes: [[Int32]]
    /// By target: in how many replications each node lay on its driving path, 0 for hubs.
    public private(set) var counts: [[Int]]
    /// The calendar on which each target's finish is counted.
    public let axis: [Int]

    private let network: Network
    private let members: [[Int]]

    /// Simulates a network.
    public init(of network: Network, samples: Int, seed: UInt64, isStratified: Bool = true) {
        self.network = network
        let tree = network.structure.targets
        members = (0..<tree.count).map { Self.members(of: $0, network) }
        axis = members.map { Self.axis(of: $0, network) }
        finishes = Array(repeating: [], count: tree.count)
        counts = Array(repeating: Array(repeating: 0, count: network.structure.nodeCount), count: tree.count)
        let sampling = NaiveSampling(network: network, seed: seed, isStratified: isStratified)
        for replication in 0..<samples {
            let outcome = sampling.events.outcome(UInt32(replication))
            func duration(_ node: Int, _ start: Int32?) -> Int32 {
                network.structure.taskOfNode[node] < 0 ? 0 : sampling.duration(node, outcome, start: start)
            }
            let durations = (0..<network.structure.nodeCount).map { duration($0, nil) }
            run(NaivePass(network, durations) { duration($0, $1) })
        }
    }

    private mutating func run(_ pass: NaivePass) {
        for target in members.indices {
            let open = members[target].filter { network.values.progress(of: $0) != .completed }
            guard !open.isEmpty else { continue }
            let positions = members[target].map { position(of: $0, pass, axis[target]) }
            let last = positions.max()!
            finishes[target].append(last)
            let enders = zip(members[target], positions).filter { $1 == last && open.contains($0) }.map(\.0)
            for node in pass.drivingNodes(to: enders) where network.structure.taskOfNode[node] >= 0 {
                counts[target][node] += 1
            }
        }
    }

    /// A task's finish on a target's axis.
    private func position(of node: Int, _ pass: NaivePass, _ axis: Int) -> Int32 {
        let (structure, own) = (network.structure, network.structure.calendar(of: node))
        if network.values.progress(of: node) == .completed {
            return structure.calendars[axis].work(at: network.values.actualFinish[node])
        }
        return own == axis
            ? pass.finish[node] : structure.calendars[axis].work(at: structure.calendars[own].finish(at: pass.finish[node]))
    }

    /// All tasks that serve a target, through everything below it.
    private static func members(of target: Int, _ network: Network) -> [Int] {
        let tree = network.structure.targets
        var (found, stack) = (Set<Int32>(), [Int32(target)])
        while let next = stack.popLast() {
            found.formUnion(tree.members[Int(next)].map { tree.members.items[$0] })
            stack += tree.children[Int(next)].map { tree.children.items[$0] }
        }
        return found.sorted().map(Int.init)
    }

    private static func axis(of members: [Int], _ network: Network) -> Int {
        let all = Set(members.map { network.structure.calendar(of: $0) })
        return all.isEmpty
            ? network.structure.planCalendar : all.count == 1 ? all.first! : network.structure.calendars.count - 1
    }
}
