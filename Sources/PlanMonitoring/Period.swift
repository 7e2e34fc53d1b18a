public import PlanModel

/// A span of whole days, both ends counted.
public struct Period: Sendable, Hashable {
    /// The first and the last day, days as `LocalDateTime.day` counts them.
    public let firstDay: Int, lastDay: Int

    /// The days from one date to another; what time of day they name does not matter.
    ///
    /// - Precondition: the first is not after the last.
    public init(from: LocalDateTime, to: LocalDateTime) {
        precondition(from.day <= to.day, "a period ends after it begins")
        (firstDay, lastDay) = (from.day, to.day)
    }

    /// The days from one to another, as `LocalDateTime.day` counts them.
    init(firstDay: Int, lastDay: Int) {
        precondition(firstDay <= lastDay, "a period ends after it begins")
        (self.firstDay, self.lastDay) = (firstDay, lastDay)
    }

    /// How many days it has, 1 or more.
    public var dayCount: Int { lastDay - firstDay + 1 }
}
