import CKernels
import PlanNetwork
import PlanStatistics

/// The durations that some tasks had in each replication of a forecast, drawn once more: a draw depends on its key and replication alone.
public struct DurationSamples: Sendable {
    /// The network nodes, as asked for.
    public let nodes: [Int]
    /// Replications.
    public let samples: Int
    /// `nodes.count` rows of `samples` working minutes, one row after another.
    public let minutes: [Int32]

    /// Draws the durations of some nodes.
    ///
    /// - Parameters:
    ///   - program: written with `explains`.
    ///   - nodes: network nodes of unfinished tasks.
    ///   - settings: those of the forecast; `samples` replications are drawn.
    /// - Complexity: O(nodes × samples), and a whole run where a risk with a window touches one of the nodes, as their durations depend on
    ///   their starts.
    public init(of nodes: [Int], in program: ForecastProgram, settings: ForecastSettings) {
        (self.nodes, samples) = (nodes, settings.samples)
        var programNode: [Int32: UInt32] = [:]
        let wanted = Set(nodes.map(Int32.init))
        for (place, node) in program.networkNode.enumerated() where wanted.contains(node) { programNode[node] = UInt32(place) }
        let places = nodes.map { programNode[Int32($0)]! }
        let needsStarts = nodes.contains { program.events.hasWindow(Int32($0)) }
        let lanes = Int(HW_LANES)
        let blocks = (settings.samples + lanes - 1) / lanes
        let output = SampleBuffer(rows: nodes.count, columns: blocks * lanes)
        let tables = KernelTables(program.network)
        let share = max(1, (blocks + settings.threads - 1) / settings.threads)
        Parallel.forEach(count: (blocks + share - 1) / share, threads: settings.threads) { part in
            let unread = SampleBuffer(rows: program.outputRowCount, columns: lanes)
            var worker = Worker(program: program, output: unread, tables: tables, settings: settings)
            var counter = PathCounter(program, targets: 0, explains: false)
            var durations = [Int32](repeating: 0, count: lanes)
            for block in part * share..<min((part + 1) * share, blocks) {
                if needsStarts { worker.forward(block, column: 0, &counter) } else { worker.drawEvents(block) }
                for (row, node) in places.enumerated() {
                    worker.durations(of: node, block: block, into: &durations)
                    output.set(durations, row: row, column: block * lanes)
                }
            }
        }
        minutes = nodes.indices.flatMap { output.row($0, count: settings.samples) }
    }

    /// The durations of the node at a place of `nodes`, by replication.
    public func row(_ place: Int) -> ArraySlice<Int32> { minutes[place * samples..<(place + 1) * samples] }
}
