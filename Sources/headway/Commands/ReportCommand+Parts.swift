import ArgumentParser
import Headway
import PlanReports

/// From a plan to all that its report is put together from.
extension ReportCommand {
    /// Finishes of goals and projects are kept too where there are no more targets than this, so that the cascade shows how likely they are.
    private static let keptTargets = 4_000
    /// The tasks that a tornado looks at for each target.
    private static let closeTasks = 200
    /// A task under way whose report is older than this is stale, days.
    private static let staleAfter = 30

    func parts(_ run: inout Run) throws -> LeadershipReport.Parts {
        let plan = try run.load(self.plan, input)
        let baseline = try baselineChoice(plan)
        let network = try run.compile(plan, path: self.plan)
        let named = try focus(plan, network)
        let scenarios = try run.step(\.compile) { try ScenarioFiles.apply(scenario, to: plan, network, output) }
        let schedule = try run.step(\.compute) { Schedule(of: network) }
        let people = try people(plan, network, &run)
        let settings = ForecastSettings(samples: simulation.samples, seed: simulation.seed, threads: output.threadCount)
        let heads = Set(ForecastReport.headTargets(of: network) + named).sorted()
        let forecast = try simulate(plan, network, heads, people, settings, &run)
        let report = try run.step(\.compute) {
            ForecastReport(of: plan, forecast, ForecastRequest(targets: heads), threads: output.threadCount)
        }
        var parts = LeadershipReport.Parts(
            forecast: report, schedule: schedule, alignment: try alignment(plan, network, &run),
            checkIns: try checkIns(plan, &run),
            check: try check(plan, schedule, baseline, &run))
        parts.focus = named.isEmpty ? LeadershipReport.focus(of: report) : named
        // A single chart needs no more than its own part.
        let (chart, hasPaths) = (output.chart?.name, simulation.resources != .dynamic)
        if hasPaths, chart == nil || chart == .tornado || chart == .gantt { try explain(&parts, plan, forecast, &run) }
        if hasPaths, chart == nil || chart == .fan { try addFan(&parts, forecast, &run) }
        if let baseline, chart == nil || chart == .slip { try addSlip(&parts, plan, baseline, ends: heads, &run) }
        try addLoad(&parts, plan, &run)
        if !scenarios.isEmpty, chart == nil || chart == .scenarios {
            parts.comparison = try compare(plan, network, scenarios, heads, &run)
        }
        return parts
    }

    /// The baseline that was named, else the plan's only one; none where there is none or where there are several.
    private func baselineChoice(_ plan: Plan) throws -> BaselineChoice? {
        if let baseline { return try BaselineChoice(baseline, of: plan) }
        return plan.baselines.count == 1 ? .named(plan.baselines.keys.first!) : nil
    }

    private func focus(_ plan: Plan, _ network: Network) throws -> [Int] {
        let lookup = TargetLookup(plan, network)
        var found: [Int] = []
        for word in target {
            let index = try ForecastCommand.find(word, lookup, "--target")
            guard ForecastCommand.hasTask(index, network.structure.targets) else {
                throw ValidationError("--target: \(printable(word)) has no task; it has no finish to forecast")
            }
            if !found.contains(index) { found.append(index) }
        }
        return found
    }

    // MARK: the forecast

    private func people(_ plan: Plan, _ network: Network, _ run: inout Run) throws -> HeldPeople? {
        guard simulation.resources != .none else { return nil }
        let people = try run.step(\.compile) { HeldPeople(plan, network) }
        if simulation.resources == .fixed, people.needsDispatching { throw ForecastCommand.needsDispatching }
        return people
    }

    private func simulate(
        _ plan: Plan, _ network: Network, _ heads: [Int], _ people: HeldPeople?, _ settings: ForecastSettings,
        _ run: inout Run
    ) throws -> Forecast {
        let all = network.structure.targets.count
        let kept = all <= Self.keptTargets ? nil : ForecastRequest(targets: heads).needed(plan, network)
        if let people, simulation.resources == .dynamic {
            return try run.watched("forecast") { progress in
                Forecast(
                    of: network, dispatching: people.capacity, ranks: people.ranks, settings: settings, targets: kept,
                    progress: progress)
            }
        }
        let program = try run.step(\.compile) {
            ForecastProgram(network, seed: settings.seed, targets: kept, chains: people?.chains(network))
        }
        try ForecastCommand.refuseWhatDoesNotFit(program.sampleBytes(settings.samples), samples: settings.samples)
        return try run.watched("forecast") { progress in
            Forecast(running: program, settings: settings, progress: progress)
        }
    }

