public import PlanModel
public import PlanNetwork
public import PlanSchedule

/// Earned value with names: what `headway earned` shows.
public struct EarnedReport: Sendable {
    let plan: Plan
    let value: EarnedValue
    let names: TargetNames

    /// The report of a plan's earned value.
    ///
    /// - Parameters:
    ///   - plan: what was measured.
    ///   - network: of the plan.
    ///   - value: of the plan.
    public init(of plan: Plan, _ network: Network, _ value: EarnedValue) {
        (self.plan, self.value, names) = (plan, value, TargetNames(plan, network))
    }

    /// All targets but the plan, by kind and then id.
    var targets: [Int] { names.ordered(1..<names.tree.count) }

    /// The whole plan's figures.
    var whole: EarnedTarget { value.targets[0] }

    /// What the amounts are, in words.
    var basisText: String {
        switch value.basis {
        case .baselineCost: "cost, as the baseline has it"
        case .taskCost: "cost, as the tasks have it; the baseline has none"
        case .baselineEffort: "effort in the baseline, in working days; no costs are given"
        case .baselineDuration: "duration in the baseline, in working days; no costs and no efforts are given"
        }
    }

    /// When budgets fall due, in words.
    var accrualText: String {
        switch value.accrual {
        case .even: "due evenly over each task"
        case .start: "due at the start of each task"
        }
    }

    /// An amount for people: whole money, or working days with a decimal.
    func amount(_ units: Int64) -> String {
        let amount = value.amount(units)
        guard value.basis.isMoney else { return Spelling.days(Int(amount.rounded()), plan.settings.units) }
        return abs(amount) < 1e15 ? Spelling.count(Int(amount.rounded())) : "\(amount)"
    }

    /// A ratio with two decimals: `0.93`; `-` for none.
    static func ratio(_ value: Double?) -> String {
        guard let value, value.isFinite, abs(value) < 1e6 else { return "-" }
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(padded(hundredths % 100))"
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// How good an index is: 1 or more, 0.9 or more, less.
    static func ink(_ index: Double?) -> Style.Ink? { index.map { $0 >= 1 ? .good : $0 >= 0.9 ? .fair : .bad } }
}
