public import PlanModel

/// How old what is known of the work under way is: when each started and unfinished task was last reported on.
///
/// A report is a row of `history` up to the data date; a task without one is as old as its actual start.
public struct ReportStaleness: Sendable {
    /// A task under way.
    public struct Entry: Sendable, Equatable {
        /// Its row in `tasks`.
        public let task: Int32
        /// The day of the last report, as `LocalDateTime.day` counts; `nil` where there is none.
        public let lastReport: Int?
        /// Days from the last report, else from the actual start, to the data date.
        public let age: Int
        /// Whether these are more than the setting.
        public let isStale: Bool
        /// The row of the team whose work it is, and the name of the unit; `nil` for none.
        public let team: Int32?, unit: String?
    }

    /// The tasks under way of a team, of a unit, or all.
    public struct Figures: Sendable, Equatable {
        /// How many there are, how many of them are stale, and how many were never reported on.
        public internal(set) var started = 0, stale = 0, neverReported = 0

        mutating func add(_ entry: Entry) {
            started += 1
            stale += entry.isStale ? 1 : 0
            neverReported += entry.lastReport == nil ? 1 : 0
        }
    }

    /// Days after which a report is stale, 1 or more.
    public let staleAfter: Int
    /// Tasks that are stale or were never reported on, the oldest first, then in the natural order of their ids.
    public let entries: [Entry]
    /// Over all tasks under way.
    public let total: Figures
    /// By team in the natural order of ids, tasks without a team last; they sum to the total.
    public let teams: [(team: Int32?, figures: Figures)]
    /// By name of the unit, tasks without one last; they sum to the total.
    public let units: [(unit: String?, figures: Figures)]

    /// - Parameters:
    ///   - plan: the plan.
    ///   - staleAfter: days after which a report is stale, 1 or more.
    /// - Complexity: O(tasks + history + assignments).
    public init(of plan: Plan, staleAfter: Int = 30) {
        let dataDay = plan.settings.dataDate.day
        let started = Self.started(plan)
        let last = Self.lastReports(plan, of: started, upTo: dataDay)
        let groups = TaskGroups(plan, tasks: Set(started))
        let all = started.map { task in
            let (team, unit) = groups.group(of: task)
            let begin = plan.tasks.date(.actualStart, task)!.day
            let age = max(0, dataDay - (last[task] ?? begin))
            return Entry(
                task: Int32(task), lastReport: last[task], age: age, isStale: age > staleAfter, team: team,
                unit: unit.isEmpty ? nil : unit)
        }
        var (total, teams, units) = (Figures(), [Int32?: Figures](), [String?: Figures]())
        for entry in all {
            total.add(entry)
            teams[entry.team, default: Figures()].add(entry)
            units[entry.unit, default: Figures()].add(entry)
        }
        func id(_ task: Int32) -> String { plan.tasks.text(.id, Int(task)) }
        (self.staleAfter, self.total) = (staleAfter, total)
        entries = all.filter { $0.isStale || $0.lastReport == nil }.sorted {
            $0.age != $1.age ? $0.age > $1.age : NaturalOrder.isBefore(id($0.task), id($1.task))
        }
        func teamID(_ team: Int32) -> String { plan.teams.text(.id, Int(team)) }
        self.teams = teams.map { ($0.key, $0.value) }.sorted { Self.isBefore($0.0.map(teamID), $1.0.map(teamID)) }
        self.units = units.map { ($0.key, $0.value) }.sorted { Self.isBefore($0.0, $1.0) }
    }

    private static func isBefore(_ left: String?, _ right: String?) -> Bool {
        guard let left, let right else { return left != nil }
        return NaturalOrder.isBefore(left, right)
    }

    /// Tasks that have an actual start up to the data date and no actual finish.
    private static func started(_ plan: Plan) -> [Int] {
        guard let starts = plan.tasks.integers(.actualStart) else { return [] }
        let finishes = plan.tasks.integers(.actualFinish)
        return plan.tasks.rows.filter { row in
            starts[row] != Cell.absent && starts[row] <= plan.settings.dataDate.minutes
                && (finishes?[row] ?? Cell.absent) == Cell.absent && !plan.cancelledTasks.contains(row)
        }
    }

    private static func lastReports(_ plan: Plan, of tasks: [Int], upTo dataDay: Int) -> [Int: Int] {
        let wanted = Set(tasks)
        var last: [Int: Int] = [:]
        guard !wanted.isEmpty, let reported = plan.history.integers(.task), let dates = plan.history.integers(.date) else {
            return [:]
        }
        for row in reported.indices where wanted.contains(Int(reported[row])) {
            // A date alone is the end of its day, the next midnight.
            let day = LocalDateTime(minutes: dates[row] - 1).day
            if day <= dataDay { last[Int(reported[row])] = max(last[Int(reported[row])] ?? day, day) }
        }
        return last
    }
}
