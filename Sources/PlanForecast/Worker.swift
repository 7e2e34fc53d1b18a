import CKernels
import PlanNetwork
import PlanStatistics

/// One thread's scratch memory, reused from block to block: rows, masks, effects, and the trace's sets.
@safe struct Worker: ~Copyable {
    private let program: ForecastProgram
    private let output: SampleBuffer
    private let tables: KernelTables
    private let settings: ForecastSettings
    private let rows: UnsafeMutableRawPointer
    private let masks: UnsafeMutablePointer<UInt64>
    private var events: EventSampler
    // The trace: which nodes wait in which replications, by pages that are taken as paths need them.
    private let bits: UnsafeMutablePointer<UInt64>
    private let pages: UnsafeMutablePointer<UInt64>
    private let pageNumbers: UnsafeMutablePointer<UInt32>
    private let nodes: UnsafeMutablePointer<UInt32>
    private let lanesOf: UnsafeMutablePointer<UInt64>

    /// Nodes that the trace hands over at a time.
    private static let batch = 1024

    init(program: ForecastProgram, output: SampleBuffer, tables: KernelTables, settings: ForecastSettings) {
        (self.program, self.output, self.tables, self.settings) = (program, output, tables, settings)
        unsafe rows = Self.pages(max(program.rowCount, 1) * Int(HW_LANES) * 4)
        unsafe masks = Self.pages(max(program.trace.maskCount, 1) * 8).assumingMemoryBound(to: UInt64.self)
        events = EventSampler(program.events)
        let (words, pageCount) = (hw_trace_words(program.nodeCount), hw_trace_pages(program.nodeCount))
        unsafe bits = .allocate(capacity: words)
        unsafe bits.initialize(repeating: 0, count: words)
        // Pages beyond those that paths touch are never touched here either, so they take no memory.
        unsafe pages = .allocate(capacity: pageCount * 64)
        unsafe pageNumbers = .allocate(capacity: pageCount * 2)
        unsafe nodes = .allocate(capacity: Self.batch)
        unsafe lanesOf = .allocate(capacity: Self.batch)
    }

    /// Memory that is read all over: on huge pages where it is large.
    private static func pages(_ bytes: Int) -> UnsafeMutableRawPointer {
        let isLarge = bytes >= 2 * Int(HW_HUGE_PAGE)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? Int(HW_HUGE_PAGE) : 64)
        if isLarge { unsafe hw_ask_for_huge_pages(memory, bytes) }
        return unsafe memory
    }

    deinit {
        unsafe rows.deallocate()
        unsafe masks.deallocate()
        unsafe bits.deallocate()
        unsafe pages.deallocate()
        unsafe pageNumbers.deallocate()
        unsafe nodes.deallocate()
        unsafe lanesOf.deallocate()
    }

    /// Runs the program for the 64 replications of a block, whose columns begin at `column` of the output.
    mutating func forward(_ block: Int, column: Int, _ counter: inout PathCounter) {
        let first = UInt32(truncatingIfNeeded: block * Int(HW_LANES))
        let (program, tables, kernel) = (program, tables, settings.kernel.rawValue)
        unsafe program.words.withUnsafeBufferPointer { words in
            unsafe tables.withProgram(words.baseAddress, program.nodeCount, stratified: settings.isStratified) { code in
                unsafe events.draw(&code, first: first)
                unsafe counter.boundSums.withUnsafeMutableBufferPointer { bounds in
                    unsafe counter.startSums.withUnsafeMutableBufferPointer { starts in
                        var space = unsafe workspace(column)
                        unsafe space.bound_sums = bounds.isEmpty ? nil : bounds.baseAddress
                        unsafe space.start_sums = starts.baseAddress
                        unsafe hw_forward(&code, &space, first, kernel)
                    }
                }
            }
        }
    }

    /// Draws the events of a block alone, as `durations` needs them.
    mutating func drawEvents(_ block: Int) {
        let (program, tables) = (program, tables)
        unsafe program.words.withUnsafeBufferPointer { words in
            unsafe tables.withProgram(words.baseAddress, program.nodeCount, stratified: settings.isStratified) { code in
                unsafe events.draw(&code, first: UInt32(truncatingIfNeeded: block * Int(HW_LANES)))
            }
        }
    }

    private func workspace(_ column: Int) -> hw_workspace {
        unsafe hw_workspace(
            rows: rows.assumingMemoryBound(to: Int32.self), masks: masks, output: output.base + column,
            output_stride: output.columns, effects: events.effects, bound_sums: nil, start_sums: nil)
    }

    /// Follows driving paths back from a node in the given replications and hands every node reached to `take`, with the replications in
    /// which it was.
    mutating func trace(from node: UInt32, lanes: UInt64, _ take: (UInt32, UInt64) -> Void) {
        unsafe traceBatches(from: node, lanes: lanes) { nodes, lanesOf in
            for place in nodes.indices { unsafe take(nodes[place], lanesOf[place]) }
        }
    }

    /// The same, many nodes at a time.
    mutating func traceBatches(
        from node: UInt32, lanes: UInt64, _ take: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt64>) -> Void
    ) {
        let program = program
        unsafe program.trace.entry.withUnsafeBufferPointer { entry in
            unsafe program.trace.sources.withUnsafeBufferPointer { sources in
                var graph = unsafe hw_trace_graph(
                    node_count: program.nodeCount, entry: entry.baseAddress, sources: sources.baseAddress)
                let pageCount = hw_trace_pages(program.nodeCount)
                var scratch = unsafe hw_trace_scratch(
                    bits: bits, pages: pages, page_of: pageNumbers, free_pages: pageNumbers + pageCount, free_count: 0,
                    used_pages: 0, waiting: 0)
                unsafe hw_trace_start(&graph, &scratch, node, lanes)
                while unsafe scratch.waiting > 0 {
                    let count = unsafe hw_trace_next(&graph, masks, &scratch, Self.batch, nodes, lanesOf)
                    unsafe take(
                        UnsafeBufferPointer(start: nodes, count: count), UnsafeBufferPointer(start: lanesOf, count: count))
                }
            }
        }
    }

    /// The durations that a node had in a block that was just run, 64 minutes.
    ///
    /// - Parameters:
    ///   - without: rows of effects to leave out.
    ///   - durations: room for them.
    mutating func durations(of node: UInt32, block: Int, without: Range<Int> = 0..<0, into durations: inout [Int32]) {
        let (program, tables) = (program, tables)
        let starts = program.windowedStart[Int32(node)].map { Int($0) * Int(HW_LANES) }
        unsafe program.words.withUnsafeBufferPointer { words in
            unsafe tables.withProgram(words.baseAddress, program.nodeCount, stratified: settings.isStratified) { code in
                unsafe durations.withUnsafeMutableBufferPointer { durations in
                    var space = unsafe workspace(0)
                    let kept = unsafe starts.map { unsafe rows.assumingMemoryBound(to: Int32.self) + $0 }
                    unsafe hw_durations(
                        &code, &space, UInt32(truncatingIfNeeded: block * Int(HW_LANES)), Int(program.recordOf[Int(node)]),
                        kept,
                        UInt32(without.lowerBound), UInt32(without.count), durations.baseAddress!)
                }
            }
        }
    }
}
