public import PlanNetwork
public import PlanSchedule
import PlanStatistics

/// How many tasks will be done by when: at each of some dates the spread over replications of the number of open tasks that are done.
///
/// Percentiles are counts that occurred (order statistics): the number of tasks done that p per cent of the replications do not exceed.
public struct CompletionFan: Sendable {
    /// The spread at one date.
    public struct Slice: Sendable, Hashable {
        /// The date, an instant.
        public let instant: Int32
        /// Tasks done.
        public let p10: Int, p25: Int, p50: Int, p75: Int, p90: Int
    }

    /// Dates, ascending.
    public let slices: [Slice]
    /// Replications.
    public let samples: Int
    /// Tasks that are not done on the data date.
    public let openTasks: Int

    /// Finishes that are kept at once, at most, unless the fewest replications need more: 128 MiB.
    private static let mostFinishes = 1 << 25
    /// The fewest replications.
    private static let fewest = 64

    /// Simulates a network and counts what is done by some dates.
    ///
    /// The replications are the first ones of the forecast with the same settings, so that both say the same: all of them, or as many (whole
    /// blocks of 64) as fit in 128 MiB, 64 at least.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - instants: dates, ascending.
    ///   - settings: samples, seed, threads.
    ///   - chains: how people are handed from task to task; `nil` where they are no limit.
    ///   - progress: told (replications done, of how many) now and then, from any thread; returning false stops.
    /// - Returns: `nil` where it was stopped.
    /// - Complexity: O(samples × (tasks × log dates + relations)).
    public init?(
        of network: Network, at instants: [Int32], settings: ForecastSettings, chains: ResourceChains? = nil,
        progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) {
        let structure = network.structure
        let open = (0..<structure.nodeCount).filter {
            structure.taskOfNode[$0] >= 0 && network.values.progress(of: $0) != .completed
        }
        var settings = settings
        let fitting = Self.mostFinishes / max(open.count, 1) / 64 * 64
        settings.samples = min(settings.samples, max(fitting, Self.fewest))
        (settings.criticalityTargets, settings.precision) = ([], nil)
        let program = ForecastProgram(network, seed: settings.seed, targets: [], chains: chains, watching: open)
        guard let forecast = Forecast(running: program, settings: settings, progress: progress) else { return nil }
        (samples, openTasks) = (settings.samples, open.count)
        slices = Self.slices(forecast.doneCounts(at: instants, threads: settings.threads), instants, settings.samples)
    }

    private static func slices(_ counts: [Int32], _ instants: [Int32], _ samples: Int) -> [Slice] {
        instants.indices.map { place in
            let sorted = (0..<samples).map { Int(counts[$0 * instants.count + place]) }.sorted()
            func percentile(_ percent: Int) -> Int { sorted[max(0, (percent * samples + 99) / 100 - 1)] }
            return Slice(
                instant: instants[place], p10: percentile(10), p25: percentile(25), p50: percentile(50), p75: percentile(75),
                p90: percentile(90))
        }
    }
}

extension Forecast {
    /// The finishes of a task whose own are kept, by replication, instants; `nil` for other tasks.
    ///
    /// - Parameter nodes: tasks.
    /// - Complexity: O(samples) a node.
    public func finishes(ofNodes nodes: [Int]) -> [Int: [Int32]] {
        let wanted = Set(nodes)
        var result: [Int: [Int32]] = [:]
        for (place, node) in finishes.watchedNodes.enumerated() where wanted.contains(Int(node)) {
            let calendar = network.structure.calendars[network.structure.calendar(of: Int(node))]
            result[Int(node)] = finishes.positions(ofWatched: place).map { max(calendar.finish(at: $0), network.epoch) }
        }
        return result
    }

    /// How many of the watched tasks are done by some dates, by replication: `samples` rows of `instants.count` values.
    fileprivate func doneCounts(at instants: [Int32], threads: Int) -> [Int32] {
        let (nodes, dates, samples) = (finishes.watchedNodes, instants.count, settings.samples)
        let limits = network.structure.calendars.map { calendar in instants.map(calendar.work) }
        let piece = 4096
        let parts = Parallel.map(count: (nodes.count + piece - 1) / piece, threads: threads) { part in
            var counts = [Int32](repeating: 0, count: samples * dates)
            for place in part * piece..<min((part + 1) * piece, nodes.count) {
                let limit = limits[network.structure.calendar(of: Int(nodes[place]))]
                for (replication, finish) in finishes.positions(ofWatched: place).enumerated() {
                    let date = Self.first(notBelow: finish, in: limit)
                    if date < dates { counts[replication * dates + date] += 1 }
                }
            }
            return counts
        }
        var counts = [Int32](repeating: 0, count: samples * dates)
        for part in parts { for place in counts.indices { counts[place] += part[place] } }
        for place in counts.indices where place % dates > 0 { counts[place] += counts[place - 1] }
        return counts
    }

    /// The first place of an ascending list that holds a value or more.
    private static func first(notBelow value: Int32, in list: [Int32]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
