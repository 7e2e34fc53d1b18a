public import PlanForecast
public import PlanModel
public import PlanNetwork
import PlanSchedule
import PlanStatistics

/// A forecast with names: what `headway forecast` shows.
///
/// Targets stand by kind, then in natural order of their ids, whatever the order of rows in the plan.
public struct ForecastReport: Sendable {
    let plan: Plan
    let forecast: Forecast
    let names: TargetNames
    let request: ForecastRequest
    /// The figures of the targets asked for, in order.
    let targets: [TargetFigures]
    /// The figures of the whole plan.
    let whole: TargetFigures
    /// How often all initiatives shown with a due date and a task were on time; `nil` where there is none.
    let joint: JointOutcome?
    /// The same of the sets asked for.
    let subsets: [JointOutcome]
    /// What becomes of the goals of the targets shown, in natural order.
    let goals: [GoalFigures]

    /// The report of a forecast.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - forecast: of the plan's network.
    ///   - request: what to show.
    ///   - threads: how many threads may work, 1 or more; the report does not depend on it.
    /// - Complexity: O(targets × samples log samples).
    public init(of plan: Plan, _ forecast: Forecast, _ request: ForecastRequest, threads: Int = 1) {
        (self.plan, self.forecast, self.request) = (plan, forecast, request)
        let names = TargetNames(plan, forecast.network)
        let finish = TargetSchedule(of: Schedule(of: forecast.network)).finish
        let shown = names.ordered(request.targets.filter { $0 > 0 && forecast.keeps($0) }) + [0]
        let figures = Parallel.map(count: shown.count, threads: threads) { place in
            TargetFigures(shown[place], forecast, finish: finish[shown[place]])
        }
        (self.targets, whole, self.names) = (Array(figures.dropLast()), figures[figures.count - 1], names)
        let promised = shown.filter { names.tree.kind($0) == .initiative && names.tree.due[$0] != Int32.max && finish[$0] >= 0 }
        joint = promised.isEmpty ? nil : forecast.joint(promised)
        subsets = request.subsets.compactMap(forecast.joint)
        let goals = names.ordered(ForecastRequest.goals(of: shown, names.tree))
        self.goals = Parallel.map(count: goals.count, threads: threads) { GoalFigures(goals[$0], plan, forecast) }
    }

    /// The report of some targets.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - forecast: of the plan's network.
    ///   - targets: indices of the targets to show.
    ///   - threads: how many threads may work, 1 or more; the report does not depend on it.
    public init(of plan: Plan, _ forecast: Forecast, targets: [Int], threads: Int = 1) {
        self.init(of: plan, forecast, ForecastRequest(targets: targets), threads: threads)
    }

    /// The targets that a manager asks for first: the initiatives; without any the goals, else the projects.
    public static func headTargets(of network: Network) -> [Int] {
        let tree = network.structure.targets
        let kinds: [TargetKind] = [.initiative, .goal, .project]
        return kinds.map { Array(tree.targets($0)) }.first { !$0.isEmpty } ?? []
    }

    /// What the forecast cannot answer: targets that no task serves, goals without an outcome, a precision that was not reached.
    var findings: [Finding] {
        let idle = targets.filter { $0.outcome == nil }
        let empty = idle.map { figures in
            Finding(
                code: "target-without-task", file: names.table(figures.target).map { "\($0.name.rawValue).csv" },
                message:
                    "\(names.tree.kind(figures.target).rawValue) \(names.title(figures.target)) has no task; it has no finish to forecast"
            )
        }
        let told = Set(idle.map(\.target))
        let words = PrecisionWords(forecast, names, plan.settings.units)
        return empty + goals.filter { !told.contains($0.target) }.compactMap { $0.finding(names) }
            + [words?.finding, correlationFinding, versionFinding].compactMap(\.self)
    }

    /// Correlations that no severities can have are never changed in silence.
    private var correlationFinding: Finding? {
        guard let repair = SeverityRepair(forecast.network.values.risks), repair.wasRepaired else { return nil }
        let change = (repair.largestChange * 1000).rounded() / 1000
        return Finding(
            code: "correlations-repaired", file: "correlations.csv", column: "correlation",
            message:
                "no severities can have these correlations; the nearest possible ones are used, changed by up to \(change) "
                + "(--drivers lists them)")
    }

    private var versionFinding: Finding? {
        guard let version = request.savedBy, version != ResultHead.version else { return nil }
        return Finding(
            code: "saved-by-other-headway",
            message: "the forecast was made by Headway \(version) and is shown by \(ResultHead.version)")
    }

    /// The date of an instant.
    func date(_ instant: Int32) -> LocalDateTime { forecast.network.date(of: instant) }
}
