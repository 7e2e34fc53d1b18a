public import PlanModel
public import PlanNetwork

/// What is demanded of each person and team, week by week, beside what there is of them.
///
/// Weeks begin on Mondays. Figures are minutes of full-time people times `CapacityModel.fullTime`, so that they are whole numbers and sums are
/// exact: what a task demands in all its weeks together is its amount times what is left of it.
public struct Loads: Sendable {
    /// One resource in one week.
    public struct Entry: Sendable, Equatable {
        /// Who.
        public var resource: Int32
        /// Weeks after the Monday on or before the plan's first day.
        public var week: Int32
        /// Amounts times the working minutes of tasks on their calendars.
        public var demanded: Int64 = 0
        /// What there is in the working time of the resource's own calendar, without absences; `nil` where there is no limit.
        public var available: Int64?
        /// By how much demand exceeds what there is, over the working time of the tasks.
        public var over: Int64 = 0
    }

    /// By resource and week; only weeks in which something is demanded.
    public let entries: [Entry]
    private let firstMonday: LocalDateTime

    /// The Monday on which an entry's week begins.
    public func monday(_ entry: Entry) -> LocalDateTime { firstMonday.advanced(byMinutes: entry.week * LoadWeeks.minutes) }

    /// Loads of the plain early schedule.
    public init(of plan: Plan, _ schedule: Schedule, _ capacity: CapacityModel) {
        let starts = schedule.earlyFinish.indices.map { schedule.earlyFinish[$0] - schedule.network.values.remaining[$0] }
        self.init(plan, schedule.network, capacity, starts, schedule.earlyFinish, rests: { _ in [] })
    }

    /// Loads of a levelled schedule; work that rests demands nobody.
    public init(of plan: Plan, _ levelled: LevelledSchedule, _ capacity: CapacityModel) {
        let givenUp = Set(levelled.shortfalls.filter(\.isGivenUp).map { [$0.node, $0.resource] })
        self.init(plan, levelled.network, capacity, levelled.start, levelled.finish) { node in
            guard levelled.rests[node] > 0 else { return [] }
            return CapacityModel.merged(
                capacity.demands(of: node).map { Int(capacity.demandResource[$0]) }.filter { !givenUp.contains([node, $0]) }
                    .flatMap { capacity.absences[$0] })
        }
    }

    /// - Complexity: O(demands × log + weeks that tasks touch), for resources whose tasks run on several calendars also the shifts of these.
    private init(
        _ plan: Plan, _ network: Network, _ capacity: CapacityModel, _ start: [Int32], _ finish: [Int32],
        rests: (Int) -> [Range<Int32>]
    ) {
        let weeks = LoadWeeks(network.origin)
        firstMonday = weeks.firstMonday
        let structure = network.structure
        var users: [[LoadPiece]] = Array(repeating: [], count: capacity.resourceCount)
        for node in 0..<structure.nodeCount where finish[node] > start[node] && network.values.progress(of: node) != .completed
        {
            let demands = capacity.demands(of: node)
            if demands.isEmpty { continue }
            let calendar = structure.calendar(of: node)
            var pieces = [start[node]..<finish[node]]
            for rest in rests(node) {
                let away =
                    structure.calendars[calendar].work(
                        at: rest.lowerBound)..<structure.calendars[calendar].work(at: rest.upperBound)
                pieces = pieces.flatMap { piece -> [Range<Int32>] in
                    guard away.lowerBound < piece.upperBound, piece.lowerBound < away.upperBound else { return [piece] }
                    return [
                        piece.lowerBound..<max(piece.lowerBound, away.lowerBound),
                        min(piece.upperBound, away.upperBound)..<piece.upperBound,
                    ].filter { !$0.isEmpty }
                }
            }
            for place in demands {
                for piece in pieces {
                    users[Int(capacity.demandResource[place])].append(
                        LoadPiece(calendar: calendar, work: piece, amount: Int64(capacity.demandAmount[place])))
                }
            }
        }
        var result: [Entry] = []
        for resource in users.indices where !users[resource].isEmpty {
            let own = Self.calendar(of: resource, plan, capacity)
            result += ResourceLoad(
                resource: Int32(resource), steps: capacity.steps[resource], absences: capacity.absences[resource],
                own: structure.calendars[own], weeks: weeks
            ).entries(users[resource], structure.calendars)
        }
        entries = result
    }

    /// The calendar of a person or team, else the plan's.
    private static func calendar(of resource: Int, _ plan: Plan, _ capacity: CapacityModel) -> Int {
        let own =
            resource < capacity.personCount
            ? plan.people.integers(.calendar)?[resource] : plan.teams.integers(.calendar)?[resource - capacity.personCount]
        guard let own, own != Cell.none else { return plan.settings.calendar }
        return Int(own)
    }
}

/// Calendar weeks as instants.
struct LoadWeeks {
    static let minutes: Int32 = 7 * 1440
    /// The Monday on or before the first day.
    let firstMonday: LocalDateTime
    private let origin: Int32

    init(_ origin: LocalDateTime) {
        self.origin = Int32(Weekday(day: origin.day).rawValue) * 1440
        firstMonday = origin.advanced(byMinutes: -self.origin)
    }

    /// The week in which a minute lies.
    func week(of instant: Int32) -> Int32 { (instant + origin) / Self.minutes }

