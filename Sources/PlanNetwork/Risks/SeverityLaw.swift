/// How bad an event is where it happens: a factor without dimension, drawn once a replication and shared by all that the event touches.
public struct SeverityLaw: Sendable, Hashable {
    /// The law of the factor, parameters without dimension; `.fixed` is the certain factor 1. `longest` is unused and 0.
    public var law: DurationLaw

    /// A law of a factor.
    public init(_ law: DurationLaw) { self.law = law }

    /// The certain factor 1.
    public static let certain = SeverityLaw(DurationLaw(longest: 0))

    /// Whether nothing is drawn: the factor is 1.
    public var isCertain: Bool { law.shape == .fixed }
}
