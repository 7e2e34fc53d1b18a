import PlanModel
import PlanStatistics

/// How uncertain each task's remaining duration is: its own estimate, else the range of its class of work, else not at all.
///
/// The estimate is for the whole task; for a started one it is scaled by the share that is left.
struct UncertaintyResolver: Sendable {
    let plan: Plan
    /// Planned and remaining working minutes by task row.
    let planned: [Int32], remaining: [Int32]

    /// No sample lies further out than this many standard deviations: the normal quantile of 1 − 2⁻²⁴, rounded up.
    static let farthestDeviation = 5.5

    /// One task's law: a shape and its parameters for the whole task, working minutes.
    private struct Law {
        var shape: DurationLaw.Shape
        var first = 0.0, second = 0.0, third = 0.0

        /// The longest duration that can be drawn.
        var longest: Double {
            switch shape {
            case .fixed: first
            case .uniform, .triangular, .pert: third
            case .lognormal: Elementary.exp(first + second * UncertaintyResolver.farthestDeviation)
            case .normal: first + second * UncertaintyResolver.farthestDeviation
            }
        }

        /// Whether its ends are one number to the kernel.
        var isPoint: Bool { [.uniform, .triangular, .pert].contains(shape) && Float(first) == Float(third) }

        /// The law of a share of the duration.
        func scaled(by share: Double) -> Law {
            switch shape {
            case .lognormal: Law(shape: shape, first: first + Elementary.log(share), second: second)
            default: Law(shape: shape, first: first * share, second: second * share, third: third * share)
            }
        }
    }

    /// The laws by task row.
    func laws(faults: inout [Fault], findings: inout [Finding]) -> [DurationLaw] {
        let columns = Columns(plan)
        var classless = Set<String>()
        var result: [DurationLaw] = []
        result.reserveCapacity(planned.count)
        for task in 0..<planned.count {
            guard remaining[task] > 0, let law = law(of: task, columns, &faults, &classless), law.shape != .fixed else {
                result.append(DurationLaw(longest: remaining[task]))
                continue
            }
            let share = planned[task] > 0 ? Double(remaining[task]) / Double(planned[task]) : 1
            let rest = share == 1 ? law : law.scaled(by: share)
            result.append(
                rest.isPoint
                    ? DurationLaw(longest: remaining[task])
                    : DurationLaw(
                        rest.shape, Float(rest.first), Float(rest.second), Float(rest.third),
                        longest: Int32(min(rest.longest.rounded(.up) + 1, 0x1p30))))
        }
        findings += classless.sorted().map {
            Finding(
                code: "class-without-range", file: "tasks.csv", column: "class",
                message: "class \"\($0)\" has no range in plan.yaml; its tasks without an estimate are taken as certain")
        }
        return result
    }

    /// The columns that estimates are read from.
    private struct Columns {
        let optimistic: [Int32]?, mostLikely: [Int32]?, pessimistic: [Int32]?, mean: [Int32]?, deviation: [Int32]?
        let distribution: [Int32]?, workClass: TextColumn?

        init(_ plan: Plan) {
            let tasks = plan.tasks
            (optimistic, mostLikely, pessimistic) = (
                tasks.integers(.optimistic), tasks.integers(.mostLikely), tasks.integers(.pessimistic)
            )
            (mean, deviation) = (tasks.integers(.mean), tasks.integers(.deviation))
            (distribution, workClass) = (tasks.integers(.distribution), tasks.texts(.workClass))
        }

        func value(_ column: [Int32]?, _ task: Int) -> Double? {
            guard let value = column?[task], value != Cell.absent else { return nil }
            return Double(value)
        }
    }

