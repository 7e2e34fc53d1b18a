import PlanModel
import PlanStatistics

/// How uncertain each task's remaining duration is: its own estimate, else the range of its class of work, else not at all.
///
/// The estimate is for the whole task; for a started one it is scaled by the share that is left.
struct UncertaintyResolver: Sendable {
    let plan: Plan
    /// Planned and remaining working minutes by task row.
    let planned: [Int32], remaining: [Int32]
    /// What finished tasks really took.
    let ratios: DurationRatios

    /// What is met on the way.
    struct Gathered {
        var tables: QuantileTables
        var faults: [Fault] = []
        /// Classes that plan.yaml has no range of.
        var classless = Set<String>()
        /// The tables of ratios by class; `nil` for a class of too few.
        var histories: [String: StepQuantile?] = [:]
    }

    /// The laws by task row.
    func laws(_ tables: inout QuantileTables, faults: inout [Fault], findings: inout [Finding]) -> [DurationLaw] {
        let columns = Columns(plan)
        var gathered = Gathered(tables: tables)
        var result: [DurationLaw] = []
        result.reserveCapacity(planned.count)
        for task in 0..<planned.count {
            guard remaining[task] > 0, let law = law(of: task, columns, &gathered), law.shape != .fixed else {
                result.append(DurationLaw(longest: remaining[task]))
                continue
            }
            let share = planned[task] > 0 ? Double(remaining[task]) / Double(planned[task]) : 1
            let rest = share == 1 ? law : law.scaled(by: share)
            result.append(
                rest.isPoint
                    ? DurationLaw(longest: remaining[task])
                    : rest.law(longest: Int32(min(rest.greatest.rounded(.up) + 1, 0x1p30))))
        }
        tables = gathered.tables
        faults += gathered.faults
        findings += gathered.classless.sorted().map {
            Finding(
                code: "class-without-range", file: "tasks.csv", column: "class",
                message: "class \"\($0)\" has no range in plan.yaml; its tasks without an estimate are taken as certain")
        }
        return result
    }

    /// The columns that estimates are read from.
    private struct Columns {
        let optimistic: [Int32]?, mostLikely: [Int32]?, pessimistic: [Int32]?, mean: [Int32]?, deviation: [Int32]?
        let distribution: [Int32]?, workClass: TextColumn?, outcomes: TextColumn?

        init(_ plan: Plan) {
            let tasks = plan.tasks
            (optimistic, mostLikely, pessimistic) = (
                tasks.integers(.optimistic), tasks.integers(.mostLikely), tasks.integers(.pessimistic)
            )
            (mean, deviation) = (tasks.integers(.mean), tasks.integers(.deviation))
            (distribution, workClass) = (tasks.integers(.distribution), tasks.texts(.workClass))
            outcomes = tasks.texts(.outcomes)
        }

        func value(_ column: [Int32]?, _ task: Int) -> Double? {
            guard let value = column?[task], value != Cell.absent else { return nil }
            return Double(value)
        }

        /// The task's class of work; empty for none.
        func workClass(_ task: Int) -> String { workClass?[task] ?? "" }

        /// Its own outcomes as they are kept, unless it has none.
        func outcomes(_ task: Int) -> String? { outcomes.flatMap { $0.isEmpty(task) ? nil : $0[task] } }
    }

    private func law(of task: Int, _ columns: Columns, _ gathered: inout Gathered) -> EstimateLaw? {
        let named = (columns.distribution?[task]).flatMap { DistributionName(rawValue: $0) }
        if named == .fixed { return nil }
        if named == .empirical { return history(task, columns.workClass(task), &gathered) }
        if let stored = columns.outcomes(task) { return discrete(task, stored, named, &gathered) }
        if named != .discrete {
            if let low = columns.value(columns.optimistic, task), let high = columns.value(columns.pessimistic, task) {
                // Without a most likely value the planned duration stands in.
                let mode = columns.value(columns.mostLikely, task) ?? Double(planned[task])
                if low == high { return EstimateLaw(.fixed, low) }
                return checked(
                    EstimateLaw.threePoints(low, mode, high, named ?? plan.settings.distribution), task, Self.noSuchLaw,
                    &gathered)
            }
            if let mean = columns.value(columns.mean, task), let deviation = columns.value(columns.deviation, task) {
                return checked(
                    EstimateLaw.moments(mean, deviation, named), task,
                    "mean and sd describe a lognormal or normal distribution only", &gathered)
            }
            if columns.value(columns.optimistic, task) != nil || columns.value(columns.pessimistic, task) != nil {
                return checked(nil, task, "half a range; expected both optimistic and pessimistic, or neither", &gathered)
            }
        }
        return classRange(task, named, columns.workClass(task), &gathered)
    }

