import CKernels
import PlanNetwork
import PlanStatistics
import Synchronization

/// How far the minutes that tasks and events put on driving paths may be from those of infinitely many replications.
///
/// The forecast keeps their sums alone, so paths are walked once more, for the selected tasks and all events. The spread is that between
/// full blocks of 64 replications, which are independent of each other, stratified or not; with fewer than eight of them, that between
/// replications, which is on the safe side where they are stratified.
struct PathErrors {
    /// Fewer blocks than this tell too little of the variance between them.
    private static let fewestBlocks = 8

    /// By target in the order of the selections, then by task of the selection.
    private(set) var tasks: [[Double]] = []
    /// By target, then by event.
    private(set) var events: [[Double]] = []
    /// How many standard errors a 95 % interval reaches to either side.
    let coverageFactor: Double

    /// The errors of a forecast; `nil` where `progress` said stop, or there is one replication only.
    init?(
        _ selections: [TaskSelection], _ forecast: Forecast, _ program: ForecastProgram,
        _ progress: @escaping @Sendable (Int) -> Bool
    ) {
        let (samples, lanes) = (forecast.settings.samples, Int(HW_LANES))
        let byBlock = samples / lanes >= Self.fewestBlocks
        let (pieces, length) = byBlock ? (samples / lanes, lanes) : (samples, 1)
        guard pieces >= 2 else { return nil }
        coverageFactor = StudentT.quantile975(degrees: pieces - 1)
        let run = PathErrorRun(
            program: program, settings: forecast.settings, selections: selections,
            blocks: byBlock ? pieces : (samples + lanes - 1) / lanes,
            byBlock: byBlock)
        guard let sums = run.sums(progress) else { return nil }
        func errors(_ sums: [[PieceSums]]) -> [[Double]] {
            sums.map { $0.map { $0.standardError(pieces: pieces, length: length, samples: samples) } }
        }
        (tasks, events) = (errors(sums.tasks), errors(sums.events))
    }
}

/// The run that finds them.
private struct PathErrorRun {
    let program: ForecastProgram
    let settings: ForecastSettings
    let selections: [TaskSelection]
    let blocks: Int
    let byBlock: Bool

    /// Sums by target, then by task or event.
    struct Sums: Sendable {
        var tasks: [[PieceSums]], events: [[PieceSums]]

        mutating func add(_ other: Sums) {
            for target in tasks.indices {
                for place in tasks[target].indices { tasks[target][place].add(other.tasks[target][place]) }
                for place in events[target].indices { events[target][place].add(other.events[target][place]) }
            }
        }
    }

    func sums(_ progress: @escaping @Sendable (Int) -> Bool) -> Sums? {
        let tables = KernelTables(program.network)
        let places = selections.map { selection in
            Dictionary(uniqueKeysWithValues: zip(selection.entries.map(\.node), selection.entries.indices))
        }
        let next = Atomic<Int>(0)
        let stopped = Atomic<Bool>(false)
        let parts = Parallel.map(count: min(settings.threads, blocks), threads: settings.threads) { _ in
            let unread = SampleBuffer(rows: program.outputRowCount, columns: Int(HW_LANES))
            var worker = Worker(program: program, output: unread, tables: tables, settings: settings)
            var walk = PathErrorWalk(program: program, selections: selections, places: places, byBlock: byBlock)
            var counter = PathCounter(program, targets: 0, explains: false)
            while !stopped.load(ordering: .relaxed) {
                let block = next.add(1, ordering: .relaxed).oldValue
                guard block < blocks else { break }
                worker.forward(block, column: 0, &counter)
                walk.count(block, lanes: lanes(of: block), &worker)
                if !progress(min((block + 1) * Int(HW_LANES), settings.samples)) { stopped.store(true, ordering: .relaxed) }
            }
            return walk.sums
        }
        guard !stopped.load(ordering: .relaxed), var all = parts.first else { return nil }
        for part in parts.dropFirst() { all.add(part) }
        return all
    }

