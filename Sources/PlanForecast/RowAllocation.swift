/// Gives each node's row of finishes (and of starts, where a relation leaves one) a place that is reused after the last reader, so that only
/// the rows alive at once take memory, and the newest freed one, still in cache, is taken first.
struct RowAllocation {
    /// The row of each node's finishes; −1 before and after it is alive.
    private(set) var finishRow: [Int32]
    /// Rows ever alive at once.
    private(set) var rowCount = 0
    /// The row of each node's starts; empty where nothing reads any, −1 where nothing reads this one.
    private var startRows: [Int32]
    /// The last node that reads each node's finishes and starts; −1 for none.
    private var lastFinishUse: [Int32]
    private var lastStartUse: [Int32]
    private var free: [Int32] = []

    /// - Parameters:
    ///   - graph: what will be run.
    ///   - keptStarts: whether starts of some nodes are read after the run too.
    init(_ graph: ProgramGraph, keptStarts: Bool) {
        finishRow = Array(repeating: -1, count: graph.count)
        startRows = keptStarts || graph.specials.contains { $0.leavesStart } ? finishRow : []
        (lastFinishUse, lastStartUse) = (finishRow, startRows)
        for node in 0..<graph.count {
            for arc in Int(graph.arcOffset[node])..<Int(graph.arcOffset[node + 1]) {
                if arc < graph.specialOf.count, graph.specialOf[arc] >= 0, graph.specials[Int(graph.specialOf[arc])].leavesStart
                {
                    lastStartUse[Int(graph.arcSource[arc])] = Int32(node)
                } else {
                    lastFinishUse[Int(graph.arcSource[arc])] = Int32(node)
                }
            }
        }
    }

    /// The row of a node's starts, which are kept.
    func startRow(_ node: Int) -> Int32 { startRows[node] }

    /// Frees the rows that `node` reads last. All of them are read before the node's own rows are written.
    mutating func release(lastUsedAt node: Int, _ arcs: Range<Int>, _ graph: ProgramGraph) {
        for arc in arcs {
            let source = Int(graph.arcSource[arc])
            if lastFinishUse[source] == Int32(node) {
                free.append(finishRow[source])
                lastFinishUse[source] = -2
            }
            if !startRows.isEmpty, lastStartUse[source] == Int32(node) {
                free.append(startRows[source])
                lastStartUse[source] = -2
            }
        }
    }

    /// Gives a node its rows; says whether its starts are kept, be it for relations or for good.
    mutating func allocate(_ node: Int, keepsStart: Bool) -> Bool {
        finishRow[node] = next()
        guard !startRows.isEmpty, keepsStart || lastStartUse[node] >= 0 else { return false }
        startRows[node] = next()
        if keepsStart { lastStartUse[node] = -2 }
        return true
    }

    /// Frees the finish row of a node that nothing reads.
    mutating func releaseUnused(_ node: Int) {
        if lastFinishUse[node] == -1 { free.append(finishRow[node]) }
    }

    private mutating func next() -> Int32 {
        if let row = free.popLast() { return row }
        rowCount += 1
        return Int32(rowCount - 1)
    }
}
