import CKernels
import PlanNetwork
import PlanStatistics

/// One thread's scratch memory, reused from block to block: rows, masks, and the trace's bit sets.
@safe struct Worker: ~Copyable {
    private let program: ForecastProgram
    private let output: SampleBuffer
    private let tables: KernelTables
    private let kernel: Int32
    private let rows: UnsafeMutableRawPointer
    private let masks: UnsafeMutablePointer<UInt64>
    private let reached: UnsafeMutablePointer<UInt64>
    private let bits: UnsafeMutablePointer<UInt64>
    private let hits: UnsafeMutablePointer<UInt32>

    init(program: ForecastProgram, output: SampleBuffer, tables: KernelTables, settings: ForecastSettings) {
        (self.program, self.output, self.tables, kernel) = (program, output, tables, settings.kernel.rawValue)
        unsafe rows = .allocate(byteCount: max(program.rowCount, 1) * Int(HW_LANES) * 4, alignment: 64)
        unsafe masks = .allocate(capacity: max(program.maskCount, 1))
        let (nodes, words) = (program.nodeCount, hw_trace_words(program.nodeCount))
        unsafe reached = .allocate(capacity: max(nodes, 1))
        unsafe bits = .allocate(capacity: words)
        unsafe hits = .allocate(capacity: max(nodes, 1) * 2)
        unsafe reached.initialize(repeating: 0, count: nodes)
        unsafe bits.initialize(repeating: 0, count: words)
    }

    deinit {
        unsafe rows.deallocate()
        unsafe masks.deallocate()
        unsafe reached.deallocate()
        unsafe bits.deallocate()
        unsafe hits.deallocate()
    }

    /// Runs the program for the 64 replications of a block.
    mutating func forward(_ block: Int) {
        unsafe program.words.withUnsafeBufferPointer { words in
            unsafe tables.withPointers { calendars, normal, pert in
                var code = unsafe hw_program(
                    words: words.baseAddress, node_count: program.nodeCount, calendars: calendars, normal_table: normal,
                    pert_tables: pert)
                var space = unsafe hw_workspace(
                    rows: rows.assumingMemoryBound(to: Int32.self), masks: masks, output: output.base + block * Int(HW_LANES),
                    output_stride: output.columns)
                unsafe hw_forward(&code, &space, UInt32(truncatingIfNeeded: block * Int(HW_LANES)), kernel)
            }
        }
    }

    /// Follows driving paths back from a node in the given replications and hands every node reached to `take`, with their number.
    mutating func trace(from node: UInt32, lanes: UInt64, _ take: (Int, Int32) -> Void) {
        let count = unsafe program.graph.arcOffset.withUnsafeBufferPointer { offsets in
            unsafe program.graph.arcSource.withUnsafeBufferPointer { sources in
                unsafe program.firstMask.withUnsafeBufferPointer { first in
                    var graph = unsafe hw_trace_graph(
                        node_count: program.nodeCount, arc_offset: offsets.baseAddress, arc_source: sources.baseAddress,
                        first_mask: first.baseAddress)
                    return unsafe hw_trace(
                        &graph, masks, hw_trace_scratch(reached: reached, bits: bits), node, lanes, hits,
                        hits + program.nodeCount)
                }
            }
        }
        for hit in 0..<count { unsafe take(Int(hits[hit]), Int32(hits[program.nodeCount + hit])) }
    }
}
