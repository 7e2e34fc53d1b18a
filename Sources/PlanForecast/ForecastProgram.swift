import CKernels
import PlanModel
public import PlanNetwork
import PlanStatistics

/// A network as the forward kernel reads it: one record a node, front to back (layout at `hw_program`), and the graph of the trace.
///
/// Written once for a network and a seed; any number of forecasts may run it.
public struct ForecastProgram: Sendable {
    /// What it computes.
    public let network: Network
    /// What its random numbers are keyed by.
    public let seed: UInt64
    /// The records.
    private(set) var words: [UInt32] = []
    /// Rows of finishes and starts that are alive at once.
    private(set) var rowCount = 0
    /// Masks a block.
    private(set) var maskCount = 0
    /// The first mask of each node's arcs, `UInt32.max` where the one arc always decides.
    private(set) var firstMask: [UInt32] = []
    /// Targets with an unfinished task, in the order of their output rows.
    private(set) var outputTargets: [Int32] = []
    /// The graph behind the records.
    let graph: ProgramGraph

    var nodeCount: Int { graph.count }

    /// The memory that the finishes of so many replications take, bytes; callers may refuse what does not fit.
    ///
    /// - Parameter samples: replications, 1 or more.
    public func sampleBytes(_ samples: Int) -> Int {
        outputTargets.count * ((samples + Int(HW_LANES) - 1) / Int(HW_LANES) * Int(HW_LANES)) * MemoryLayout<Int32>.size
    }

    /// Writes the program of a network.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - seed: what all randomness is keyed by.
    /// - Complexity: O(tasks + relations).
    public init(_ network: Network, seed: UInt64) {
        (self.network, self.seed) = (network, seed)
        graph = ProgramGraph(network)
        var rows = RowAllocation(graph)
        words.reserveCapacity(graph.count * 16 + graph.arcSource.count * 2)
        firstMask.reserveCapacity(graph.count)
        let records = RecordWriter(network, seed: seed)
        for node in 0..<graph.count { write(node, records, &rows) }
        rowCount = rows.rowCount
    }

    private mutating func write(_ node: Int, _ records: RecordWriter, _ rows: inout RowAllocation) {
        let arcs = Int(graph.arcOffset[node])..<Int(graph.arcOffset[node + 1])
        let firstSpecial = firstSpecial(in: arcs)
        rows.release(lastUsedAt: node, arcs, graph)
        let keepsStart = rows.allocate(node)
        let hasFloor = graph.floor[node] != Int32.min
        let limits = graph.limits.isEmpty ? nil : graph.limits[node]
        let hasMasks = arcs.count + (hasFloor ? 1 : 0) + (limits != nil ? 1 : 0) > 1 && !arcs.isEmpty
        let isOutput = graph.targetOf[node] >= 0
        var op = UInt32(records.shape(graph.networkNode[node]))
        if hasFloor { op |= UInt32(HW_HAS_FLOOR) }
        if keepsStart { op |= UInt32(HW_KEEPS_START) }
        if isOutput { op |= UInt32(HW_IS_OUTPUT) }
        if hasMasks { op |= UInt32(HW_HAS_MASKS) }
        if limits != nil { op |= UInt32(HW_HAS_LIMITS) }
        if graph.earliest.contains(node) { op |= UInt32(HW_TAKES_EARLIEST) }
        words.append(op)
        let prefetchCount = words.count
        words.append(0)
        words.append(UInt32(firstSpecial - arcs.lowerBound))
        words.append(UInt32(arcs.upperBound - firstSpecial))
        words.append(UInt32(rows.finishRow[node]))
        if hasFloor { words.append(UInt32(bitPattern: graph.floor[node])) }
        if let limits { words += limits.words }
        if keepsStart { words.append(UInt32(rows.startRow[node])) }
        if isOutput {
            words.append(UInt32(outputTargets.count))
            outputTargets.append(graph.targetOf[node])
        }
        firstMask.append(hasMasks ? UInt32(maskCount) : UInt32.max)
        if hasMasks {
            words.append(UInt32(maskCount))
            maskCount += arcs.count
        }
        records.appendDuration(graph.networkNode[node], to: &words)
        words[prefetchCount] = appendPrefetches(for: node + Self.prefetchAhead, rows)
        for arc in arcs.lowerBound..<firstSpecial { words.append(UInt32(rows.finishRow[Int(graph.arcSource[arc])])) }
        for arc in firstSpecial..<arcs.upperBound { appendSpecial(graph.specials[Int(graph.specialOf[arc])], rows) }
        rows.releaseUnused(node)
    }

    private func firstSpecial(in arcs: Range<Int>) -> Int {
        var arc = arcs.lowerBound
        while arc < arcs.upperBound, arc >= graph.specialOf.count || graph.specialOf[arc] < 0 { arc += 1 }
        return arc
    }

    /// How many records ahead of their use rows are fetched, and how old (in records) a row must be to have left the nearest caches.
    private static let prefetchAhead = 16, prefetchAge = 300

    /// Names the rows that a later node reads and that were written long ago; returns how many.
    private mutating func appendPrefetches(for node: Int, _ rows: RowAllocation) -> UInt32 {
        guard node < graph.count else { return 0 }
        var count: UInt32 = 0
        for arc in Int(graph.arcOffset[node])..<Int(graph.arcOffset[node + 1]) {
            let source = Int(graph.arcSource[arc])
            guard node - source > Self.prefetchAge else { continue }
            words.append(UInt32(rows.finishRow[source]))
            count += 1
        }
        return count
    }

    private mutating func appendSpecial(_ arc: ProgramGraph.SpecialArc, _ rows: RowAllocation) {
        let row = arc.leavesStart ? rows.startRow[Int(arc.source)] : rows.finishRow[Int(arc.source)]
        var flags: UInt32 = 0
        if arc.holdsFinish { flags |= UInt32(HW_HOLDS_FINISH) }
        if arc.converts { flags |= UInt32(HW_CONVERTS) }
        if arc.lag.isElapsed { flags |= UInt32(HW_ELAPSED) }
        if arc.leavesLate { flags |= UInt32(HW_SPELLED_LATE) }
        words += [
            UInt32(row), flags, UInt32(bitPattern: arc.lag.minutes), UInt32(arc.fromCalendar), UInt32(arc.toCalendar),
            UInt32(arc.lagCalendar),
        ]
    }
}
