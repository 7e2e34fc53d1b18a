import CKernels
import PlanModel
public import PlanNetwork
public import PlanSchedule
import PlanStatistics

/// A network as the forward kernel reads it: one record a node, front to back (layout at `hw_program`), and the graph of the trace.
///
/// Written once for a network and a seed; any number of forecasts may run it.
public struct ForecastProgram: Sendable {
    /// What it computes.
    public let network: Network
    /// What its random numbers are keyed by.
    public let seed: UInt64
    /// Whether sensitivities may be asked for.
    public let explains: Bool
    /// How people are handed from task to task; `nil` where they are not limited.
    public let chains: ResourceChains?
    /// The records.
    private(set) var words: [UInt32] = []
    /// Rows of finishes and starts that are alive at once.
    private(set) var rowCount = 0
    /// Where paths come from.
    private(set) var trace = TracedArcs()
    /// Targets whose finishes are kept, in the order of their output rows.
    private(set) var outputTargets: [Int32] = []
    /// Nodes whose own finishes are kept, after those of targets in the output; and the date (a position on the node's calendar) after which
    /// people whom it holds are gone, `Int32.max` where nobody goes.
    private(set) var watched: [(node: Int32, limit: Int32)] = []
    /// What events draw and which rows of effects they fill.
    let events: EventProgram
    /// Where each record begins in `words`; empty unless asked for.
    private(set) var recordOf: [UInt32] = []
    /// The row of starts that a node with windowed effects keeps for good.
    private(set) var windowedStart: [Int32: Int32] = [:]
    /// The network node of each program node, −1 for hubs.
    let networkNode: [Int32]
    /// The hub of each target, −1 where no unfinished task serves it.
    let hubOfTarget: [Int32]
    /// The calendar on whose positions each target's finish is counted.
    let axisOfTarget: [UInt16]

    var nodeCount: Int { networkNode.count }

    /// Rows of finishes that are kept: of targets, then of `watched`.
    var outputRowCount: Int { outputTargets.count + watched.count }

    /// Whether a program node is a task, not a hub of targets or of projects.
    func isTask(_ node: Int) -> Bool { networkNode[node] >= 0 && network.structure.taskOfNode[Int(networkNode[node])] >= 0 }

    /// The memory that the finishes of so many replications take, bytes; callers may refuse what does not fit.
    ///
    /// - Parameter samples: replications, 1 or more.
    public func sampleBytes(_ samples: Int) -> Int {
        outputRowCount * ((samples + Int(HW_LANES) - 1) / Int(HW_LANES) * Int(HW_LANES)) * MemoryLayout<Int32>.size
    }

    /// What holds the start of a node beside its predecessors.
    enum StartBound {
        /// No earlier than a position; far below all positions where nothing holds it.
        case atLeast(Int32)
        /// Limits of its finish, or of how late it may be.
        case limits
    }

    /// What holds the start of a node, off its record (layout at `hw_program`); for programs that explain.
    func bound(of node: Int) -> StartBound {
        let record = Int(recordOf[node])
        let op = Int(words[record])
        if op & Int(HW_HAS_LIMITS) != 0 { return .limits }
        guard op & Int(HW_HAS_FLOOR) != 0 else { return .atLeast(Int32.min / 2) }
        let counts = [HW_IS_WIDE, HW_HAS_SPECIALS].count { op & Int($0) != 0 }
        return .atLeast(Int32(bitPattern: words[record + 2 + counts]))
    }

    /// Writes the program of a network.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - seed: what all randomness is keyed by.
    ///   - targets: the targets (indices) whose finishes are kept; `nil` for all.
    ///   - explains: whether sensitivities may be asked for, which need four bytes more a task.
    ///   - chains: of a schedule of this network under capacity; every replication keeps to their order.
    ///   - watching: tasks (nodes) whose own finishes are kept.
    /// - Complexity: O(tasks + relations + effects).
    public init(
        _ network: Network, seed: UInt64, targets: [Int]? = nil, explains: Bool = false, chains: ResourceChains? = nil,
        watching: [Int] = []
    ) {
        (self.network, self.seed, self.explains, self.chains) = (network, seed, explains, chains)
        let graph = ProgramGraph(network, chains: chains)
        (networkNode, hubOfTarget, axisOfTarget) = (graph.networkNode, graph.hubOfTarget, graph.axisOfTarget)
        events = EventProgram(network, seed: seed)
        write(graph, targets: targets.map(Set.init), watching: Set(watching))
    }