    /// What leads to the finishes in focus and what moves them: another run, which looks at these more closely.
    private func explain(
        _ parts: inout LeadershipReport.Parts, _ plan: Plan, _ forecast: Forecast, _ run: inout Run
    ) throws {
        let (network, focus, chains) = (forecast.network, parts.focus, forecast.chains)
        guard !focus.isEmpty else { return }
        let settings = forecast.settings
        var explained = settings
        explained.criticalityTargets = focus
        let targets = TargetSchedule(of: parts.schedule)
        let watched = Set(focus.flatMap { PathRows.nodes(parts.schedule, targets, $0) }).sorted()
        let program = try run.step(\.compile) {
            ForecastProgram(network, seed: settings.seed, targets: focus, explains: true, chains: chains, watching: watched)
        }
        let close = try run.watched("what drives it") { [explained] progress in
            Forecast(running: program, settings: explained, progress: progress)
        }
        let sensitivity = try run.watched("what drives it") { progress in
            Sensitivity(
                of: close, program: program, settings: .init(mostTasks: Self.closeTasks, estimatesErrors: true),
                progress: progress)
        }
        parts.sensitivity = SensitivityReport(of: plan, close, sensitivity)
        parts.finishes = close.finishes(ofNodes: watched)
    }

    /// How many tasks are done by when.
    private func addFan(_ parts: inout LeadershipReport.Parts, _ forecast: Forecast, _ run: inout Run) throws {
        guard let last = forecast.target(0)?.percentile(100) else { return }
        let instants = LeadershipReport.fanInstants(from: forecast.network.values.dataDate, to: last)
        parts.fan = try run.watched("work over time") { progress in
            CompletionFan(
                of: forecast.network, at: instants, settings: forecast.settings, chains: forecast.chains, progress: progress)
        }
    }

    private func compare(
        _ plan: Plan, _ network: Network, _ scenarios: [AppliedScenario], _ heads: [Int], _ run: inout Run
    ) throws -> CompareReport {
        let request = ScenarioComparison.Request(
            targets: heads + [0], together: TargetLookup(plan, network).initiatives(heads))
        let runner = try CompareCommand.runner(plan, network, scenarios, request, simulation, threads: output.threadCount)
        let comparison = try run.watched("compare") { progress in
            ScenarioComparison(of: plan, network, with: scenarios, request, runner: runner, progress: progress)
        }
        return CompareReport(of: plan, comparison)
    }

    // MARK: what needs no simulation

    private func alignment(_ plan: Plan, _ network: Network, _ run: inout Run) throws -> AlignmentReport {
        try run.step(\.compute) {
            var settings = AlignmentSettings()
            settings.threads = output.threadCount
            settings.horizon = AlignCommand.isUndated(plan) ? AlignCommand.finish(network) : nil
            return AlignmentReport(
                of: plan, network, try output.telling(self.plan) { try Alignment(of: plan, network, settings) })
        }
    }

    private func checkIns(_ plan: Plan, _ run: inout Run) throws -> CheckInReport {
        try run.step(\.compute) {
            CheckInReport(of: plan, CheckIns(of: plan), ReportStaleness(of: plan, staleAfter: Self.staleAfter))
        }
    }

    private func check(_ plan: Plan, _ schedule: Schedule, _ baseline: BaselineChoice?, _ run: inout Run) throws -> CheckReport
    {
        try run.step(\.compute) {
            let name: String? = if case .named(let own)? = baseline { own } else { nil }
            let health = Health(of: plan, schedule, baseline: HealthBaseline(of: plan, named: name))
            let findings = plan.findings + schedule.network.findings + PlanFindings(of: plan, schedule).all
            return CheckReport(of: plan, errors: FaultReport([], count: 0), findings: findings, health: health)
        }
    }

    private func addSlip(
        _ parts: inout LeadershipReport.Parts, _ plan: Plan, _ choice: BaselineChoice, ends targets: [Int], _ run: inout Run
    ) throws {
        if case .named(let name) = choice { parts.baseline = name }
        let schedule = parts.schedule
        let baseline = try choice.baseline(&run, input)
        let ends = Set(parts.focus + targets).sorted().map(PathEnd.target)
        parts.slip = try run.step(\.compute) {
            let analysis = try output.telling(self.plan) { try SlipAnalysis(of: plan, schedule, baseline: baseline) }
            return SlipReport(of: plan, schedule, analysis, baseline: baseline, ends: ends)
        }
    }

    private func addLoad(_ parts: inout LeadershipReport.Parts, _ plan: Plan, _ run: inout Run) throws {
        let schedule = parts.schedule
        parts.load = try run.step(\.compute) {
            let network = schedule.network
            let capacity = CapacityModel(of: plan, network)
            guard !capacity.isIdle else { return nil }
            let last = (0..<network.structure.nodeCount).map(schedule.finishInstant).max() ?? network.values.dataDate
            let spans = LoadSpans(of: network, until: last)
            return (LoadProfile(of: plan, schedule, capacity, spans: spans.ranges), spans)
        }
    }
}
