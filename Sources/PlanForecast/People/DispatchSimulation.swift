import CKernels
import PlanModel
public import PlanNetwork
import PlanSchedule
import PlanStatistics
import Synchronization

extension Forecast {
    /// Simulates a network under capacity: in each replication, whenever people are free, they take the ready task that goes first.
    ///
    /// Draws are those of the plain forecast, task by task. Illness, departures and hiring, where the plan names them, are drawn too. Sensitivities
    /// are not gathered.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - capacity: of the same plan.
    ///   - ranks: which of the tasks that want the same people goes first, `nodeCount` different values from 0 on.
    ///   - settings: samples, seed, threads; a precision is not looked at.
    ///   - targets: the targets (indices) whose finishes are kept; `nil` for all.
    ///   - progress: told (replications done, of how many) now and then, from any thread; returning false stops the simulation.
    /// - Returns: `nil` where it was stopped.
    /// - Complexity: O(samples × (tasks + relations + demands) log); memory 64 durations a task and thread.
    public init?(
        of network: Network, dispatching capacity: CapacityModel, ranks: [Int32], settings: ForecastSettings,
        targets: [Int]? = nil, progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) {
        let program = ForecastProgram(network, seed: settings.seed, targets: targets, explains: true)
        let problem = DispatchProblem(network, capacity, ranks: ranks, usesExpectedFinish: false).arranged()
        let simulation = DispatchSimulation(program, problem, settings)
        guard let result = simulation.run(progress) else { return nil }
        var finished = settings
        finished.precision = nil
        self.init(
            network, finished, result.finishes, result.criticality, events: nil, mergeBias: [], people: result.people)
    }
}

/// Runs blocks of replications on a few threads and adds up what they count.
struct DispatchSimulation {
    let program: ForecastProgram
    let problem: DispatchProblem
    let settings: ForecastSettings
    let targets: [Int]

    init(_ program: ForecastProgram, _ problem: DispatchProblem, _ settings: ForecastSettings) {
        (self.program, self.problem, self.settings) = (program, problem, settings)
        targets = settings.criticalityTargets ?? Forecast.defaultCriticalityTargets(program.network)
    }

    struct Result {
        var finishes: FinishSamples
        var criticality: Criticality
        var people: PeopleOutcome
    }

    /// What one thread brings back.
    private struct Share: Sendable {
        var trace: DispatchTrace
        var people: PeopleCounter
    }

    /// The result, or `nil` where `progress` said stop.
    func run(_ progress: @escaping @Sendable (Int, Int) -> Bool) -> Result? {
        let (lanes, samples) = (Int(HW_LANES), settings.samples)
        let blocks = (samples + lanes - 1) / lanes
        let threads = min(settings.threads, blocks)
        let output = SampleBuffer(rows: program.outputTargets.count, columns: blocks * lanes)
        let people = ReplicationSums(count: samples)
        let tables = KernelTables(program.network)
        let horizon = horizon
        let absences = AbsenceSampler(
            problem.capacity, seed: program.seed, from: program.network.values.dataDate, upTo: horizon)
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        let stopped = Atomic<Bool>(false)
        let shares = Parallel.map(count: threads, threads: threads) { _ -> Share in
            var worker = DispatchWorker(
                program: program, problem: problem, absences: absences, targets: targets, tables: tables, settings: settings)
            while !stopped.load(ordering: .relaxed) {
                let block = next.add(1, ordering: .relaxed).oldValue
                guard block < blocks else { break }
                worker.run(block, count: min(lanes, samples - block * lanes)) { replication, _ in
                    let column = block * lanes + replication.lane
                    for (row, target) in program.outputTargets.enumerated() {
                        output.set(replication.finishes.finish[Int(target)], row: row, column: column)
                    }
                    people.set(column, waited: replication.waited, worked: replication.worked)
                    let count = done.add(1, ordering: .relaxed).newValue
                    if !progress(count, samples) { stopped.store(true, ordering: .relaxed) }
                }
            }
            return Share(trace: worker.trace, people: worker.people)
        }
        if stopped.load(ordering: .relaxed) { return nil }
        var finishes = FinishSamples(program)
        finishes.append(output, count: samples)
        return Result(
            finishes: finishes, criticality: criticality(shares), people: outcome(shares, people, output))
    }