    private mutating func write(_ graph: ProgramGraph, targets: Set<Int>?, watching: Set<Int>) {
        var rows = RowAllocation(graph, keptStarts: !events.windowed.isEmpty)
        words.reserveCapacity(graph.count * 8 + graph.arcSource.count * 2)
        trace.reserve(graph.count)
        if explains { recordOf.reserveCapacity(graph.count) }
        let records = RecordWriter(network, seed: seed, events)
        let isKept = { (target: Int32) in target >= 0 && targets?.contains(Int(target)) ?? true }
        let targetRows = graph.targetOf.count(where: isKept)
        let fallOf = Dictionary(uniqueKeysWithValues: (chains?.falls ?? []).map { ($0.node, $0.instant) })
        for node in 0..<graph.count {
            if explains { recordOf.append(UInt32(words.count)) }
            var outputRow: Int?
            if isKept(graph.targetOf[node]) {
                outputRow = outputTargets.count
                outputTargets.append(graph.targetOf[node])
            } else if graph.networkNode[node] >= 0 {
                let (task, fall) = (graph.networkNode[node], fallOf[graph.networkNode[node]])
                if fall != nil || watching.contains(Int(task)) {
                    outputRow = targetRows + watched.count
                    let calendar = network.structure.calendars[network.structure.calendar(of: Int(task))]
                    watched.append((task, fall.map(calendar.work) ?? Int32.max))
                }
            }
            write(node, outputRow, graph, records, &rows)
        }
        words += repeatElement(0, count: Int(HW_PADDING))
        rowCount = rows.rowCount
    }

    private mutating func write(
        _ node: Int, _ outputRow: Int?, _ graph: ProgramGraph, _ records: RecordWriter, _ rows: inout RowAllocation
    ) {
        let arcs = Int(graph.arcOffset[node])..<Int(graph.arcOffset[node + 1])
        let firstSpecial = Self.firstSpecial(in: arcs, graph)
        let (plain, special) = (firstSpecial - arcs.lowerBound, arcs.upperBound - firstSpecial)
        let networkNode = graph.networkNode[node]
        rows.release(lastUsedAt: node, arcs, graph)
        let keepsStart = rows.allocate(node, keepsStart: events.hasWindow(networkNode))
        let hasFloor = graph.floor[node] != Int32.min
        let limits = graph.limits.isEmpty ? nil : graph.limits[node]
        let hasMasks = arcs.count + (hasFloor ? 1 : 0) + (limits != nil ? 1 : 0) > 1 && !arcs.isEmpty
        let isWide = plain > Int(HW_MOST_COUNTED)
        var op = UInt32(records.shape(networkNode)) | records.flags(networkNode)
        func flag(_ condition: Bool, _ bit: Int) { if condition { op |= UInt32(bit) } }
        flag(hasFloor, HW_HAS_FLOOR)
        flag(keepsStart, HW_KEEPS_START)
        flag(outputRow != nil, HW_IS_OUTPUT)
        flag(hasMasks, HW_HAS_MASKS)
        flag(limits != nil, HW_HAS_LIMITS)
        flag(graph.earliest.contains(node), HW_TAKES_EARLIEST)
        flag(special > 0, HW_HAS_SPECIALS)
        flag(isWide, HW_IS_WIDE)
        if !isWide { op |= UInt32(plain << HW_PLAIN_SHIFT) }
        let first = words.count
        words.append(op)
        words.append(UInt32(rows.finishRow[node]))
        if isWide { words.append(UInt32(plain)) }
        if special > 0 { words.append(UInt32(special)) }
        if hasFloor { words.append(UInt32(bitPattern: graph.floor[node])) }
        if let limits { words += limits.words }
        if keepsStart { words.append(UInt32(rows.startRow(node))) }
        if events.hasWindow(networkNode) { windowedStart[Int32(node)] = rows.startRow(node) }
        if let outputRow { words.append(UInt32(outputRow)) }
        trace.append(graph.arcSource[arcs], hasMasks: hasMasks)
        records.appendDuration(networkNode, to: &words)
        words[first] |= appendPrefetches(for: node + Self.prefetchAhead, graph, rows) << UInt32(HW_PREFETCH_SHIFT)
        for arc in arcs.lowerBound..<firstSpecial { words.append(UInt32(rows.finishRow[Int(graph.arcSource[arc])])) }
        for arc in firstSpecial..<arcs.upperBound { appendSpecial(graph.specials[Int(graph.specialOf[arc])], rows) }
        rows.releaseUnused(node)
    }

    /// The first special arc of a node; plain ones come before.
    private static func firstSpecial(in arcs: Range<Int>, _ graph: ProgramGraph) -> Int {
        var arc = arcs.lowerBound
        while arc < arcs.upperBound, arc >= graph.specialOf.count || graph.specialOf[arc] < 0 { arc += 1 }
        return arc
    }

    /// How many records ahead of their use rows are fetched, and how old (in records) a row must be to have left the nearest caches.
    private static let prefetchAhead = 16, prefetchAge = 300

    /// Names the rows that a later node reads and that were written long ago; returns how many.
    private mutating func appendPrefetches(for node: Int, _ graph: ProgramGraph, _ rows: RowAllocation) -> UInt32 {
        guard node < graph.count else { return 0 }
        var count: UInt32 = 0
        for arc in Int(graph.arcOffset[node])..<Int(graph.arcOffset[node + 1]) where count < UInt32(HW_MOST_COUNTED) {
            let source = Int(graph.arcSource[arc])
            guard node - source > Self.prefetchAge else { continue }
            words.append(UInt32(rows.finishRow[source]))
            count += 1
        }
        return count
    }

    private mutating func appendSpecial(_ arc: ProgramGraph.SpecialArc, _ rows: RowAllocation) {
        let row = arc.leavesStart ? rows.startRow(Int(arc.source)) : rows.finishRow[Int(arc.source)]
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
