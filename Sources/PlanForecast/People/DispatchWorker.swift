import CKernels
import PlanNetwork
import PlanSchedule

/// One thread's share of a simulation under capacity: draws the durations of a block, then dispatches its replications one after another.
struct DispatchWorker: ~Copyable {
    private let program: ForecastProgram
    private let problem: DispatchProblem
    private let absences: AbsenceSampler?
    private let targets: [Int]
    private var worker: Worker
    private var dispatcher: Dispatcher
    private var finishes: TargetFinishes
    private(set) var trace: DispatchTrace
    private(set) var people: PeopleCounter
    /// The durations of a block, replication by replication; `stride` values each.
    private var durations: [Int32]
    private let stride: Int
    private var lanes = [Int32](repeating: 0, count: Int(HW_LANES))
    private let needsStarts: Bool
    private var unread: PathCounter

    init(
        program: ForecastProgram, problem: DispatchProblem, absences: AbsenceSampler?, targets: [Int], tables: KernelTables,
        settings: ForecastSettings
    ) {
        (self.program, self.problem, self.absences, self.targets) = (program, problem, absences, targets)
        let nodes = program.network.structure.nodeCount
        let output = SampleBuffer(rows: program.outputRowCount, columns: Int(HW_LANES))
        worker = Worker(program: program, output: output, tables: tables, settings: settings)
        dispatcher = Dispatcher(problem)
        finishes = TargetFinishes(program)
        trace = DispatchTrace(program, resources: problem.capacity.resourceCount, targets: targets.count)
        people = PeopleCounter(problem)
        stride = nodes
        durations = []
        durations.reserveCapacity(stride * Int(HW_LANES))
        for _ in 0..<Int(HW_LANES) { durations += program.network.values.remaining }
        needsStarts = !program.events.windowed.isEmpty
        unread = PathCounter(program, targets: 0, explains: false)
    }

    /// Runs the replications of a block.
    ///
    /// - Parameters:
    ///   - count: replications of the block that are wanted, 1 … 64.
    ///   - take: gets what was found, and the dispatcher that still knows where everything is.
    mutating func run(_ block: Int, count: Int, _ take: (DispatchedReplication, borrowing Dispatcher) -> Void) {
        draw(block)
        for lane in 0..<count {
            let replication = UInt32(truncatingIfNeeded: block * Int(HW_LANES) + lane)
            dispatcher.run(durations[lane * stride..<(lane + 1) * stride], absences: absences?.absences(replication))
            finishes.gather(dispatcher)
            for (place, target) in targets.enumerated() where finishes.finish[target] > TargetFinishes.none {
                trace.count(place, target, finishes, dispatcher)
            }
            let (waited, worked) = people.add(dispatcher)
            take(DispatchedReplication(lane: lane, finishes: finishes, waited: waited, worked: worked), dispatcher)
        }
    }

    /// Draws what is left of every task in every replication of a block. Whether a risk with a window acts is decided by the start that work
    /// has when people are not limited.
    private mutating func draw(_ block: Int) {
        if needsStarts { worker.forward(block, column: 0, &unread) } else { worker.drawEvents(block) }
        for place in program.networkNode.indices {
            let node = Int(program.networkNode[place])
            guard node >= 0, program.network.structure.taskOfNode[node] >= 0 else { continue }
            worker.durations(of: UInt32(place), block: block, into: &lanes)
            for lane in 0..<Int(HW_LANES) { durations[lane * stride + node] = lanes[lane] }
        }
    }
}

/// What one replication found.
struct DispatchedReplication {
    /// Its place in its block.
    var lane: Int
    var finishes: TargetFinishes
    /// Minutes that tasks waited; amounts times minutes worked.
    var waited: Int64, worked: Int64
}