    static let noSuchLaw =
        "no such distribution has this estimate; expected the most likely inside the range, and P10 and P90 that can hold it"

    /// The range of the task's class of work, times its planned duration.
    private func classRange(_ task: Int, _ named: DistributionName?, _ name: String, _ gathered: inout Gathered)
        -> EstimateLaw?
    {
        let isDiscrete = named == .discrete
        switch name.isEmpty ? nil : plan.settings.ranges[name] {
        case .outcomes(let outcomes) where named == nil || isDiscrete:
            if planned[task] == 0 { return nil }
            return EstimateLaw(times: Double(planned[task]), of: StepQuantile(outcomes), in: &gathered.tables)
        case .empirical where named == nil: return history(task, name, &gathered)
        case .outcomes, .empirical:
            return checked(
                nil, task,
                "distribution \(named!.word) cannot be that of class \"\(name)\" in plan.yaml; expected no distribution here",
                &gathered)
        case _ where isDiscrete:
            return checked(
                nil, task, "a discrete distribution needs outcomes such as 3d:0.5; 5d:0.5 (found none)", &gathered,
                column: "outcomes")
        case .factors(let factors, let shape): return classRange(task, factors, named ?? shape, &gathered)
        case nil:
            if !name.isEmpty { gathered.classless.insert(name) }
            return nil
        }
    }

    private func classRange(_ task: Int, _ factors: RangeFactors, _ shape: DistributionName?, _ gathered: inout Gathered)
        -> EstimateLaw?
    {
        let duration = Double(planned[task])
        let (low, mode, high) = (factors.optimistic * duration, factors.mostLikely * duration, factors.pessimistic * duration)
        if low == high { return nil }
        return checked(
            EstimateLaw.threePoints(low, mode, high, shape ?? plan.settings.distribution), task, Self.noSuchLaw, &gathered)
    }

    /// A few durations and their probabilities.
    private func discrete(_ task: Int, _ stored: String, _ named: DistributionName?, _ gathered: inout Gathered)
        -> EstimateLaw?
    {
        guard named == nil || named == .discrete else {
            return checked(
                nil, task, "expected no outcomes, or the distribution discrete (found \(named!.word))", &gathered,
                column: "outcomes")
        }
        guard let outcomes = Outcomes(stored: stored) else {
            return checked(
                nil, task, "expected values and probabilities that sum to 1 (found \"\(stored)\")", &gathered,
                column: "outcomes")
        }
        return EstimateLaw(times: 1, of: StepQuantile(outcomes), in: &gathered.tables)
    }

    /// The planned duration times what tasks of the class took before; the first task of a class without enough of them gets a fault.
    private func history(_ task: Int, _ name: String, _ gathered: inout Gathered) -> EstimateLaw? {
        if gathered.histories[name] == nil {
            let found = ratios[name]
            let isEnough = found.count >= DurationRatios.fewest
            gathered.histories[name] = .some(isEnough ? StepQuantile(ofSorted: found) : nil)
            if !isEnough {
                let work = name.isEmpty ? "finished tasks" : "finished tasks of class \"\(name)\""
                _ = checked(
                    nil, task,
                    "an empirical distribution needs \(DurationRatios.fewest) \(work) with a planned duration (found "
                        + "\(found.count))", &gathered, code: "too-little-history", column: "distribution")
            }
        }
        // A ratio to a planned duration of nothing says nothing of what is left.
        if planned[task] == 0 { return nil }
        return gathered.histories[name]!.map { EstimateLaw(times: Double(planned[task]), of: $0, in: &gathered.tables) }
    }

    /// A law, or the fault that there is none.
    private func checked(
        _ law: EstimateLaw?, _ task: Int, _ message: String, _ gathered: inout Gathered, code: String = "bad-estimate",
        column: String = "optimistic"
    ) -> EstimateLaw? {
        if law != nil { return law }
        let place = plan.tasks.raw.place(ofRow: task)
        gathered.faults.append(
            Fault(
                code: code, file: place.file, line: place.line, column: column,
                message: "task \(plan.tasks.raw.identifier(task)): \(message)"))
        return nil
    }
}
