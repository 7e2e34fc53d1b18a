import PlanNetwork

/// The finish of every target kept in every replication, as positions on the target's axis.
struct FinishSamples: Sendable {
    /// The rounds of a simulation, one after another, each with all targets.
    private var rounds: [(buffer: SampleBuffer, count: Int)] = []
    /// The row of each target; −1 where it was not kept, or no unfinished task serves it.
    private let rowOfTarget: [Int32]
    /// Nodes whose own finishes were kept, with the positions after which people go, and the row of the first.
    private let watched: [(node: Int32, limit: Int32)], firstWatched: Int
    /// The calendar that each target is counted on.
    let axis: [UInt16]

    init(_ program: ForecastProgram) {
        var rows = [Int32](repeating: -1, count: program.network.structure.targets.count)
        for (row, target) in program.outputTargets.enumerated() { rows[Int(target)] = Int32(row) }
        (rowOfTarget, axis) = (rows, program.axisOfTarget)
        (watched, firstWatched) = (program.watched, program.outputTargets.count)
    }

    /// Finishes that were kept in a file: a row of `buffer` for each of `targets`.
    init(_ buffer: SampleBuffer, targets: [Int], axis: [UInt16], count: Int) {
        var rows = [Int32](repeating: -1, count: axis.count)
        for (row, target) in targets.enumerated() { rows[target] = Int32(row) }
        (rowOfTarget, self.axis, rounds) = (rows, axis, [(buffer, count)])
        (watched, firstWatched) = ([], 0)
    }

    /// Replications.
    var samples: Int { rounds.reduce(0) { $0 + $1.count } }

    /// Whether a target's finishes were kept.
    func keeps(_ target: Int) -> Bool { rowOfTarget[target] >= 0 }

    /// Adds replications, the first `count` columns of a buffer.
    mutating func append(_ buffer: SampleBuffer, count: Int) { rounds.append((buffer, count)) }

    /// The nodes that end, in some replication, after people whom they hold have gone, with the number of those replications; and the number of
    /// replications in which any does.
    var heldBeyond: (nodes: [(node: Int32, count: Int)], count: Int) {
        var isBeyond = [Bool](repeating: false, count: samples)
        var nodes: [(node: Int32, count: Int)] = []
        for (place, (node, limit)) in watched.enumerated() where limit < Int32.max {
            var (first, count) = (0, 0)
            for round in rounds {
                for (column, finish) in round.buffer.row(firstWatched + place, count: round.count).enumerated()
                where finish > limit {
                    isBeyond[first + column] = true
                    count += 1
                }
                first += round.count
            }
            if count > 0 { nodes.append((node, count)) }
        }
        return (nodes, isBeyond.count(where: \.self))
    }

    /// The nodes whose own finishes were kept, in program order.
    var watchedNodes: [Int32] { watched.map(\.node) }

    /// The finishes of a watched node by replication, positions on its calendar.
    ///
    /// - Parameter place: in `watchedNodes`.
    func positions(ofWatched place: Int) -> [Int32] {
        rounds.flatMap { $0.buffer.row(firstWatched + place, count: $0.count) }
    }

    /// The finishes of a target by replication; `nil` where it was not kept, or no unfinished task serves it.
    func positions(of target: Int) -> [Int32]? {
        rowOfTarget[target] < 0 ? nil : rounds.flatMap { $0.buffer.row(Int(rowOfTarget[target]), count: $0.count) }
    }
}
