import PlanNetwork
import PlanStatistics

/// What drives the finishes of a forecast: tasks, drivers, risks and merge points, in minutes on the driving path and in ranks.
///
/// Minutes are means over all replications of what something adds *on the path* beyond the fixed plan. They explain a forecast; what the
/// finish would gain without a cause is less where other paths take over, and takes the runs of `certain`.
public struct Sensitivity: Sendable {
    /// The targets whose criticality the forecast has and whose finishes it kept, in its order.
    public let targets: [TargetSensitivity]
    /// How often each event happened, by its place in the risk model.
    public let events: [EventFigures]
    /// What became of the correlations of severities; `nil` where the plan states none.
    public let severityRepair: SeverityRepair?
    /// What the finishes would be if one thing were certain, those with most minutes first; empty where it was not asked for.
    public let certain: [CertainRun]

    /// Explains a forecast.
    ///
    /// - Parameters:
    ///   - forecast: run with `explains`.
    ///   - program: what was run.
    ///   - settings: what to compute; samples, threads and the rest are the forecast's.
    ///   - progress: told (replications run, of how many) now and then, from any thread; returning false stops.
    /// - Returns: `nil` where it was stopped.
    /// - Complexity: with K tasks a target, O(K × targets × samples × (1 + targets/64)), a run with paths for errors, and a run without
    ///   for each thing taken to be certain.
    public init?(
        of forecast: Forecast, program: ForecastProgram, settings: SensitivitySettings = SensitivitySettings(),
        progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) {
        precondition(forecast.events != nil, "a forecast that is explained runs a program that explains")
        let samples = forecast.settings.samples
        let selections = TaskSelection.all(forecast, most: settings.mostTasks)
        var errors: PathErrors?
        if settings.estimatesErrors, samples >= 2 {
            // Its runs are as yet unknown: so many for each target at most.
            let runs = 1 + settings.certain * selections.count
            errors = PathErrors(selections, forecast, program) { progress($0, runs * samples) }
            guard errors != nil else { return nil }
        }
        let tasks = DurationCorrelations(selections, forecast, program)
        let events = EventCorrelations(selections.map(\.target), forecast, program)
        self.events = events.figures
        severityRepair = program.severityRepair
        targets = selections.indices.map { place in
            TargetSensitivity(place, selections[place], forecast, tasks, events, errors)
        }
        let done = errors == nil ? 0 : samples
        guard let certain = CertainRun.all(targets, most: settings.certain, forecast, { progress(done + $0, done + $1) }) else {
            return nil
        }
        self.certain = certain
    }

    /// What drives one target; `nil` where it was not asked for.
    public func target(_ target: Int) -> TargetSensitivity? { targets.first { $0.target == target } }
}

/// How the strengths of all events go with the finishes of some targets.
struct EventCorrelations {
    /// Values of a tile of strengths.
    private static let tileSize = 1 << 20

    let figures: [EventFigures]
    /// By target, then by event.
    let coefficients: [[Double]]

    init(_ targets: [Int], _ forecast: Forecast, _ program: ForecastProgram) {
        let (samples, count) = (forecast.settings.samples, program.events.draws.count)
        var (figures, found): ([EventFigures], [[Double]]) = ([], Array(repeating: [], count: targets.count))
        for first in stride(from: 0, to: count, by: max(1, Self.tileSize / samples)) {
            let events = Array(first..<min(first + max(1, Self.tileSize / samples), count))
            let drawn = EventSamples(of: events, in: program, settings: forecast.settings)
            for (row, event) in events.enumerated() {
                figures.append(
                    EventFigures(
                        event: event, happened: drawn.happened[row],
                        meanSeverity: drawn.meanSeverity[row]))
            }
            // One target at a time: events are few, and all targets' ranks may be too much.
            let rows = Parallel.map(count: targets.count, threads: forecast.settings.threads) { place in
                RankCorrelations(
                    targets: forecast.finishes.positions(of: targets[place])!, targetCount: 1, sampleCount: samples
                ).coefficients(of: drawn.strength, variableCount: events.count)
            }
            for (place, row) in rows.enumerated() { found[place] += row }
        }
        (self.figures, coefficients) = (figures, found)
    }
}

