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
    /// The figures of the targets asked for, in order.
    let targets: [TargetFigures]
    /// The figures of the whole plan.
    let whole: TargetFigures
    /// How often all initiatives with a due date and a task were on time; `nil` where there is none.
    let joint: JointOutcome?

    /// The report of a forecast.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - forecast: of the plan's network.
    ///   - targets: indices of the targets to show.
    ///   - threads: how many threads may work, 1 or more; the report does not depend on it.
    /// - Complexity: O(targets × samples log samples).
    public init(of plan: Plan, _ forecast: Forecast, targets: [Int], threads: Int = 1) {
        (self.plan, self.forecast) = (plan, forecast)
        let names = TargetNames(plan, forecast.network)
        let finish = TargetSchedule(of: Schedule(of: forecast.network)).finish
        let shown = names.ordered(targets.filter { $0 > 0 }) + [0]
        let figures = Parallel.map(count: shown.count, threads: threads) { place in
            TargetFigures(shown[place], forecast, finish: finish[shown[place]])
        }
        (self.targets, whole, self.names) = (Array(figures.dropLast()), figures[figures.count - 1], names)
        let initiatives = names.ordered(names.tree.targets(.initiative))
        let promised = initiatives.filter { names.tree.due[$0] != Int32.max && finish[$0] >= 0 }
        joint = promised.isEmpty ? nil : forecast.joint(promised)
    }

    /// The targets that a manager asks for first: the initiatives; without any the goals, else the projects.
    public static func headTargets(of network: Network) -> [Int] {
        let tree = network.structure.targets
        let kinds: [TargetKind] = [.initiative, .goal, .project]
        return kinds.map { Array(tree.targets($0)) }.first { !$0.isEmpty } ?? []
    }

    /// What the forecast cannot answer: targets that no task serves.
    var findings: [Finding] {
        targets.filter { $0.outcome == nil }.map { figures in
            Finding(
                code: "target-without-task", file: names.table(figures.target).map { "\($0.name.rawValue).csv" },
                message:
                    "\(names.tree.kind(figures.target).rawValue) \(names.title(figures.target)) has no task; it has no finish to forecast"
            )
        }
    }

    /// The date of an instant.
    func date(_ instant: Int32) -> LocalDateTime { forecast.network.date(of: instant) }
}
