import PlanModel

/// What is said of a task's duration, working minutes; `Cell.absent` where nothing is.
struct Estimate {
    var optimistic = Cell.absent, mostLikely = Cell.absent, pessimistic = Cell.absent
    var distribution: DistributionName?
    /// The class of work, a place in `SyntheticSettings.classes`.
    var workClass: Int?
}

/// Gives tasks ranges: nearly half have three points of their own, a third the range of their class, the others are certain.
struct EstimateMaker {
    private let seed: UInt64

    init(_ organisation: Organisation) { seed = organisation.seed }

    static let classNames = SyntheticSettings.classes.map { Array($0.name.utf8) }

    /// Shapes as often as they are used; `nil` leaves it to the plan, which takes triangular.
    private static let shapes: [DistributionName?] = [
        nil, nil, nil, .triangular, .triangular, .pert, .pert, .pert, .pert, .pert, .pert, .pert, .lognormal, .lognormal,
        .lognormal, .lognormal, .lognormal, .normal, .uniform, .triangularP10P90,
    ]

    func estimate(_ task: Int, _ duration: Int32) -> Estimate {
        var dice = Dice(seed, .estimate, task)
        let kind = dice.below(100)
        guard duration > 0, kind < 90 else { return Estimate() }
        if kind < 3 { return Estimate(distribution: .fixed) }
        if kind >= 50 { return Estimate(workClass: dice.below(SyntheticSettings.classes.count)) }
        return Estimate(
            optimistic: max(30, duration * Int32(dice.between(65, 95)) / 100 / 30 * 30), mostLikely: duration,
            pessimistic: (duration * Int32(dice.between(115, 220)) / 100 + 29) / 30 * 30, distribution: dice.choice(Self.shapes)
        )
    }
}
