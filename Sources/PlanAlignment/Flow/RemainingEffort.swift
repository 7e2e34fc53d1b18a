public import PlanModel
public import PlanNetwork

/// How much work each task has left, and who carries it: whole minutes of one full-time person.
///
/// A task with an `effort` has as much of it left as of its duration: effort × remaining ÷ planned (all of it where it is planned to take no
/// time). Any other has its remaining duration times the units of all who are assigned, as the engine holds them (`CapacityModel`: a person
/// without units gives all that there is of them, a team one full-time person), and times one where nobody is. Fractions of a minute are
/// rounded, halves up. What is finished or cancelled has none, nor have levels of effort and summary activities, which follow other tasks.
/// The people of a task share its effort by their units.
public struct RemainingEffort: Sendable {
    /// Minutes left of each task, by row.
    public let ofTask: [Int64]
    /// The minutes of all tasks.
    public let total: Int64
    /// Whether each task is work ahead: not finished, not cancelled, and more than a span over other tasks; by row.
    public let isOpen: [Bool]
    /// More minutes than this are refused: shares of them would not be exact.
    static let most: Int64 = 1 << 53

    /// The effort of a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - capacity: of the same.
    /// - Throws: `CompileError` where all tasks together have more than 2⁵³ minutes left.
    /// - Complexity: O(tasks + assignments).
    public init(of plan: Plan, _ network: Network, _ capacity: CapacityModel) throws(CompileError) {
        let (structure, values) = (network.structure, network.values)
        var (efforts, isOpen) = (
            [Int64](repeating: 0, count: structure.taskCount), [Bool](repeating: true, count: structure.taskCount)
        )
        for span in structure.spans { isOpen[Int(structure.taskOfNode[Int(span.node)])] = false }
        for task in plan.cancelledTasks { isOpen[task] = false }
        let given = plan.tasks.integers(.effort)
        var total: Int64 = 0
        for task in 0..<structure.taskCount where isOpen[task] {
            let node = Int(structure.nodeOfTask[task])
            guard values.progress(of: node) != .completed else {
                isOpen[task] = false
                continue
            }
            let left = Int64(values.remaining[node])
            if let effort = given?[task], effort != Cell.absent {
                efforts[task] = Self.share(of: Int64(effort), left, of: Int64(values.planned[node]))
            } else {
                efforts[task] = Self.work(left, capacity, node)
            }
            total += efforts[task]
            guard total <= Self.most else { throw Self.tooMuch(task, plan) }
        }
        (ofTask, self.total, self.isOpen) = (efforts, total, isOpen)
    }

    private static func share(of effort: Int64, _ left: Int64, of planned: Int64) -> Int64 {
        planned == 0 ? effort : (effort * left + planned / 2) / planned
    }

    private static func work(_ left: Int64, _ capacity: CapacityModel, _ node: Int) -> Int64 {
        let fullTime = Int64(CapacityModel.fullTime)
        let demands = capacity.demands(of: node)
        guard !demands.isEmpty else { return left }
        let amount = demands.reduce(Int64(0)) { min($0 + Int64(capacity.demandAmount[$1]), Int64(CapacityModel.unlimited)) }
        return (left * amount + fullTime / 2) / fullTime
    }

    private static func tooMuch(_ task: Int, _ plan: Plan) -> CompileError {
        let place = plan.tasks.raw.place(ofRow: task)
        return CompileError([
            Fault(
                code: "effort-out-of-range", file: place.file, line: place.line, column: "effort",
                message: "expected less than 2^53 minutes of work left in all (found more up to task "
                    + "\(plan.tasks.raw.identifier(task)))")
        ])
    }

    /// Who carries the minutes of a task: resources of `CapacityModel`, or the place behind them where nobody is assigned.
    ///
    /// - Parameter body: called with each resource and its minutes, in an order that does not depend on that of rows.
    @inline(__always)
    func forEachCarrier(ofTask task: Int, _ network: Network, _ capacity: CapacityModel, _ body: (Int32, Int64) -> Void) {
        let demands = capacity.demands(of: Int(network.structure.nodeOfTask[task]))
        let minutes = ofTask[task]
        if demands.isEmpty { return body(Int32(capacity.resourceCount), minutes) }
        if demands.count == 1 { return body(capacity.demandResource[demands.lowerBound], minutes) }
        let parts = Apportionment.split(minutes, by: demands.map { Int64(capacity.demandAmount[$0]) })
        for (place, part) in zip(demands, parts) { body(capacity.demandResource[place], part) }
    }
}