extension TargetSensitivity {
    /// Puts the figures of one target together.
    fileprivate init(
        _ place: Int, _ selection: TaskSelection, _ forecast: Forecast, _ tasks: DurationCorrelations,
        _ events: EventCorrelations,
        _ errors: PathErrors?
    ) {
        let samples = forecast.settings.samples
        let spread = SampleSummary(of: forecast.planMinutes(of: selection.target)!).standardDeviation
        func minutes(_ mean: Double, _ error: Double?) -> PathMinutes {
            PathMinutes(mean: mean, standardError: error, coverageFactor: errors?.coverageFactor ?? 0)
        }
        let tasks = selection.entries.enumerated().map { row, entry in
            let share = Proportion(hits: Int(entry.count), of: samples)
            return TaskSensitivity(
                node: Int(entry.node), criticality: share, cruciality: tasks.coefficients[place][row],
                ssi: spread > 0 ? share.value * tasks.deviations[place][row] / spread : nil,
                minutes: minutes(Double(entry.excess) / Double(samples), errors?.tasks[place][row]))
        }
        let events = events.figures.indices.map { event in
            EventSensitivity(
                event: event, rankCorrelation: events.coefficients[place][event],
                minutes: minutes(forecast.events!.meanMinutes(of: event, for: selection.target), errors?.events[place][event]))
        }
        self.init(
            target: selection.target, tasks: tasks, candidates: selection.candidates, events: events,
            noise: NoiseFloor(candidates: tasks.count + events.count, noise: 1 / Double(samples - 1).squareRoot()),
            mergePoints: MergePoint.all(forecast, target: selection.target),
            contributors: Self.contributors(tasks, events, forecast.network))
    }

    /// Tasks and events whose minutes are not known to be noise, the most in size first.
    private static func contributors(_ tasks: [TaskSensitivity], _ events: [EventSensitivity], _ network: Network)
        -> [Contributor]
    {
        var found: [(size: Double, identity: UInt64, contributor: Contributor)] = []
        for task in tasks where task.minutes.mean != 0 && task.minutes.isAboveNoise != false {
            found.append((abs(task.minutes.mean), network.identities[task.node], .task(task.node)))
        }
        for event in events where event.minutes.mean != 0 && event.minutes.isAboveNoise != false {
            found.append((abs(event.minutes.mean), network.values.risks.events[event.event].identity, .event(event.event)))
        }
        return found.sorted { $0.size != $1.size ? $0.size > $1.size : $0.identity < $1.identity }.map(\.contributor)
    }
}

extension MergePoint {
    /// The merge points of a target's paths, those with most minutes first, ties by name hash.
    fileprivate static func all(_ forecast: Forecast, target: Int) -> [MergePoint] {
        let points = forecast.mergeBias.compactMap { bias -> MergePoint? in
            guard let entry = forecast.criticality.entry(of: Int(bias.node), for: target) else { return nil }
            return MergePoint(
                node: Int(bias.node), biasMinutes: bias.minutes,
                criticality: Proportion(hits: Int(entry.count), of: forecast.settings.samples))
        }
        let identities = forecast.network.identities
        return points.sorted {
            $0.minutesOnPath != $1.minutesOnPath
                ? $0.minutesOnPath > $1.minutesOnPath : identities[$0.node] < identities[$1.node]
        }
    }
}

extension Forecast {
    /// The finishes of a target by replication, in working minutes of the plan's calendar; `nil` where they were not kept.
    func planMinutes(of target: Int) -> [Int32]? {
        guard let positions = finishes.positions(of: target) else { return nil }
        let structure = network.structure
        guard Int(finishes.axis[target]) != structure.planCalendar else { return positions }
        let (axis, plan) = (structure.calendars[Int(finishes.axis[target])], structure.calendars[structure.planCalendar])
        return positions.map { plan.work(at: axis.finish(at: $0)) }
    }
}
