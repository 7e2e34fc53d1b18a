import PlanModel

/// The planned value of some tasks over time, from the first baseline start to the last baseline finish.
struct PlannedCurve {
    private let work: PlannedWork
    private let rows: [Int32]
    /// The first start and the last finish, positions.
    let start: Int32, finish: Int32
    /// The whole weight, units.
    let budget: Int64

    /// The curve of some rows of a baseline; `nil` for none.
    init?(_ work: PlannedWork, rows: [Int32]) {
        guard let start = rows.lazy.map({ work.start[Int($0)] }).min() else { return nil }
        (self.work, self.rows, self.start) = (work, rows, start)
        finish = rows.lazy.map { work.finish[Int($0)] }.max()!
        budget = rows.reduce(0) { $0 + work.weights.units[Int($1)] }
    }

    /// The planned value at a position, units.
    func value(at position: Int32) -> Int64 { rows.reduce(0) { $0 + work.planned(Int($1), at: position) } }

    /// Earned schedule: when the baseline had planned as much as is earned now, working minutes from the start.
    ///
    /// Where it had planned just that for a while, the moment of that while which lies nearest to now: what is earned as planned is
    /// neither ahead nor behind. To the minute.
    ///
    /// Source: W. Lipke, "Schedule is different", The Measurable News (2003).
    ///
    /// - Parameters:
    ///   - earned: units, 0 … `budget`.
    ///   - actualTime: working minutes from the start to now.
    /// - Complexity: O(rows · log duration).
    func earnedSchedule(_ earned: Int64, actualTime: Int32) -> Int32 {
        let reached = first { value(at: $0) >= earned } ?? finish
        let passed = first { value(at: $0) > earned } ?? finish + 1
        // A jump passes the earned value in one minute: work had come to the minute before it.
        let last = max(passed - 1, start)
        return min(max(actualTime, min(reached, last) - start), last - start)
    }

    /// The first position from `start` to `finish` at which something holds that never ceases to hold.
    private func first(where holds: (Int32) -> Bool) -> Int32? {
        guard holds(finish) else { return nil }
        var (low, high) = (start, finish)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
