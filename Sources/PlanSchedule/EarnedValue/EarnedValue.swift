public import PlanModel
public import PlanNetwork

/// Earned value and earned schedule of the plan and of every initiative, goal and project, against one baseline.
///
/// Planned value grows over the working time of the plan's calendar between a task's baseline start and finish; earned value is the share
/// complete of the same weight; a task that spans others (level of effort) earns what is planned. Projects and the tasks without a project add up to the plan, to the unit; goals and initiatives may
/// share tasks through links, and each counts them in full. The plan holds no actual costs, so neither does this.
///
/// Source: ANSI/EIA-748; W. Lipke, "Schedule is different", The Measurable News (2003).
public struct EarnedValue: Sendable {
    /// The name of the baseline.
    public let baseline: String
    /// What tasks are weighed by.
    public let basis: EarnedBasis
    /// When budgets fall due.
    public let accrual: CostAccrual
    /// Figures by target, in the order of `TargetTree`.
    public let targets: [EarnedTarget]
    /// The tasks that belong to no project.
    public let withoutProject: EarnedTarget
    /// What is left out or looks odd.
    public let findings: [Finding]
    private let work: PlannedWork

    /// Measures a plan.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - network: of the plan.
    ///   - baseline: a name in `plan.baselines`.
    ///   - accrual: when budgets fall due.
    /// - Precondition: the plan has the baseline.
    /// - Complexity: O(tasks · levels of the cascade · log duration).
    public init(of plan: Plan, _ network: Network, baseline: String, accrual: CostAccrual = .even) {
        guard let table = plan.baselines[baseline] else { preconditionFailure("no baseline is called \(baseline)") }
        let work = PlannedWork(plan, network, table, accrual: accrual)
        let shares = EarnedShares(plan, network)
        let meter = EarnedMeter(plan: plan, work: work, shares: shares)
        var tasks = TargetWork(plan, network.structure)
        targets = (0..<network.structure.targets.count).map { meter.measure(tasks.tasks(of: $0)) }
        withoutProject = meter.measure(plan.tasks.rows.filter { plan.tasks.reference(.project, $0) == nil })
        findings = EarnedFindings(plan: plan, baseline: table, name: baseline, work: work, shares: shares).all
        (self.baseline, self.accrual, self.work, basis) = (baseline, accrual, work, work.weights.basis)
    }

    /// Units as an amount of the basis: money, or working minutes.
    public func amount(_ units: Int64) -> Double { Double(units) / work.weights.scale }

    /// A forecast of a target's duration, EAC(t), working minutes from its baseline start; `nil` for a finished target and where the
    /// method says nothing.
    ///
    /// - Parameter actualCost: the target's actual cost, an amount of the basis, without which the third method of each family is `nil`.
    public func duration(_ method: EarnedForecastMethod, _ target: EarnedTarget, actualCost: Double? = nil) -> Double? {
        guard let time = target.time, !time.isFinished else { return nil }
        return target.measures(actualCost: actualCost.map { $0 * work.weights.scale })?.duration(method)
    }

    /// The date on which a forecast of a target's duration ends; `nil` where there is none, or beyond two thousand years.
    public func finish(_ method: EarnedForecastMethod, _ target: EarnedTarget, actualCost: Double? = nil) -> LocalDateTime? {
        guard let time = target.time, let duration = duration(method, target, actualCost: actualCost) else { return nil }
        return work.axis.finish(forecast: Double(work.axis.position(time.baselineStart)) + duration)
    }
}
