/// The shape of an uncertain duration or severity; `P10P90` forms read the outer two of a three-point estimate as percentiles.
public enum DistributionName: Int32, CaseIterable, Sendable {
    case fixed, uniform, triangular, pert, lognormal, normal, uniformP10P90, triangularP10P90, pertP10P90
    /// One of a few values, each with its probability.
    case discrete
    /// The planned duration times a ratio drawn from what finished tasks of the same class really took.
    case empirical

    /// How plan files spell the cases, in order.
    public static let words = [
        "fixed", "uniform", "triangular", "pert", "lognormal", "normal", "uniform-p10-p90", "triangular-p10-p90",
        "pert-p10-p90", "discrete", "empirical",
    ]

    /// The shapes that a three-point estimate may have, in the order of the cases.
    public static let ofThreePoints = allCases.filter { $0 != .discrete && $0 != .empirical }

    /// How plan files spell it.
    public var word: String { Self.words[Int(rawValue)] }
}
