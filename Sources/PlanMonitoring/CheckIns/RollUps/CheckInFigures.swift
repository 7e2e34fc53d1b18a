/// What the pairs of a group add up to: sums of the parts, so that tables add up to their total.
public struct CheckInFigures: Sendable, Equatable {
    /// Different employees.
    public var employees = 0
    /// Pairs; more than employees where some changed managers.
    public var pairs = 0
    /// Pairs in which something was expected or is overdue, and those of them that kept the rhythm.
    public var judged = 0, inRhythm = 0
    /// Meetings due, held, and held of those due: pair by pair the smaller of both.
    public var expected = 0, held = 0, kept = 0
    /// Meetings held whose record names goals.
    public var withGoals = 0
    /// Pairs whose next meeting is overdue.
    public var overdue = 0

    /// Nobody's.
    public init() {}

    /// The share of the meetings due that were held; `nil` where none was due.
    public var adherence: Double? { expected > 0 ? Double(kept) / Double(expected) : nil }

    /// Adds a pair.
    ///
    /// - Parameters:
    ///   - rhythm: the share of the meetings due from which on the rhythm is kept.
    ///   - isNew: whether the employee is not counted yet.
    mutating func add(_ pair: CheckInPair, rhythm: Double, isNew: Bool) {
        employees += isNew ? 1 : 0
        pairs += 1
        if let isInRhythm = pair.isInRhythm(rhythm) {
            judged += 1
            inRhythm += isInRhythm ? 1 : 0
        }
        (expected, held, kept) = (expected + pair.expected, held + pair.held, kept + pair.kept)
        withGoals += pair.withGoals
        overdue += pair.overdue ? 1 : 0
    }

    /// Adds another group.
    mutating func add(_ other: CheckInFigures) {
        employees += other.employees
        pairs += other.pairs
        (judged, inRhythm) = (judged + other.judged, inRhythm + other.inRhythm)
        (expected, held, kept) = (expected + other.expected, held + other.held, kept + other.kept)
        (withGoals, overdue) = (withGoals + other.withGoals, overdue + other.overdue)
    }
}