    private func law(of task: Int, _ columns: Columns, _ faults: inout [Fault], _ classless: inout Set<String>) -> Law? {
        let named = (columns.distribution?[task]).flatMap { DistributionName(rawValue: $0) }
        if named == .fixed { return nil }
        if let low = columns.value(columns.optimistic, task), let high = columns.value(columns.pessimistic, task) {
            let mode = columns.value(columns.mostLikely, task)
            let law =
                low == high
                ? Law(shape: .fixed, first: low) : estimate(low, mode, high, named ?? plan.settings.distribution, task)
            if law == nil { faults.append(misfit(task, Self.noSuchLaw)) }
            return law
        }
        if let mean = columns.value(columns.mean, task), let deviation = columns.value(columns.deviation, task) {
            let law = moments(mean, deviation, named)
            if law == nil { faults.append(misfit(task, "mean and sd describe a lognormal or normal distribution only")) }
            return law
        }
        if columns.value(columns.optimistic, task) != nil || columns.value(columns.pessimistic, task) != nil {
            faults.append(misfit(task, "half a range; expected both optimistic and pessimistic, or neither"))
            return nil
        }
        return classRange(task, named, columns, &faults, &classless)
    }

    private static let noSuchLaw =
        "no such distribution has this estimate; expected the most likely inside the range, and P10 and P90 that can hold it"

    /// The range of the task's class of work, times its planned duration.
    private func classRange(
        _ task: Int, _ named: DistributionName?, _ columns: Columns, _ faults: inout [Fault], _ classless: inout Set<String>
    ) -> Law? {
        guard let name = columns.workClass?[task], !name.isEmpty else { return nil }
        guard let factors = plan.settings.ranges[name] else {
            classless.insert(name)
            return nil
        }
        let duration = Double(planned[task])
        let (low, mode, high) = (factors.optimistic * duration, factors.mostLikely * duration, factors.pessimistic * duration)
        if low == high { return nil }
        let law = estimate(low, mode, high, named ?? plan.settings.distribution, task)
        if law == nil { faults.append(misfit(task, Self.noSuchLaw)) }
        return law
    }

    /// A three-point estimate as a law; `nil` if no such law has it. Without a most likely value the planned duration stands in.
    private func estimate(_ low: Double, _ mode: Double?, _ high: Double, _ name: DistributionName, _ task: Int) -> Law? {
        let mode = mode ?? Double(planned[task])
        switch name {
        case .fixed: return Law(shape: .fixed, first: mode)
        case .uniform: return Law(shape: .uniform, first: low, second: mode, third: high)
        case .triangular, .pert:
            guard low <= mode, mode <= high else { return nil }
            return Law(shape: name == .pert ? .pert : .triangular, first: low, second: mode, third: high)
        case .lognormal:
            return LognormalDistribution(p10: low, p50: mode, p90: high).map {
                Law(shape: .lognormal, first: Elementary.log($0.median), second: $0.logStandardDeviation)
            }
        case .normal:
            return Law(shape: .normal, first: (low + 4 * mode + high) / 6, second: (high - low) / 6)
        case .uniformP10P90:
            return UniformDistribution(p10: low, p90: high).map { ends($0.low, mode, $0.high, .uniform) }
        case .triangularP10P90:
            return TriangularDistribution(p10: low, mode: mode, p90: high).map { ends($0.low, mode, $0.high, .triangular) }
        case .pertP10P90:
            return PERTDistribution(p10: low, mode: mode, p90: high).map { ends($0.low, mode, $0.high, .pert) }
        }
    }

    private func ends(_ low: Double, _ mode: Double, _ high: Double, _ shape: DurationLaw.Shape) -> Law {
        Law(shape: shape, first: low, second: mode, third: high)
    }

    private func moments(_ mean: Double, _ deviation: Double, _ name: DistributionName?) -> Law? {
        if deviation == 0 { return Law(shape: .fixed, first: mean) }
        switch name {
        case .normal: return Law(shape: .normal, first: mean, second: deviation)
        case .lognormal:
            return LognormalDistribution(mean: mean, standardDeviation: deviation).map {
                Law(shape: .lognormal, first: Elementary.log($0.median), second: $0.logStandardDeviation)
            }
        default: return nil
        }
    }

    private func misfit(_ task: Int, _ message: String) -> Fault {
        let place = plan.tasks.raw.place(ofRow: task)
        return Fault(
            code: "bad-estimate", file: place.file, line: place.line, column: "optimistic",
            message: "task \(plan.tasks.raw.identifier(task)): \(message)")
    }
}
