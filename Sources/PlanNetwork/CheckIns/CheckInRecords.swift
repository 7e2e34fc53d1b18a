public import PlanModel

/// The rows of `checkins` by employee, each employee's in the order of days: sorted once, so that all that follows reads it front to back.
public struct CheckInRecords: Sendable {
    /// What a record says of its meeting.
    public enum Answer: UInt8, Sendable {
        /// `no` and `yes`; `untouched` is an empty cell.
        case missed, held, untouched
    }

    /// One row.
    public struct Record: Sendable {
        /// The day of the meeting, as `LocalDateTime.day` counts.
        public let day: Int32
        /// The row of the manager.
        public let manager: Int32
        /// The row of the record.
        public let row: Int32
        /// Whether the meeting took place.
        public let answer: Answer
        /// Whether the record names goals.
        public let hasGoals: Bool

        static func isBefore(_ left: Record, _ right: Record) -> Bool {
            left.day != right.day ? left.day < right.day : left.manager < right.manager
        }
    }

    /// All records; those of one employee lie together, by day, then by manager.
    public let all: [Record]
    /// Where each employee's records begin: a value more than people, never decreasing, first 0, last `all.count`.
    public let starts: [Int32]

    /// The records of a plan.
    ///
    /// - Complexity: O(records) where rows are in the order of days, as they are in most files; O(records log records) at most.
    public init(of plan: Plan) {
        let table = plan.checkIns
        guard let employees = table.integers(.employee), let managers = table.integers(.manager),
            let dates = table.integers(.date)
        else {
            (all, starts) = ([], [Int32](repeating: 0, count: plan.people.count + 1))
            return
        }
        let (held, goals) = (table.integers(.held), table.texts(.goals))
        var starts = [Int32](repeating: 0, count: plan.people.count + 1)
        for employee in employees { starts[Int(employee) + 1] += 1 }
        for person in 0..<plan.people.count { starts[person + 1] += starts[person] }
        var next = starts
        let empty = Record(day: 0, manager: 0, row: 0, answer: .untouched, hasGoals: false)
        var all = [Record](repeating: empty, count: employees.count)
        for row in employees.indices {
            let answer: Answer =
                switch held?[row] {
                case 1: .held
                case 0: .missed
                default: .untouched
                }
            let place = Int(next[Int(employees[row])])
            next[Int(employees[row])] += 1
            all[place] = Record(
                day: Int32(LocalDateTime(minutes: dates[row]).day), manager: managers[row], row: Int32(row), answer: answer,
                hasGoals: goals.map { !$0.isEmpty(row) } ?? false)
        }
        Self.sortByDay(&all, starts)
        (self.all, self.starts) = (all, starts)
    }

    /// The records of an employee, by day.
    public func of(_ employee: Int) -> ArraySlice<Record> { all[Int(starts[employee])..<Int(starts[employee + 1])] }

    private static func sortByDay(_ records: inout [Record], _ starts: [Int32]) {
        for person in 0..<starts.count - 1 {
            let places = Int(starts[person])..<Int(starts[person + 1])
            let isSorted = places.dropFirst().allSatisfy { !Record.isBefore(records[$0], records[$0 - 1]) }
            if !isSorted { records[places].sort(by: Record.isBefore) }
        }
    }
}
