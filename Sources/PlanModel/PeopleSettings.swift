/// How people come, go and fall ill, and what many on a task cost; `plan.yaml` says it under `people`.
public struct PeopleSettings: Sendable, Hashable {
    /// A length of time that is not certain: triangular from the shortest over the usual to the longest, minutes around the clock.
    public struct Span: Sendable, Hashable {
        /// The three points, never decreasing, 0 or more.
        public var shortest: Int32, usual: Int32, longest: Int32

        /// Three points.
        public init(_ shortest: Int32, _ usual: Int32, _ longest: Int32) {
            (self.shortest, self.usual, self.longest) = (shortest, usual, longest)
        }
    }

    /// A time in which nobody joins.
    public struct HiringFreeze: Sendable, Hashable {
        /// Its first moment and the one after its last.
        public var from: LocalDateTime, until: LocalDateTime

        /// A time that is not empty.
        public init(from: LocalDateTime, until: LocalDateTime) { (self.from, self.until) = (from, until) }
    }

    /// What each person beyond the first adds to the effort of an effort-driven task, a share of it: 0.1 makes three people do 1.2 times the
    /// work of one.
    public var overheadPerPerson = 0.0
    /// Over how long somebody who joins comes to their full capacity, in four equal steps from a quarter on, minutes around the clock; people
    /// may have their own.
    public var rampUp: Int32 = 0
    /// The share of people who leave in a year, by role; the role `default` stands for all others.
    public var attrition: [String: Double] = [:]
    /// How long a post stays vacant after somebody left; never filled where absent.
    public var hiringDelay: Span?
    /// Times in which nobody joins: a post that is to be filled in one is filled at its end. Only scenarios have them.
    public var hiringFreezes: [HiringFreeze] = []
    /// How often a person falls ill in a year.
    public var sicknessPerYear = 0.0
    /// How long an illness lasts.
    public var sicknessLength: Span?

    /// The role that stands for all others.
    public static let otherRoles = "default"

    /// Nobody leaves, falls ill or slows others down.
    public init() {}

    /// The share of people of a role who leave in a year.
    public func attrition(ofRole role: String) -> Double { attrition[role] ?? attrition[Self.otherRoles] ?? 0 }

    /// Whether anything happens to people by chance.
    public var isRandom: Bool { attrition.values.contains { $0 > 0 } || (sicknessPerYear > 0 && sicknessLength != nil) }
}
