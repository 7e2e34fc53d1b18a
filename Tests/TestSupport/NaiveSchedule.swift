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
        var limits: NaiveLimits

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
    private let rules: SchedulingRules
    private let planCalendar: NaiveCalendar
    /// When the whole plan ends, an instant, before late dates are found.
    private var lastFinish: Int {
        items.map { $0.actualFinish ?? max($0.calendar.finish(at: $0.earlyFinish), epoch) }.max() ?? 0
    }

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
        rules = plan.settings.scheduling
        planCalendar = NaiveCalendar.shared(
            plan.settings.calendars.resolved(plan.settings.calendar), epochDay: plan.settings.epoch.day)
        items = plan.tasks.map { Self.item($0, plan) }
        findEarlyDates()
        if !delays.isEmpty {
            for (row, delay) in delays { items[row].floor = items[row].earlyFinish - items[row].remaining + delay }
            findEarlyDates()
        }
        finish = items.isEmpty ? Int(plan.settings.dataDate.minutes - plan.settings.epoch.minutes) + epoch : lastFinish
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
            floor: calendar.work(at: Int(plan.settings.dataDate.minutes - origin)),
            limits: NaiveLimits(task, plan.settings.scheduling) { calendar.work(at: Int($0.minutes - origin)) })
    }

    // MARK: dates

    private mutating func findEarlyDates() {
        for row in items.indices { items[row].earlyFinish = items[row].floor + items[row].remaining }
        var moved = true
        while moved {
            moved = false
            for row in items.indices {
                let finish = earlyFinish(row)
                if finish != items[row].earlyFinish { (items[row].earlyFinish, moved) = (finish, true) }
            }
        }
    }

    /// The early finish of a task, if those before it finish as found so far.
    private func earlyFinish(_ row: Int) -> Int {
        let item = items[row]
        if let actual = item.actualFinish { return item.calendar.work(at: actual) }
        var start = item.limits.floor(item.floor)
        for tie in ties where tie.to == row && isHeld(row) {
            let bound = self.bound(tie, predecessorFinish: items[tie.from].earlyFinish)
            start = max(start, tie.type.holdsFinish ? bound - item.remaining : bound)
        }
        return item.limits.start(start, remaining: item.remaining) + item.remaining
    }

    /// Whether relations hold what is left of a task.
    private func isHeld(_ row: Int) -> Bool { rules.progress != .override || items[row].actualStart == nil }

    /// The earliest position of the end that a relation holds, on the successor's calendar, if the predecessor finishes so.
    private func bound(_ tie: Tie, predecessorFinish: Int) -> Int {
        let from = items[tie.from]
        let actual = tie.type.leavesStart ? from.actualStart : from.actualFinish
        let position =
            actual.map(from.calendar.work) ?? (tie.type.leavesStart ? predecessorFinish - from.remaining : predecessorFinish)
        func spelled(_ work: Int, _ calendar: NaiveCalendar) -> Int {
            tie.type.leavesStart ? calendar.start(at: work) : calendar.finish(at: work)
        }
        let (lag, to) = (Int(tie.lag.minutes), items[tie.to].calendar)
        let instant = actual ?? spelled(position, from.calendar)
        if lag == 0 { return to.work(at: instant) }
        if tie.lag.isElapsed { return to.work(at: instant + lag) }
        switch rules.lagCalendar {
        case .predecessor: return to.work(at: spelled(position + lag, from.calendar))
        case .successor: return to.work(at: spelled(to.work(at: spelled(position, from.calendar)) + lag, to))
        case .plan:
            return to.work(
                at: spelled(planCalendar.work(at: spelled(position, from.calendar)) + lag, planCalendar))
        case .elapsed: return to.work(at: max(spelled(position, from.calendar) + lag, 0))
        }
    }

    private mutating func findLateDates() {
        for row in items.indices { items[row].lateFinish = items[row].earlyFinish }
        let open = items.indices.filter { !items[$0].isCompleted }
        for row in open { items[row].lateFinish = items[row].calendar.work(at: finish) }
        for row in open {
            items[row].freeFloat = max(latest(row, isLate: false, { $0.earlyFinish }) - items[row].earlyFinish, 0)
        }
        var moved = true
        while moved {
            moved = false
            for row in open {
                let late = items[row].limits.lateFinish(
                    latest(row, isLate: true, { $0.lateFinish }), remaining: items[row].remaining)
                if late != items[row].lateFinish { (items[row].lateFinish, moved) = (late, true) }
            }
        }
    }

    /// The latest finish of a task at which every successor can still finish as `wanted` says and the plan when it does.
    private func latest(_ row: Int, isLate: Bool, _ wanted: (Item) -> Int) -> Int {
        let isManual = isLate && items[row].limits.isManual
        let mine = ties.filter {
            $0.from == row && !items[$0.to].isCompleted && isHeld($0.to) && !(isManual && $0.type.leavesStart)
        }
        func holds(_ finish: Int) -> Bool {
            mine.allSatisfy { tie in
                let successor = items[tie.to]
                let bound = self.bound(tie, predecessorFinish: finish)
                return bound <= (tie.type.holdsFinish ? wanted(successor) : wanted(successor) - successor.remaining)
            }
        }
        let end = items[row].calendar.work(at: finish)
        // Against constraints the latest finish may lie before the early one, and even before time begins.
        var (low, high) = (min(items[row].earlyFinish, end), end)
        while !holds(low), low > -50_000 { low -= 5_000 }
        while low < high {
            let middle = low + (high - low + 1) / 2
            if holds(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
