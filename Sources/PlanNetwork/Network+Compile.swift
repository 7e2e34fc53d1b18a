public import PlanModel
import PlanStatistics

extension Network {
    /// Compiles a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - threads: how many threads may work, 1 or more; the result does not depend on it.
    /// - Throws: `CompileError` with every cycle (one shortest of each knot, by name), task without a duration, estimate without a
    ///   distribution, risk that contradicts itself or another, calendar or plan beyond the engine's range.
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
        faults += faultsOfSummaries()
        guard faults.isEmpty else { throw CompileError(faults) }
        faults = CascadeFaults(plan).all + CheckInFaults(plan).all
        let beginsSomething = self.beginsSomething
        let (rows, built) = durationsAndGraph(durations, chosen.byTask, beginsSomething)
        let ordered: OrderedGraph
        switch built {
        case .success(let graph): ordered = graph
        case .failure(let knots): throw CompileError(knots.cycles.map { cycleFault($0, knots.hubRows) } + rows.faults + faults)
        }
        let limits = LimitResolver(
            plan: plan, calendars: calendars, calendarOfTask: chosen.byTask, origin: origin, rules: plan.settings.scheduling
        ).rows(rows)
        var compiler = RiskCompiler(plan: plan, origin: origin, rows: rows, nodeOfTask: ordered.nodeOfTask)
        let risks = compiler.model(nodeCount: ordered.taskOfNode.count)
        faults += rows.faults + limits.faults + compiler.faults
        findings +=
            rows.findings + IdleColumns(plan: plan, limits: limits.limits).findings
            + IdleEstimates(plan: plan).findings + compiler.findings
        var (values, (targets, circles)) = Parallel.pair(threads: threads) {
            durations.values(rows, taskOfNode: ordered.taskOfNode)
        } and: {
            TargetTreeBuilder(plan, nodeOfTask: ordered.nodeOfTask, taskOfNode: ordered.taskOfNode).tree(origin: origin)
        }
        faults += circles
        guard faults.isEmpty else { throw CompileError(faults) }
        compiler.install(risks, in: &values)
        if !limits.limits.isEmpty {
            values.limits = limits.limits
            values.limitOfNode = ordered.taskOfNode.map { $0 < 0 ? -1 : limits.limitOfTask[Int($0)] }
        }
        let structure = NetworkStructure(
            nodeCount: ordered.taskOfNode.count, taskOfNode: ordered.taskOfNode, nodeOfTask: ordered.nodeOfTask,
            calendarOfNode: ordered.calendarOfNode, predecessors: ordered.predecessors, successors: ordered.successors,
            relations: ordered.relations, calendars: calendars, planCalendar: plan.settings.calendar, targets: targets,
            rules: plan.settings.scheduling, spans: ordered.spans, earliestHubs: ordered.earliestHubs,
            floatScopes: FloatScopes(plan, targets, nodeCount: ordered.taskOfNode.count, origin: origin))
        let network = Network(
            structure: structure, values: values, origin: origin, epoch: plan.settings.epoch.minutes - origin.minutes,
            identities: identities(ordered.taskOfNode),
            startMilestones: startMilestones(beginsSomething, ordered.nodeOfTask),
            findings: findings)
        try checkRange(network)
        assert(network.brokenInvariant == nil, network.brokenInvariant ?? "")
        return network
    }

    /// Durations and the ordered graph, side by side unless lags are shares of durations.
    private func durationsAndGraph(_ durations: DurationResolver, _ calendars: [UInt16], _ beginsSomething: [Bool]) -> (
        DurationResolver.Rows, Result<OrderedGraph, OrderedGraph.Cycles>
    ) {
        @Sendable func order(_ graph: GraphBuilder) -> Result<OrderedGraph, OrderedGraph.Cycles> {
            OrderedGraph.make(
                graph, projectOfTask: plan.tasks.integers(.project), projects: plan.projects.count, threads: threads)
        }
        let lags = plan.dependencies.integers(.lag) ?? []
        if lags.contains(where: { $0 != Cell.absent && Lag(raw: $0).isPercent }) {
            let rows = durations.rows()
            return (
                rows,
                order(
                    GraphBuilder(
                        plan: plan, calendars: calendars, planned: rows.planned, beginsSomething: beginsSomething))
            )
        }
        return Parallel.pair(threads: threads) {
            durations.rows()
        } and: {
            order(GraphBuilder(plan: plan, calendars: calendars, beginsSomething: beginsSomething))
        }
    }

    private func compiledCalendars(_ faults: inout [Fault]) -> [WorkingTime] {
        var (result, entries): ([WorkingTime], Int) = ([], 0)
        guard plan.settings.calendars.count <= WorkingTime.mostCalendars else {
            faults.append(
                Fault(
                    code: "too-many-calendars", file: "plan.yaml", column: "calendars",
                    message: "expected at most \(WorkingTime.mostCalendars) calendars (found \(plan.settings.calendars.count))")
            )
            return []
        }
        for (index, calendar) in plan.settings.calendars.enumerated() {
            guard entries <= WorkingTime.mostEntriesTogether else {
                faults.append(
                    Fault(
                        code: "calendar-range", file: "plan.yaml", column: "calendars.\(calendar.name)",
                        message:
                            "the tables of the calendars before it fill the memory that calendars may take; expected fewer "
                            + "calendars, exceptions nearer to the epoch, or shifts that begin and end on the hour"))
                break
            }
            if let compiled = WorkingTime(plan.settings.calendars.resolved(index), epochDay: origin.day) {
                entries += compiled.workAt.count
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

    func disputeFinding(_ count: Int) -> [Finding] {
        count == 0
            ? []
            : [
                Finding(
                    code: "people-on-different-calendars", file: "assignments.csv",
                    message: "\(count) tasks have people on different calendars; they run on the project's or the plan's")
            ]
    }

    /// By task row, whether it is a moment at which something begins: a start milestone, and where the plan's tool sees it so any task that
    /// takes no time and ends nothing. Empty where no task is.
    var beginsSomething: [Bool] {
        let isPrimavera = plan.settings.scheduling.tool == .primavera
        let (kinds, durations) = (plan.tasks.integers(.kind), plan.tasks.integers(.duration))
        guard kinds != nil || isPrimavera else { return [] }
        return plan.tasks.rows.map { row in
            switch kinds.flatMap({ TaskKind(rawValue: $0[row]) }) ?? .task {
            case .startMilestone: true
            case .task: isPrimavera && durations?[row] == 0
            default: false
            }
        }
    }

    /// The nodes of moments at which something begins.
    func startMilestones(_ beginsSomething: [Bool], _ nodeOfTask: [Int32]) -> Set<Int> {
        Set(beginsSomething.indices.filter { beginsSomething[$0] }.map { Int(nodeOfTask[$0]) })
    }

    private func identities(_ taskOfNode: [Int32]) -> [UInt64] {
        guard let index = plan.tasks.raw.index else {
            return taskOfNode.map { $0 < 0 ? 0 : Identity.of(plan.tasks.raw.identifier(Int($0))) }
        }
        return taskOfNode.map { $0 < 0 ? 0 : index.identities[Int($0)] }
    }
}
