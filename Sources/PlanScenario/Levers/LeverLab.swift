import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// Makes moves and simulates what becomes of the target.
struct LeverLab: Sendable {
    let plan: Plan
    let network: Network
    let list: MoveList
    let goal: LeverGoal
    let settings: LeverSettings

    /// The plan as it is, by its replications and seed.
    private var base: [Run: Forecast] = [:]

    private struct Run: Hashable {
        let samples: Int, seed: UInt64
    }

    init(_ plan: Plan, _ network: Network, _ list: MoveList, _ goal: LeverGoal, _ settings: LeverSettings) {
        (self.plan, self.network, self.list, self.goal, self.settings) = (plan, network, list, goal, settings)
    }

    /// What moves cost together.
    func cost(_ moves: MoveSet) -> Double { moves.places.reduce(0) { $0 + list.moves[$1].cost } }

    /// Whether none of the moves excludes another.
    func isAllowed(_ moves: MoveSet) -> Bool {
        moves.places.allSatisfy { place in list.moves[place].excludes.allSatisfy { !moves.contains($0) } }
    }

    /// Simulates the plan as it is, for later comparisons.
    ///
    /// - Returns: the forecast, `nil` where it was stopped.
    mutating func runBase(samples: Int, seed: UInt64, progress: @escaping @Sendable () -> Bool) -> Forecast? {
        let run = Run(samples: samples, seed: seed)
        if let known = base[run] { return known }
        let settings = forecastSettings(samples, seed, threads: settings.threads, explains: true)
        base[run] = simulate(plan, network, settings, progress)
        return base[run]
    }

    /// The plan with moves made, one after the other in the order of the list.
    func applied(_ moves: MoveSet) throws(ScenarioError) -> AppliedScenario {
        let edits = moves.places.flatMap { list.moves[$0].edits }
        return try plan.applying(Scenario(name: "", edits: edits, file: list.file), compiled: network)
    }

    /// What a look at a set of moves ends with.
    enum Seen: Sendable {
        case trial(LeverTrial)
        case refused(LeverRefusal)
        case stopped
    }

    /// Simulates a set of moves, with more and more replications until they tell whether it reaches the wanted probability.
    ///
    /// - Parameters:
    ///   - looks: replications of each look, those of `runBase` before.
    ///   - seed: that of `runBase`.
    ///   - threads: how many may work on this set.
    func look(
        at moves: MoveSet, looks: [Int], seed: UInt64, threads: Int, progress: @escaping @Sendable () -> Bool
    ) -> Seen {
        let applied: AppliedScenario
        do throws(ScenarioError) { applied = try self.applied(moves) } catch {
            return .refused(.init(moves: moves, reason: error.faults.first?.message ?? "the edits contradict each other"))
        }
        for samples in looks {
            let settings = forecastSettings(samples, seed, threads: threads, explains: false)
            guard let forecast = simulate(applied.plan, applied.network, settings, progress) else { return .stopped }
            guard let onTime = forecast.target(goal.target)?.onTime, let change = change(forecast), let gain = change.onTime
            else {
                return .refused(.init(moves: moves, reason: "no work is left for the target, or no due date"))
            }
            guard let verdict = verdict(onTime, isLast: samples == looks.last) else { continue }
            return .trial(
                LeverTrial(
                    moves: moves, cost: cost(moves), samples: samples, seed: seed, onTime: onTime, gain: gain, change: change,
                    verdict: verdict, lateness: lateness(forecast)))
        }
        preconditionFailure("the last look tells")
    }

    /// The changes against the plan as it is, on the same replications.
    private func change(_ forecast: Forecast) -> TargetChange? {
        TargetChange(goal.target, base[Run(samples: forecast.settings.samples, seed: forecast.settings.seed)]!, forecast)
    }

    /// What a share on time says; `nil` where more replications have to decide.
    private func verdict(_ onTime: Proportion, isLast: Bool) -> LeverTrial.Verdict? {
        if isLast { return onTime.value >= goal.probability ? .reaches : .fallsShort }
        let surely = onTime.interval(reaching: 3)
        if surely.upperBound < goal.probability { return .fallsShort }
        return surely.lowerBound > goal.probability ? .reaches : nil
    }

    /// By replication of the first look: working minutes from the due date to the finish.
    func lateness(_ forecast: Forecast) -> [Int32] {
        let structure = forecast.network.structure
        let due = structure.calendars[structure.planCalendar].work(at: structure.targets.due[goal.target])
        return (forecast.finishMinutes(of: goal.target) ?? []).prefix(LeverSettings.firstLook).map { $0 - due }
    }

    private func forecastSettings(_ samples: Int, _ seed: UInt64, threads: Int, explains: Bool) -> ForecastSettings {
        ForecastSettings(samples: samples, seed: seed, threads: threads, criticalityTargets: explains ? [goal.target] : [])
    }

    private func simulate(
        _ plan: Plan, _ network: Network, _ settings: ForecastSettings, _ progress: @escaping @Sendable () -> Bool
    ) -> Forecast? {
        ScenarioRunner.simulation(holding: self.settings.mode, settings, targets: [goal.target])
            .run(plan, network) { _, _ in progress() }?.forecast
    }
}