    /// When a week begins, an instant, not before time does.
    func start(of week: Int32) -> Int32 { max(week * Self.minutes - origin, 0) }
}

/// A stretch of work that holds an amount of one resource.
struct LoadPiece {
    let calendar: Int
    /// Positions.
    let work: Range<Int32>
    let amount: Int64
}

/// The weeks of one resource.
struct ResourceLoad {
    let resource: Int32
    let steps: CapacitySteps
    let absences: [Range<Int32>]
    /// The resource's own calendar.
    let own: WorkingTime
    let weeks: LoadWeeks

    private var isLimited: Bool { steps.most < CapacityModel.unlimited }

    /// - Parameter pieces: one or more, none empty.
    func entries(_ pieces: [LoadPiece], _ calendars: [WorkingTime]) -> [Loads.Entry] {
        var byWeek: [Int32: Loads.Entry] = [:]
        let isAlike = pieces.allSatisfy { $0.calendar == pieces[0].calendar }
        let axis = isAlike ? calendars[pieces[0].calendar] : WorkingTime.elapsed
        var changes: [(at: Int32, by: Int64)] = []
        changes.reserveCapacity(2 * pieces.count)
        for piece in pieces {
            for range in isAlike ? [piece.work] : Self.shifts(piece.work, calendars[piece.calendar]) {
                changes.append((range.lowerBound, piece.amount))
                changes.append((range.upperBound, -piece.amount))
            }
        }
        changes.sort { $0.at < $1.at }
        var supply = Supply(steps, absences, axis)
        var demanded: Int64 = 0
        for (place, change) in changes.enumerated() {
            demanded += change.by
            guard place + 1 < changes.count, changes[place + 1].at > change.at, demanded > 0 else { continue }
            add(change.at..<changes[place + 1].at, demanded, axis, &supply, &byWeek)
        }
        return byWeek.values.sorted { $0.week < $1.week }.map { entry in
            var entry = entry
            entry.available = isLimited ? available(in: entry.week) : nil
            return entry
        }
    }

    /// Adds a stretch in which so much is demanded to the weeks that it touches.
    private func add(
        _ range: Range<Int32>, _ demanded: Int64, _ axis: WorkingTime, _ supply: inout Supply,
        _ byWeek: inout [Int32: Loads.Entry]
    ) {
        var at = range.lowerBound
        while at < range.upperBound {
            let week = weeks.week(of: axis.start(at: at))
            let end = min(range.upperBound, axis.work(at: weeks.start(of: week + 1)))
            var over: Int64 = 0
            if isLimited {
                supply.pieces(at..<end) { length, amount in over += max(demanded - amount, 0) * length }
            }
            byWeek[week, default: Loads.Entry(resource: resource, week: week)].demanded += demanded * Int64(end - at)
            byWeek[week]!.over += over
            at = end
        }
    }

    private func available(in week: Int32) -> Int64 {
        let (from, to) = (own.work(at: weeks.start(of: week)), own.work(at: weeks.start(of: week + 1)))
        guard to > from else { return 0 }
        var (result, supply): (Int64, Supply) = (0, Supply(steps, absences, own))
        supply.pieces(from..<to) { length, amount in result += amount * length }
        return result
    }

    /// Stretches of work without a break, instants.
    private static func shifts(_ work: Range<Int32>, _ calendar: WorkingTime) -> [Range<Int32>] {
        var result: [Range<Int32>] = []
        var at = work.lowerBound
        while at < work.upperBound {
            let begin = calendar.start(at: at)
            // The longest stretch that ends as many minutes later as it works.
            var (low, high) = (at + 1, work.upperBound)
            while low < high {
                let middle = low + (high - low + 1) / 2
                if calendar.finish(at: middle) - begin == middle - at { low = middle } else { high = middle - 1 }
            }
            result.append(begin..<begin + low - at)
            at = low
        }
        return result
    }
}

/// What there is of a resource over positions of a calendar, read forwards.
private struct Supply {
    /// Where each amount begins, positions; ascending.
    private var from: [Int32] = []
    private var amount: [Int64] = []
    private var place = 0

    init(_ steps: CapacitySteps, _ absences: [Range<Int32>], _ axis: WorkingTime) {
        let edges = Set(steps.from + absences.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
        var away = 0
        for edge in edges {
            while away < absences.count, absences[away].upperBound <= edge { away += 1 }
            let isAway = away < absences.count && absences[away].contains(edge)
            let (at, value) = (axis.work(at: edge), isAway ? 0 : Int64(steps.amount(at: edge)))
            if from.last == at {
                amount[amount.count - 1] = value
            } else {
                from.append(at)
                amount.append(value)
            }
        }
    }

    /// The lengths and amounts within a range; ranges ascend.
    mutating func pieces(_ range: Range<Int32>, _ body: (Int64, Int64) -> Void) {
        while place + 1 < from.count, from[place + 1] <= range.lowerBound { place += 1 }
        var at = range.lowerBound
        var current = place
        while at < range.upperBound {
            let end = current + 1 < from.count ? min(from[current + 1], range.upperBound) : range.upperBound
            body(Int64(end - at), amount[current])
            (at, current) = (end, current + 1)
        }
        place = max(place, current - 1)
    }
}
