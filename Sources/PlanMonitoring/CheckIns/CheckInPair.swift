/// How an employee and a manager kept the rhythm of their check-ins in a period.
///
/// Active days are those of the pair on which both are employed and neither is away a whole day.
public struct CheckInPair: Sendable, Equatable {
    /// Their rows in `people`.
    public let employee: Int32, manager: Int32
    /// Whether they are a pair on the last day of the period.
    public let isCurrent: Bool
    /// The days of the pair within the period, both ends counted, as `LocalDateTime.day` counts.
    public let firstDay: Int, lastDay: Int
    /// Meetings due: active days divided by the days between two meetings, rounded down; 0 without a cadence.
    public let expected: Int
    /// Meetings of the pair within these days whose record says that they were held.
    public let held: Int
    /// The smaller of expected and held, as a share of expected; `nil` where nothing was expected.
    public let adherence: Double?
    /// Calendar days from the last meeting held, within the period or before it, to the end of the period; `nil` where none was held.
    public let daysSinceLast: Int?
    /// The most active days from one meeting held to the next, from the beginning to the first or from the last to the end, within the
    /// period: the day that
    /// ends a gap counts, the one before it does not. `nil` where the pair has no active day.
    public let longestGapDays: Int?
    /// Whether more active days than the cadence and its grace have passed since the last meeting held, or since the pair began (with the
    /// plan's epoch, where
    /// it began before); of current pairs alone.
    public let overdue: Bool
    /// How many more active days than the cadence have passed, grace not taken off; 0 where nothing is overdue.
    public let overdueDays: Int
    /// Meetings held whose record names goals.
    public let withGoals: Int
    /// Records within these days, and those of them that nobody has answered.
    public let records: Int, untouched: Int
    /// To how many managers upwards, from the pair's own, an overdue meeting has climbed: one at once, another each time that all the days
    /// between two meetings
    /// have passed again.
    public let escalations: Int
    /// Days between two meetings by the cadence in force; `nil` without one.
    public let everyDays: Int?

    /// Whether the rhythm was kept: `nil` where nothing was expected and nothing is overdue.
    ///
    /// - Parameter rhythm: the share of the meetings due, 0 … 1, that suffices.
    public func isInRhythm(_ rhythm: Double) -> Bool? {
        if overdue { return false }
        return adherence.map { $0 >= rhythm }
    }

    /// Meetings held that were due: the smaller of both.
    public var kept: Int { min(held, expected) }
}