    /// Nothing happens to people by chance after twice the time that the plain plan takes and another year.
    private var horizon: Int32 {
        let finish = Schedule(of: program.network).finish
        let start = program.network.values.dataDate
        return Int32(min(Int64(start) + 2 * Int64(finish - start) + 525_600, 1 << 29))
    }

    private func criticality(_ shares: [Share]) -> Criticality {
        let counters = shares.map { share in
            var counter = PathCounter(program, targets: targets.count, explains: true)
            counter.tables = share.trace.tasks
            return counter
        }
        return Criticality(counters, targets: targets, program: program, samples: settings.samples)
    }

    private func outcome(_ shares: [Share], _ sums: ReplicationSums, _ output: SampleBuffer) -> PeopleOutcome {
        var counter = shares[0].people
        for share in shares.dropFirst() { counter.add(share.people) }
        let (samples, count) = (Double(settings.samples), problem.capacity.resourceCount)
        let waits = (0..<count).map { resource in
            MeanEstimate(
                count: settings.samples, sum: Double(counter.resourceWaits[resource]),
                squares: Double(counter.resourceSquares[resource]))
        }
        let (waitedMinutes, waitedCount) = counter.waits(problem)
        let critical = targets.indices.map { place in
            var found: [Int: (count: Int, minutes: Int64)] = [:]
            for share in shares {
                share.trace.resources[place].forEach { resource, count, minutes in
                    found[Int(resource), default: (0, 0)].count += Int(count)
                    found[Int(resource), default: (0, 0)].minutes += minutes
                }
            }
            return found.map {
                PeopleOutcome.CriticalResource(resource: $0.key, count: $0.value.count, minutes: $0.value.minutes)
            }
            .sorted { ($1.minutes, $1.count, $0.resource) < ($0.minutes, $0.count, $1.resource) }
        }
        let full = Double(CapacityModel.fullTime)
        let worked = sums.worked.map { Double($0) / full }
        return PeopleOutcome(
            capacity: problem.capacity, samples: settings.samples, waitedMinutes: waitedMinutes,
            waitedCount: waitedCount, waits: waits, worked: counter.work(problem).map { Double($0) / full / samples },
            waitingByReplication: sums.waited, workedByReplication: worked,
            utilisationByReplication: utilisation(worked, output), givenUp: Double(counter.givenUp) / samples,
            shortfalls: problem.shortfalls, critical: critical)
    }

    /// Work as a share of what people could have done up to the plan's finish; 0 where its finishes were not kept.
    private func utilisation(_ worked: [Double], _ output: SampleBuffer) -> [Double] {
        guard let row = program.outputTargets.firstIndex(of: 0) else { return worked.map { _ in 0 } }
        let supply = CapacitySupply(program.network, problem.capacity)
        let axis = program.network.structure.calendars[Int(program.axisOfTarget[0])]
        return zip(worked, output.row(row, count: worked.count)).map { work, position in
            let possible = supply.minutes(upTo: axis.finish(at: position))
            return possible > 0 ? work / possible : 0
        }
    }
}

/// Sums by replication that threads fill in, each its own places.
@safe private final class ReplicationSums: @unchecked Sendable {
    private let waitedBase: UnsafeMutablePointer<Int64>
    private let workedBase: UnsafeMutablePointer<Int64>
    private let count: Int

    init(count: Int) {
        self.count = count
        unsafe waitedBase = .allocate(capacity: count)
        unsafe waitedBase.initialize(repeating: 0, count: count)
        unsafe workedBase = .allocate(capacity: count)
        unsafe workedBase.initialize(repeating: 0, count: count)
    }

    deinit {
        unsafe waitedBase.deallocate()
        unsafe workedBase.deallocate()
    }

    func set(_ place: Int, waited: Int64, worked: Int64) {
        precondition(place < count)
        unsafe waitedBase[place] = waited
        unsafe workedBase[place] = worked
    }

    var waited: [Int64] { unsafe Array(UnsafeBufferPointer(start: waitedBase, count: count)) }
    var worked: [Int64] { unsafe Array(UnsafeBufferPointer(start: workedBase, count: count)) }
}
