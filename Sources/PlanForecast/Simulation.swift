import CKernels
import PlanNetwork
import PlanStatistics
import Synchronization

/// Runs a program over all blocks of replications on a few threads.
struct Simulation {
    let program: ForecastProgram
    let settings: ForecastSettings
    let criticalityTargets: [Int]

    /// What comes out: finishes by target and replication, and each thread's criticality counts.
    struct Result {
        var finishes: FinishSamples
        var counters: [CriticalityCounter]
    }

    private var blockCount: Int { (settings.samples + Int(HW_LANES) - 1) / Int(HW_LANES) }

    /// The result, or `nil` where `progress` said stop.
    func run(_ progress: @escaping @Sendable (Int, Int) -> Bool) -> Result? {
        let output = SampleBuffer(rows: program.outputTargets.count, columns: blockCount * Int(HW_LANES))
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        let stopped = Atomic<Bool>(false)
        let tables = KernelTables(
            program.network.structure.calendars, needsPERT: program.network.values.laws.contains { $0.shape == .pert })
        let counters = Parallel.map(count: min(settings.threads, blockCount), threads: settings.threads) { _ in
            var worker = Worker(program: program, output: output, tables: tables, settings: settings)
            var counter = CriticalityCounter(nodeCount: program.nodeCount)
            while !stopped.load(ordering: .relaxed) {
                let first = next.add(settings.blocksAtATime, ordering: .relaxed).oldValue
                guard first < blockCount else { break }
                for block in first..<min(first + settings.blocksAtATime, blockCount) {
                    worker.forward(block)
                    count(block, &worker, &counter)
                }
                let finished = min(
                    done.add(settings.blocksAtATime * Int(HW_LANES), ordering: .relaxed).newValue, settings.samples)
                if !progress(finished, settings.samples) { stopped.store(true, ordering: .relaxed) }
            }
            return counter
        }
        if stopped.load(ordering: .relaxed) { return nil }
        return Result(finishes: FinishSamples(output, program, samples: settings.samples), counters: counters)
    }

    /// Counts the driving paths of one block; the last block may hold fewer replications.
    private func count(_ block: Int, _ worker: inout Worker, _ counter: inout CriticalityCounter) {
        let held = settings.samples - block * Int(HW_LANES)
        let lanes = held >= 64 ? UInt64.max : (1 << UInt64(held)) - 1
        for (place, target) in criticalityTargets.enumerated() {
            let hub = program.graph.hubOfTarget[target]
            if hub >= 0 { worker.trace(from: UInt32(hub), lanes: lanes) { counter.add($0, target: Int32(place), count: $1) } }
        }
    }
}
