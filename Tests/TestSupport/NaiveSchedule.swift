import Headway

/// The naive twin of `Schedule`: dates found by repeating the definitions until nothing moves.
///
/// Reads the rows of a `PlanBuilder`, so it shares neither the graph nor the order nor the hubs with the network. Relations between
/// projects are written out.
public struct NaiveSchedule: Sendable {
    /// One task, its times as minutes of work on its own calendar.
    public struct Item: Sendable {
        /// What is left to do, minutes.
        public var remaining: Int
        /// Actual dates, instants.
        public var actualStart: Int?, actualFinish: Int?
        /// Early and late finish.
        public var earlyFinish = 0, lateFinish = 0
        /// How far it can slip before a successor or the plan's finish moves.
        public var freeFloat = 0
        let calendar: NaiveCalendar
        var floor: Int

        /// Whether it is finished.
        public var isCompleted: Bool { actualFinish != nil }
    }

    struct Tie {
        let from: Int, to: Int
        let type: RelationType
        let lag: Lag
    }

    /// By row of the builder's tasks.
    public private(set) var items: [Item]
    /// The latest finish, an instant.
    public private(set) var finish = 0
    let ties: [Tie]
    private let epoch: Int

    /// The schedule of a plan.
    ///
    /// - Parameters:
    ///   - plan: with its durations given.
    ///   - delays: minutes of work by which a task begins after its early start, by row.
    ///   - lates: whether late dates and free floats are wanted too.
    public init(_ plan: PlanBuilder, delays: [Int: Int] = [:], lates: Bool = true) {
        let written = plan.writtenOut()
        let rows = Dictionary(uniqueKeysWithValues: plan.tasks.enumerated().map { ($1.id, $0) })
        ties = written.relations.map { Tie(from: rows[$0.from]!, to: rows[$0.to]!, type: $0.type, lag: $0.lag) }
        epoch = plan.settings.epoch.minuteOfDay
        items = plan.tasks.map { Self.item($0, plan) }
        findEarlyDates()
        if !delays.isEmpty {
            for (row, delay) in delays { items[row].floor = items[row].earlyFinish - items[row].remaining + delay }
            findEarlyDates()
        }
        let finishes = items.map { $0.actualFinish ?? max($0.calendar.finish(at: $0.earlyFinish), epoch) }
        finish = finishes.max() ?? Int(plan.settings.dataDate.minutes - plan.settings.epoch.minutes) + epoch
        if lates { findLateDates() }
    }

    private static func item(_ task: PlanBuilder.TaskRow, _ plan: PlanBuilder) -> Item {
        let origin = plan.settings.epoch.minutes - Int32(plan.settings.epoch.minuteOfDay)
        let definition = plan.settings.calendars.resolved(NaiveDuration.calendar(of: task, in: plan))
        let calendar = NaiveCalendar.shared(definition, epochDay: plan.settings.epoch.day)
        return Item(
            remaining: NaiveDuration.remaining(of: task, in: plan),
            actualStart: task.actualStart.map { Int($0.minutes - origin) },
            actualFinish: task.actualFinish.map { Int($0.minutes - origin) }, calendar: calendar,
            floor: calendar.work(at: Int(plan.settings.dataDate.minutes - origin)))
    }

    // MARK: dates

    private mutating func findEarlyDates() {
        for row in items.indices {
            let fixed = items[row].actualFinish.map { items[row].calendar.work(at: $0) }
            items[row].earlyFinish = fixed ?? items[row].floor + items[row].remaining
        }
        var moved = true
        while moved {
            moved = false
            for tie in ties where !items[tie.to].isCompleted {
                let bound = self.bound(tie, predecessorFinish: items[tie.from].earlyFinish)
                let finish = tie.type.holdsFinish ? bound : bound + items[tie.to].remaining
                if finish > items[tie.to].earlyFinish { (items[tie.to].earlyFinish, moved) = (finish, true) }
            }
        }
    }

    /// The earliest position of the end that a relation holds, on the successor's calendar, if the predecessor finishes so.
    private func bound(_ tie: Tie, predecessorFinish: Int) -> Int {
        let from = items[tie.from]
        let actual = tie.type.leavesStart ? from.actualStart : from.actualFinish
        let position =
            actual.map(from.calendar.work) ?? (tie.type.leavesStart ? predecessorFinish - from.remaining : predecessorFinish)
        func spelled(_ work: Int) -> Int {
            tie.type.leavesStart ? from.calendar.start(at: work) : from.calendar.finish(at: work)
        }
        let lag = Int(tie.lag.minutes)
        let instant =
            tie.lag.isElapsed
            ? (actual ?? spelled(position)) + lag : lag == 0 ? actual ?? spelled(position) : spelled(position + lag)
        return items[tie.to].calendar.work(at: instant)
    }

    private mutating func findLateDates() {
        for row in items.indices where items[row].isCompleted { items[row].lateFinish = items[row].earlyFinish }
        for row in items.indices where !items[row].isCompleted { items[row].lateFinish = items[row].calendar.work(at: finish) }
        for row in items.indices { items[row].freeFloat = latest(row, { $0.earlyFinish }) - items[row].earlyFinish }
        var moved = true
        while moved {
            moved = false
            for row in items.indices where !items[row].isCompleted {
                let late = latest(row, { $0.lateFinish })
                if late < items[row].lateFinish { (items[row].lateFinish, moved) = (late, true) }
            }
        }
    }

    /// The latest finish of a task at which every successor can still finish as `wanted` says and the plan when it does.
    private func latest(_ row: Int, _ wanted: (Item) -> Int) -> Int {
        guard !items[row].isCompleted else { return items[row].earlyFinish }
        let mine = ties.filter { $0.from == row && !items[$0.to].isCompleted }
        func holds(_ finish: Int) -> Bool {
            mine.allSatisfy { tie in
                let successor = items[tie.to]
                let bound = self.bound(tie, predecessorFinish: finish)
                return bound <= (tie.type.holdsFinish ? wanted(successor) : wanted(successor) - successor.remaining)
            }
        }
        var (low, high) = (items[row].earlyFinish, items[row].calendar.work(at: finish))
        precondition(holds(low), "early dates keep every relation")
        while low < high {
            let middle = (low + high + 1) / 2
            if holds(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
