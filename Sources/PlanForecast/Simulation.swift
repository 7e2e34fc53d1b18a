import CKernels
import PlanNetwork
import PlanStatistics
import Synchronization

/// Runs a program over blocks of replications on a few threads, in one round or in rounds until it is exact enough.
struct Simulation {
    let program: ForecastProgram
    let settings: ForecastSettings
    let criticalityTargets: [Int]
    /// Whether days on the path and merge bias are gathered.
    let explains: Bool

    /// What comes out: finishes by target and replication, and each thread's counts along the paths.
    struct Result {
        var finishes: FinishSamples
        var counters: [PathCounter]
    }

    /// Replications before a precision is looked at for the first time; then twice as many each time.
    private static let firstRound = 1 << 10

    /// The result, or `nil` where `progress` said stop.
    ///
    /// - Parameters:
    ///   - isExactEnough: asked between rounds where the settings name a precision.
    ///   - progress: told (replications done, of how many).
    func run(
        isExactEnough: (FinishSamples) -> Bool, _ progress: @escaping @Sendable (Int, Int) -> Bool
    ) -> Result? {
        let tables = KernelTables(program.network)
        let counter = PathCounter(program, targets: criticalityTargets.count, explains: explains)
        var result = Result(finishes: FinishSamples(program), counters: Array(repeating: counter, count: threads))
        while result.finishes.samples < settings.samples {
            let done = result.finishes.samples
            let goal = settings.precision == nil ? settings.samples : min(settings.samples, max(Self.firstRound, 2 * done))
            guard run(done..<goal, tables, &result, progress) else { return nil }
            if settings.precision != nil, isExactEnough(result.finishes) { break }
        }
        return result
    }

    private var threads: Int { min(settings.threads, Self.blocks(settings.samples)) }
    private static func blocks(_ samples: Int) -> Int { (samples + Int(HW_LANES) - 1) / Int(HW_LANES) }

    /// Adds the replications of a range that begins with a block; says whether they were run to the end.
    private func run(
        _ range: Range<Int>, _ tables: KernelTables, _ result: inout Result,
        _ progress: @escaping @Sendable (Int, Int) -> Bool
    ) -> Bool {
        let (firstBlock, lastBlock) = (range.lowerBound / Int(HW_LANES), Self.blocks(range.upperBound))
        let output = SampleBuffer(rows: program.outputRowCount, columns: (lastBlock - firstBlock) * Int(HW_LANES))
        let next = Atomic<Int>(firstBlock)
        let done = Atomic<Int>(range.lowerBound)
        let stopped = Atomic<Bool>(false)
        let counters = result.counters
        result.counters = Parallel.map(count: counters.count, threads: settings.threads) { thread in
            var worker = Worker(program: program, output: output, tables: tables, settings: settings)
            var walk = PathWalk(program: program, targets: criticalityTargets, counter: counters[thread], explains: explains)
            while !stopped.load(ordering: .relaxed) {
                let first = next.add(settings.blocksAtATime, ordering: .relaxed).oldValue
                guard first < lastBlock else { break }
                for block in first..<min(first + settings.blocksAtATime, lastBlock) {
                    worker.forward(block, column: (block - firstBlock) * Int(HW_LANES), &walk.counter)
                    walk.count(block, lanes: Self.lanes(of: block, upTo: range.upperBound), &worker)
                }
                let finished = min(
                    done.add(settings.blocksAtATime * Int(HW_LANES), ordering: .relaxed).newValue, range.upperBound)
                if !progress(finished, range.upperBound) { stopped.store(true, ordering: .relaxed) }
            }
            return walk.counter
        }
        result.finishes.append(output, count: range.count)
        return !stopped.load(ordering: .relaxed)
    }

    /// The replications of a block that count; the last block may hold fewer than 64.
    private static func lanes(of block: Int, upTo samples: Int) -> UInt64 {
        let held = samples - block * Int(HW_LANES)
        return held >= Int(HW_LANES) ? UInt64.max : (1 << UInt64(held)) - 1
    }
}
