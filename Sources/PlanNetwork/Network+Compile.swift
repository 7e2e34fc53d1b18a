public import PlanModel
import PlanStatistics

extension Network {
    /// Compiles a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - threads: how many threads may work, 1 or more; the result does not depend on it.
    /// - Throws: `CompileError` with every cycle (one shortest of each knot, by name), task without a duration, estimate without a
    ///   distribution, calendar or plan beyond the engine's range.
    /// - Complexity: O(tasks + dependencies).
    public init(compiling plan: Plan, threads: Int = 1) throws(CompileError) {
        try self.init(NetworkCompiler(plan: plan, threads: threads).compile())
    }

    private init(_ other: Network) { self = other }
}

/// Compiles in steps: calendars, graph, order, renumbering, values, targets.
struct NetworkCompiler {
    let plan: Plan
    let origin: LocalDateTime
    let threads: Int

    init(plan: Plan, threads: Int) {
        (self.plan, self.threads) = (plan, threads)
        origin = LocalDateTime(minutes: plan.settings.epoch.minutes - Int32(plan.settings.epoch.minuteOfDay))
    }

    func compile() throws(CompileError) -> Network {
        var faults: [Fault] = []
        let calendars = compiledCalendars(&faults)
        guard faults.isEmpty else { throw CompileError(faults) }
        let chosen = TaskCalendars(of: plan)
        var findings = disputeFinding(chosen.disputed)
        let durations = DurationResolver(plan: plan, calendars: calendars, calendarOfTask: chosen.byTask, origin: origin)
        let (rows, built) = Parallel.pair(threads: threads) {
            durations.rows()
        } and: {
            OrderedGraph.make(
                GraphBuilder(plan: plan, calendars: chosen.byTask), projectOfTask: plan.tasks.integers(.project),
                projects: plan.projects.count, threads: threads)
        }
        let ordered: OrderedGraph
        switch built {
        case .success(let graph): ordered = graph
        case .failure(let knots): throw CompileError(knots.cycles.map { cycleFault($0, knots.hubRows) } + rows.faults)
        }
        faults += rows.faults
        findings += rows.findings
        let (values, (targets, circles)) = Parallel.pair(threads: threads) {
            durations.values(rows, taskOfNode: ordered.taskOfNode)
        } and: {
            TargetTreeBuilder(plan, nodeOfTask: ordered.nodeOfTask, taskOfNode: ordered.taskOfNode).tree(origin: origin)
        }
        faults += circles
        guard faults.isEmpty else { throw CompileError(faults) }
        let structure = NetworkStructure(
            nodeCount: ordered.taskOfNode.count, taskOfNode: ordered.taskOfNode, nodeOfTask: ordered.nodeOfTask,
            calendarOfNode: ordered.calendarOfNode, predecessors: ordered.predecessors, successors: ordered.successors,
            relations: ordered.relations, calendars: calendars, planCalendar: plan.settings.calendar, targets: targets)
        let network = Network(
            structure: structure, values: values, origin: origin, epoch: plan.settings.epoch.minutes - origin.minutes,
            identities: identities(ordered.taskOfNode), findings: findings)
        try checkRange(network)
        assert(network.brokenInvariant == nil, network.brokenInvariant ?? "")
        return network
    }

    private func compiledCalendars(_ faults: inout [Fault]) -> [WorkingTime] {
        var result: [WorkingTime] = []
        for (index, calendar) in plan.settings.calendars.enumerated() {
            if let compiled = WorkingTime(plan.settings.calendars.resolved(index), epochDay: origin.day) {
                result.append(compiled)
            } else {
                faults.append(
                    Fault(
                        code: "calendar-range", file: "plan.yaml", column: "calendars.\(calendar.name)",
                        message: "expected a week with working time, and exceptions within about 30 years of the epoch"))
            }
        }
        return result + [.elapsed]
    }

    private func disputeFinding(_ count: Int) -> [Finding] {
        count == 0
            ? []
            : [
                Finding(
                    code: "people-on-different-calendars", file: "assignments.csv",
                    message: "\(count) tasks have people on different calendars; they run on the project's or the plan's")
            ]
    }

    private func cycleFault(_ cycle: [Int32], _ hubRows: [Int]) -> Fault {
        let tasks = plan.tasks.count
        let (from, to) = (plan.dependencies.integers(.predecessor)!, plan.dependencies.integers(.successor)!)
        // The relations between tasks on the cycle, by their ends; a hub's row stands for those that pass through it.
        let following = zip(cycle, cycle.dropFirst() + cycle.prefix(1)).filter { $0 < tasks && $1 < tasks }
        let next = Dictionary(uniqueKeysWithValues: following.map { ($0 << 2, $1 << 2) })
        let ties = plan.dependencies.rows.lazy.filter { next[from[$0]] == to[$0] }
        let rows = cycle.filter { $0 >= tasks }.map { hubRows[Int($0) - tasks] } + ties.prefix(1)
        let names = cycle.map { node -> String in
            if node < tasks { return plan.tasks.raw.identifier(Int(node)) }
            let row = hubRows[Int(node) - tasks]
            let ends = [from[row], to[row]].map { ElementReference(raw: $0) }
            return "(" + ends.map { plan[DependencyColumn.ends[$0.table]].identifier($0.row) }.joined(separator: " before ")
                + ")"
        }
        let place = plan.dependencies.raw.place(ofRow: rows.min() ?? 0)
        return Fault(
            code: "cycle", file: place.file, line: place.line,
            message: "cycle: " + Self.shown(names + [names[0]]).joined(separator: " → ")
                + "; expected no task to wait for itself")
    }

    /// The names of a cycle; of a long one the beginning, how many follow, and the end.
    private static func shown(_ names: [String]) -> [String] {
        names.count <= 40 ? names : names.prefix(20) + ["… \(names.count - 30) more …"] + names.suffix(10)
    }

    private func identities(_ taskOfNode: [Int32]) -> [UInt64] {
        guard let index = plan.tasks.raw.index else {
            return taskOfNode.map { $0 < 0 ? 0 : Identity.of(plan.tasks.raw.identifier(Int($0))) }
        }
        return taskOfNode.map { $0 < 0 ? 0 : index.identities[Int($0)] }
    }
}
