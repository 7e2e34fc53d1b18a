public import PlanModel
import PlanStatistics

extension Network {
    /// The network of a plan that differs from this network's own in values only: order, relations and calendars are kept, all numbers are
    /// found anew. It equals the plan compiled.
    ///
    /// Values are durations, estimates, progress, dates of constraints and deadlines, due dates, priorities, people, assignments, risks and
    /// impacts, which tasks are cancelled. Where such a change reaches the structure after all (a task runs on another calendar because
    /// other people do it, a lag is a share of a duration, a milestone begins something) the plan is compiled.
    ///
    /// - Parameters:
    ///   - plan: with the rows of tasks, dependencies, links and the cascade, the calendars and the conventions that this network was
    ///     compiled from.
    ///   - threads: how many threads may work, 1 or more; the result does not depend on it.
    /// - Throws: `CompileError` as compiling does.
    /// - Complexity: O(tasks + targets), without ordering.
    public func revalued(by plan: Plan, threads: Int = 1) throws(CompileError) -> Network {
        precondition(plan.tasks.count == structure.taskCount, "the same tasks")
        let compiler = NetworkCompiler(plan: plan, threads: threads)
        let chosen = TaskCalendars(of: plan)
        guard compiler.keepsStructure(of: self, calendars: chosen) else {
            return try Network(compiling: plan, threads: threads)
        }
        return try compiler.revalue(self, calendars: chosen)
    }
}

extension NetworkCompiler {
    /// Whether the values of the plan fit a network's structure.
    fileprivate func keepsStructure(of network: Network, calendars chosen: TaskCalendars) -> Bool {
        let structure = network.structure
        let lags = plan.dependencies.integers(.lag) ?? []
        if lags.contains(where: { $0 != Cell.absent && Lag(raw: $0).isPercent }) { return false }
        let own = UInt16(structure.planCalendar)
        for task in plan.tasks.rows {
            let calendar = chosen.byTask.isEmpty ? own : chosen.byTask[task]
            if Int(calendar) != structure.calendar(of: Int(structure.nodeOfTask[task])) { return false }
        }
        return startMilestones(beginsSomething, structure.nodeOfTask) == network.startMilestones
    }

    /// The network with the values of the plan.
    fileprivate func revalue(_ network: Network, calendars chosen: TaskCalendars) throws(CompileError) -> Network {
        let structure = network.structure
        let durations = DurationResolver(
            plan: plan, calendars: structure.calendars, calendarOfTask: chosen.byTask, origin: origin)
        let rows = durations.rows()
        let limits = LimitResolver(
            plan: plan, calendars: structure.calendars, calendarOfTask: chosen.byTask, origin: origin,
            rules: plan.settings.scheduling
        ).rows(rows)
        var compiler = RiskCompiler(plan: plan, origin: origin, rows: rows, nodeOfTask: structure.nodeOfTask)
        let risks = compiler.model(nodeCount: structure.nodeCount)
        let (targets, circles) = TargetTreeBuilder(
            plan, nodeOfTask: structure.nodeOfTask, taskOfNode: structure.taskOfNode
        ).tree(origin: origin)
        let faults = rows.faults + limits.faults + compiler.faults + circles
        guard faults.isEmpty else { throw CompileError(faults) }
        var values = durations.values(rows, taskOfNode: structure.taskOfNode)
        compiler.install(risks, in: &values)
        if !limits.limits.isEmpty {
            values.limits = limits.limits
            values.limitOfNode = structure.taskOfNode.map { $0 < 0 ? -1 : limits.limitOfTask[Int($0)] }
        }
        let result = Network(
            structure: structure.with(
                targets, floatScopes: FloatScopes(plan, targets, nodeCount: structure.nodeCount, origin: origin)),
            values: values, origin: network.origin, epoch: network.epoch, identities: network.identities,
            startMilestones: network.startMilestones,
            findings: disputeFinding(chosen.disputed) + rows.findings + IdleColumns(plan: plan, limits: limits.limits).findings
                + IdleEstimates(plan: plan).findings + compiler.findings)
        try checkRange(result)
        assert(result.brokenInvariant == nil, result.brokenInvariant ?? "")
        return result
    }
}

extension NetworkStructure {
    /// The same structure with other targets.
    fileprivate func with(_ targets: TargetTree, floatScopes: FloatScopes?) -> NetworkStructure {
        NetworkStructure(
            nodeCount: nodeCount, taskOfNode: taskOfNode, nodeOfTask: nodeOfTask, calendarOfNode: calendarOfNode,
            predecessors: predecessors, successors: successors, relations: relations, calendars: calendars,
            planCalendar: planCalendar, targets: targets, rules: rules, spans: spans, earliestHubs: earliestHubs,
            floatScopes: floatScopes)
    }
}
