import CKernels
import PlanModel
import PlanNetwork
import PlanStatistics

/// A network as the forward kernel reads it: one record a node, front to back (layout at `hw_program`), and the graph of the trace.
struct ForecastProgram: Sendable {
    /// The records.
    private(set) var words: [UInt32] = []
    /// Rows of finishes and starts that are alive at once.
    private(set) var rowCount = 0
    /// Masks a block.
    private(set) var maskCount = 0
    /// Arcs into each node for the trace; `nodeCount + 1` offsets.
    private(set) var arcOffset: [UInt32] = []
    private(set) var arcSource: [UInt32] = []
    /// The first mask of each node's arcs, `UInt32.max` where the one arc always decides.
    private(set) var firstMask: [UInt32] = []
    /// Targets with an unfinished task, in the order of their output rows.
    private(set) var outputTargets: [Int32] = []
    /// The graph behind the records.
    let graph: ProgramGraph

    var nodeCount: Int { graph.count }

    /// Writes the program of a network for one seed.
    init(_ network: Network, seed: UInt64) {
        graph = ProgramGraph(network)
        arcOffset = graph.arcOffset.map { UInt32($0) }
        arcSource = graph.arcSource.map { UInt32($0) }
        var rows = RowAllocation(graph)
        words.reserveCapacity(graph.count * 14)
        firstMask.reserveCapacity(graph.count)
        let records = RecordWriter(network: network, seed: seed)
        for node in 0..<graph.count { write(node, records, &rows) }
        rowCount = rows.rowCount
    }

    private mutating func write(_ node: Int, _ records: RecordWriter, _ rows: inout RowAllocation) {
        let arcs = Int(graph.arcOffset[node])..<Int(graph.arcOffset[node + 1])
        let firstSpecial = arcs.first { $0 < graph.specialOf.count && graph.specialOf[$0] >= 0 } ?? arcs.upperBound
        let plainRows = (arcs.lowerBound..<firstSpecial).map { UInt32(rows.finishRow[Int(graph.arcSource[$0])]) }
        let specials = (firstSpecial..<arcs.upperBound).map { graph.specials[Int(graph.specialOf[$0])] }
        let specialRows = specials.map { UInt32($0.leavesStart ? rows.startRow[Int($0.source)] : rows.finishRow[Int($0.source)]) }
        rows.release(lastUsedAt: node, arcs, graph)
        let keepsStart = rows.allocate(node)
        let hasFloor = graph.floor[node] != Int32.min
        let hasMasks = arcs.count + (hasFloor ? 1 : 0) > 1 && !arcs.isEmpty
        let isOutput = graph.targetOf[node] >= 0
        var op = UInt32(records.shape(graph.networkNode[node]))
        if hasFloor { op |= UInt32(HW_HAS_FLOOR) }
        if keepsStart { op |= UInt32(HW_KEEPS_START) }
        if isOutput { op |= UInt32(HW_IS_OUTPUT) }
        if hasMasks { op |= UInt32(HW_HAS_MASKS) }
        words.append(op)
        words.append(0)
        words.append(UInt32(plainRows.count))
        words.append(UInt32(specials.count))
        words.append(UInt32(rows.finishRow[node]))
        if hasFloor { words.append(UInt32(bitPattern: graph.floor[node])) }
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
        words += plainRows
        for (arc, row) in zip(specials, specialRows) { appendSpecial(arc, row) }
        rows.releaseUnused(node)
    }

    private mutating func appendSpecial(_ arc: ProgramGraph.SpecialArc, _ row: UInt32) {
        var flags: UInt32 = 0
        if arc.holdsFinish { flags |= UInt32(HW_HOLDS_FINISH) }
        if arc.converts { flags |= UInt32(HW_CONVERTS) }
        if arc.lag.isElapsed { flags |= UInt32(HW_ELAPSED) }
        if arc.leavesStart { flags |= UInt32(HW_SPELLED_LATE) }
        words += [row, flags, UInt32(bitPattern: arc.lag.minutes), UInt32(arc.fromCalendar), UInt32(arc.toCalendar)]
    }
}
