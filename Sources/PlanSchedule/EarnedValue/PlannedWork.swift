import PlanModel
import PlanNetwork

/// The baseline of the tasks: when each was to be worked on, and what it weighs.
///
/// Positions are working minutes of the plan's calendar, whichever calendar a task runs on, so that all targets share one axis.
struct PlannedWork: Sendable {
    /// The axis of positions.
    let axis: EarnedAxis
    /// What weights are, and their units.
    let weights: EarnedWeights
    /// When budgets fall due.
    let accrual: CostAccrual
    /// The row of the baseline by task row, −1 for a task without one that can be used.
    let rowOfTask: [Int32]
    /// Start and finish by row of the baseline, positions; start ≤ finish; −1 where there is none.
    let start: [Int32], finish: [Int32]
    /// Rows that cannot be used or were changed.
    let flaws: PlannedWorkFlaws

    init(_ plan: Plan, _ network: Network, _ baseline: Table<BaselineColumn>, accrual: CostAccrual) {
        let starts = baseline.rows.map { baseline.date(.start, $0) }
        let finishes = baseline.rows.map { baseline.date(.finish, $0) }
        let first = (starts + finishes).compactMap(\.self).min() ?? network.origin
        let axis = EarnedAxis(plan, network, first: first)
        let start = starts.map { $0.map(axis.position) ?? -1 }
        let finish = zip(start, finishes.map { $0.map(axis.position) ?? -1 }).map { $1 < 0 ? -1 : max($0, $1) }
        let durations = baseline.rows.map { row in
            baseline.reference(.task, row).map(plan.isSpan) ?? false || start[row] < 0 || finish[row] < 0
                ? 0 : baseline.integer(.duration, row) ?? finish[row] - start[row]
        }
        var (rowOfTask, flaws) = ([Int32](repeating: -1, count: plan.tasks.count), PlannedWorkFlaws())
        for row in baseline.rows {
            guard let task = baseline.reference(.task, row) else { continue }
            if starts[row] == nil || finishes[row] == nil {
                flaws.dateless.append(row)
            } else if rowOfTask[task] >= 0 {
                flaws.repeated.append(row)
            } else {
                rowOfTask[task] = Int32(row)
                if axis.position(finishes[row]!) < start[row] { flaws.reversed.append(row) }
                if axis.isBefore(starts[row]!) { flaws.tooEarly.append(row) }
            }
        }
        (self.axis, self.accrual, self.rowOfTask, self.flaws) = (axis, accrual, rowOfTask, flaws)
        (self.start, self.finish) = (start, finish)
        weights = EarnedWeights(plan, baseline, durations: durations)
    }

    /// What was to be done of a row up to a position, units; never decreasing in the position, the whole weight from the finish on.
    func planned(_ row: Int, at position: Int32) -> Int64 {
        let (start, finish, weight) = (start[row], finish[row], weights.units[row])
        if position >= finish { return weight }
        if position <= start { return 0 }
        if accrual == .start { return weight }
        return Int64((Double(weight) * (Double(position - start) / Double(finish - start))).rounded())
    }

    /// What a share of a row has earned, units.
    ///
    /// - Parameter share: the part that is complete, 0 … 1; `hasStarted` whether there is any.
    func earned(_ row: Int, share: Double, hasStarted: Bool) -> Int64 {
        let weight = weights.units[row]
        if accrual == .start { return hasStarted ? weight : 0 }
        return share >= 1 ? weight : Int64((Double(weight) * share).rounded())
    }
}

/// Rows of a baseline that are left out or changed; row numbers, ascending.
struct PlannedWorkFlaws: Sendable {
    /// No start or no finish: left out.
    var dateless: [Int] = []
    /// The task has an earlier row: left out.
    var repeated: [Int] = []
    /// Finishes before it starts: taken as a milestone at its start.
    var reversed: [Int] = []
    /// Starts before any date that can be counted: taken as starting there.
    var tooEarly: [Int] = []
}
