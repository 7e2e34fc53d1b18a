public import PlanModel
import PlanStatistics

extension Network {
    /// Compiles a plan.
    ///
    /// - Parameter plan: as a reader made it.
    /// - Throws: `CompileError` with every cycle (one shortest of each knot, by name), task without a duration, estimate without a
    ///   distribution, calendar or plan beyond the engine's range.
    /// - Complexity: O(tasks + dependencies).
    public init(compiling plan: Plan) throws(CompileError) {
        try self.init(NetworkCompiler(plan: plan).compile())
    }

    private init(_ other: Network) { self = other }
}

/// Compiles in steps: calendars, graph, order, renumbering, values, targets.
struct NetworkCompiler {
    let plan: Plan
    let origin: LocalDateTime

    init(plan: Plan) {
        self.plan = plan
        origin = LocalDateTime(minutes: plan.settings.epoch.minutes - Int32(plan.settings.epoch.minuteOfDay))
    }

    func compile() throws(CompileError) -> Network {
        var faults: [Fault] = []
        let calendars = compiledCalendars(&faults)
        guard faults.isEmpty else { throw CompileError(faults) }
        let chosen = TaskCalendars(of: plan)
        var findings = disputeFinding(chosen.disputed)
        let graph = GraphBuilder(plan: plan, calendars: chosen.byTask)
        let ordered = try order(graph)
        let durations = DurationResolver(plan: plan, calendars: calendars, calendarOfTask: chosen.byTask, origin: origin)
        let values = durations.values(taskOfNode: ordered.taskOfNode, faults: &faults, findings: &findings)
        let targets = TargetTree(
            of: plan, nodeOfTask: ordered.nodeOfTask, taskOfNode: ordered.taskOfNode, origin: origin, faults: &faults)
        guard faults.isEmpty else { throw CompileError(faults) }
        let structure = NetworkStructure(
            nodeCount: graph.nodeCount, taskOfNode: ordered.taskOfNode, nodeOfTask: ordered.nodeOfTask,
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

    private func order(_ graph: GraphBuilder) throws(CompileError) -> OrderedGraph {
        switch OrderedGraph.make(graph, projectOfTask: plan.tasks.integers(.project), projects: plan.projects.count) {
        case .success(let ordered): return ordered
        case .failure(let cycles): throw CompileError(cycles.cycles.map { cycleFault($0, graph) })
        }
    }

    private func cycleFault(_ cycle: [Int32], _ graph: GraphBuilder) -> Fault {
        let tasks = plan.tasks.count
        func next(_ place: Int) -> Int32 { cycle[(place + 1) % cycle.count] }
        var rows: [Int] = []
        let (from, to) = (plan.dependencies.integers(.predecessor)!, plan.dependencies.integers(.successor)!)
        for place in cycle.indices {
            if cycle[place] >= tasks {
                rows.append(graph.hubRows[Int(cycle[place]) - tasks])
            } else if next(place) < tasks {
                let pair = (cycle[place] << 2, next(place) << 2)
                if let row = plan.dependencies.rows.first(where: { from[$0] == pair.0 && to[$0] == pair.1 }) { rows.append(row) }
            }
        }
        let names = cycle.map { node -> String in
            if node < tasks { return plan.tasks.raw.identifier(Int(node)) }
            let row = graph.hubRows[Int(node) - tasks]
            let ends = [from[row], to[row]].map { ElementReference(raw: $0) }
            return "(" + ends.map { plan[DependencyColumn.ends[$0.table]].identifier($0.row) }.joined(separator: " before ") + ")"
        }
        let place = plan.dependencies.raw.place(ofRow: rows.min() ?? 0)
        return Fault(
            code: "cycle", file: place.file, line: place.line,
            message: "cycle: " + (names + [names[0]]).joined(separator: " → ") + "; expected no task to wait for itself")
    }

    private func identities(_ taskOfNode: [Int32]) -> [UInt64] {
        guard let index = plan.tasks.raw.index else {
            return taskOfNode.map { $0 < 0 ? 0 : Identity.of(plan.tasks.raw.identifier(Int($0))) }
        }
        return taskOfNode.map { $0 < 0 ? 0 : index.identities[Int($0)] }
    }
}
