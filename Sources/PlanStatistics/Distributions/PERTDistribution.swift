/// The beta distribution of the PERT method: low + (high − low) X with X ~ Beta(1 + 4 s, 5 − 4 s), s = (mode − low) / (high − low).
///
/// Source: D. G. Malcolm et al., Operations Research 7 (1959) 646–669; the parameters that make its mean (low + 4 mode + high) / 6
/// exact.
public struct PERTDistribution: ProbabilityDistribution, Hashable {
    /// The smallest value.
    public let low: Double
    /// The likeliest value.
    public let mode: Double
    /// The largest value; equal to `low` for a number that is certain.
    public let high: Double

    /// The distribution on [low, high]; nil unless low ≤ mode ≤ high and all are finite.
    public init?(low: Double, mode: Double, high: Double) {
        guard low.isFinite, high.isFinite, low <= mode, mode <= high else { return nil }
        self.low = low
        self.mode = mode
        self.high = high
    }

    /// The distribution with this mode and these percentiles; nil unless P10 ≤ mode ≤ P90 and all are finite.
    ///
    /// There is exactly one, but for P10 = mode = P90, which is read as certain. Its lower end may be negative though P10 is not:
    /// a duration is then max(0, draw), which leaves the percentiles as they are.
    ///
    /// The shape s solves (s − q₁₀(s)) (P90 − mode) = (q₉₀(s) − s) (mode − P10), with q the quantiles of the unit PERT; the sides
    /// differ in sign at 0 and 1, and their difference rises between.
    ///
    /// - Complexity: about ten steps of two inverse incomplete beta functions each, 30 µs on one core of a server; keep the result.
    public init?(p10: Double, mode: Double, p90: Double) {
        guard p10.isFinite, p90.isFinite, p10 <= mode, mode <= p90 else { return nil }
        guard p10 < p90 else {
            self.init(low: mode, mode: mode, high: mode)
            return
        }
        let below = (mode - p10) / (p90 - p10)
        let above = (p90 - mode) / (p90 - p10)
        let root = BracketedRoot.find(from: 0, to: 1) { shape in
            let unit = Self.unit(shape: shape)
            return (shape - unit.inverse(0.1)) * above - (unit.inverse(0.9) - shape) * below
        }
        guard let shape = root else { return nil }
        let unit = Self.unit(shape: shape)
        let width = (p90 - p10) / (unit.inverse(0.9) - unit.inverse(0.1))
        self.init(low: mode - shape * width, mode: mode, high: mode + (1 - shape) * width)
    }

    /// (mode − low) / (high − low), in [0, 1]; 1/2 for a number that is certain.
    public var shape: Double { Self.shape(low: low, mode: mode, high: high) }

    private static func shape(low: Double, mode: Double, high: Double) -> Double {
        low < high ? (mode - low) / (high - low) : 0.5
    }

    /// Made anew for each call: most PERTs are only ever sampled, through tables.
    private var beta: IncompleteBeta { Self.unit(shape: shape) }

    /// The beta distribution of the PERT on [0, 1] whose mode is `shape`.
    static func unit(shape: Double) -> IncompleteBeta { IncompleteBeta(a: 1 + 4 * shape, b: 1 + 4 * (1 - shape)) }

    /// (low + 4 mode + high) / 6.
    public var mean: Double { low + (4 * (mode - low) + (high - low)) / 6 }
    /// (mean − low) (high − mean) / 7.
    public var variance: Double { (mean - low) * (high - mean) / 7 }

    /// 0 below `low`, 1 from `high` on, the incomplete beta function between.
    public func cumulative(_ x: Double) -> Double {
        guard x < high else { return 1 }
        return x <= low ? 0 : beta.value((x - low) / (high - low))
    }

    /// low + (high − low) times the inverse of the incomplete beta function; error below 1e-12 of the larger end.
    public func quantile(_ u: Double) -> Double { low + (high - low) * beta.inverse(u) }
}