    private func lanes(of block: Int) -> UInt64 {
        let held = settings.samples - block * Int(HW_LANES)
        return held >= Int(HW_LANES) ? UInt64.max : (1 << UInt64(held)) - 1
    }
}

/// One thread's walk along the paths.
private struct PathErrorWalk {
    private let program: ForecastProgram
    private let selections: [TaskSelection]
    private let places: [[Int32: Int]]
    private let byBlock: Bool
    private(set) var sums: PathErrorRun.Sums
    private var durations = [Int32](repeating: 0, count: Int(HW_LANES))
    private var without = [Int32](repeating: 0, count: Int(HW_LANES))
    private var reached: [(node: UInt32, lanes: UInt64)] = []
    /// By event and lane: minutes of one block.
    private var eventMinutes: [Int64]
    private var touched: Set<Int> = []

    init(program: ForecastProgram, selections: [TaskSelection], places: [[Int32: Int]], byBlock: Bool) {
        (self.program, self.selections, self.places, self.byBlock) = (program, selections, places, byBlock)
        let events = program.events.draws.count
        sums = .init(
            tasks: selections.map { Array(repeating: PieceSums(), count: $0.entries.count) },
            events: selections.map { _ in Array(repeating: PieceSums(), count: events) })
        eventMinutes = Array(repeating: 0, count: events * Int(HW_LANES))
    }

    /// Counts the paths of a block in the replications of `lanes`.
    mutating func count(_ block: Int, lanes: UInt64, _ worker: inout Worker) {
        for (target, selection) in selections.enumerated() where program.hubOfTarget[selection.target] >= 0 {
            var found: [(node: UInt32, lanes: UInt64)] = []
            swap(&found, &reached)
            found.removeAll(keepingCapacity: true)
            worker.trace(from: UInt32(program.hubOfTarget[selection.target]), lanes: lanes) { found.append(($0, $1)) }
            for (node, lanes) in found where program.networkNode[Int(node)] >= 0 { add(node, lanes, target, block, &worker) }
            swap(&found, &reached)
            for event in touched { finish(event, target) }
            touched.removeAll(keepingCapacity: true)
        }
    }

    private mutating func add(_ node: UInt32, _ lanes: UInt64, _ target: Int, _ block: Int, _ worker: inout Worker) {
        let networkNode = program.networkNode[Int(node)]
        let place = places[target][networkNode]
        let effects = program.events.model.effects(on: Int(networkNode))
        guard place != nil || !effects.isEmpty else { return }
        worker.durations(of: node, block: block, into: &durations)
        if let place {
            let planned = Int64(program.network.values.remaining[Int(networkNode)])
            var sum: Int64 = 0
            Self.forEach(lanes) { lane in
                let excess = Int64(durations[lane]) - planned
                if byBlock { sum += excess } else { sums.tasks[target][place].add(excess) }
            }
            if byBlock { sums.tasks[target][place].add(sum) }
        }
        for effect in effects {
            let event = Int(program.events.model.effects[effect].event)
            worker.durations(of: node, block: block, without: program.events.rows(of: event), into: &without)
            touched.insert(event)
            Self.forEach(lanes) { lane in
                eventMinutes[event * Int(HW_LANES) + lane] += Int64(durations[lane]) - Int64(without[lane])
            }
        }
    }

    /// Adds what an event did in a block, over all tasks that it touches.
    private mutating func finish(_ event: Int, _ target: Int) {
        let lanes = event * Int(HW_LANES)..<(event + 1) * Int(HW_LANES)
        if byBlock {
            sums.events[target][event].add(eventMinutes[lanes].reduce(0, +))
        } else {
            for lane in lanes { sums.events[target][event].add(eventMinutes[lane]) }
        }
        for lane in lanes { eventMinutes[lane] = 0 }
    }

    private static func forEach(_ lanes: UInt64, _ body: (Int) -> Void) {
        var rest = lanes
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}
