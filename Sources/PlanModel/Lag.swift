/// A lag between two tasks: minutes of working time, elapsed ones, or a share of the predecessor's duration.
public struct Lag: Hashable, Sendable {
    /// What `amount` counts.
    public enum Unit: Int32, CaseIterable, Sendable {
        /// Minutes of working time.
        case working
        /// Minutes around the clock.
        case elapsed
        /// Hundredths of a percent of the predecessor's planned duration, as working time.
        case percent
        /// Hundredths of a percent of the predecessor's planned duration, around the clock.
        case elapsedPercent
    }

    /// How much, in `unit`; negative for a lead; |amount| below 2²⁹.
    public var amount: Int32
    /// What `amount` counts.
    public var unit: Unit

    /// A lag of an amount in a unit.
    public init(amount: Int32, unit: Unit) { (self.amount, self.unit) = (amount, unit) }

    /// A lag of `minutes`, |minutes| below 2²⁹.
    public init(minutes: Int32, isElapsed: Bool = false) { self.init(amount: minutes, unit: isElapsed ? .elapsed : .working) }

    /// The stored form: the amount times four, plus the unit.
    public init(raw: Int32) { self.init(amount: raw >> 2, unit: Unit(rawValue: raw & 3)!) }

    /// The stored form.
    public var raw: Int32 { amount << 2 | unit.rawValue }

    /// Whether it counts around the clock.
    public var isElapsed: Bool { unit == .elapsed || unit == .elapsedPercent }

    /// Whether it is a share of the predecessor's duration.
    public var isPercent: Bool { unit == .percent || unit == .elapsedPercent }

    /// Minutes; negative for a lead.
    ///
    /// - Precondition: not a share; `resolved` makes one minutes.
    public var minutes: Int32 {
        precondition(!isPercent, "a share of a duration is no minutes yet")
        return amount
    }

    /// The same lag in minutes, a share taken of a duration and rounded to the nearest minute.
    ///
    /// - Parameter duration: the predecessor's planned duration, working minutes.
    public func resolved(duration: Int32) -> Lag {
        guard isPercent else { return self }
        let minutes = (Double(amount) * Double(duration) / 10_000).rounded()
        return Lag(minutes: Int32(min(max(minutes, -0x1p29), 0x1p29)), isElapsed: isElapsed)
    }
}
