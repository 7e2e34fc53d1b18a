/// A difference of two runs with the same random numbers, and how far it may be from that of infinitely many replications.
public struct DifferenceEstimate: Sendable, Hashable {
    /// The second run's figure less the first one's.
    public let value: Double
    /// The estimate's standard deviation; `nil` where there are too few replications to tell.
    public let standardError: Double?
    /// The 95 % interval; `nil` where there are too few replications to tell. Both ends are `value` where nothing can differ.
    public let interval: ClosedRange<Double>?

    /// A difference that is exact.
    public init(exactly value: Double) { (self.value, standardError, interval) = (value, 0, value...value) }

    /// A difference with a symmetric interval.
    ///
    /// - Parameter coverageFactor: how many standard errors the interval reaches to either side.
    public init(_ value: Double, standardError: Double?, coverageFactor: Double) {
        (self.value, self.standardError) = (value, standardError)
        interval = standardError.map { (value - coverageFactor * $0)...(value + coverageFactor * $0) }
    }

    /// A difference of shares.
    public init(_ difference: ProportionDifference) {
        (value, standardError, interval) = (difference.value, difference.standardError, difference.interval)
    }

    /// Half the width of the interval.
    public var halfWidth: Double? { interval.map { ($0.upperBound - $0.lowerBound) / 2 } }

    /// Whether the interval leaves out 0.
    public var isClear: Bool { interval.map { $0.lowerBound > 0 || $0.upperBound < 0 } ?? false }

    /// How many replications would make half the interval's width smaller than `goal`, to two digits upwards; errors fall with the root of
    /// their number.
    ///
    /// - Parameters:
    ///   - samples: how many replications this one has.
    ///   - goal: above 0; the difference itself to tell it from 0.
    /// - Returns: `nil` without an interval.
    public func samplesNeeded(_ samples: Int, for goal: Double) -> Int? {
        guard let halfWidth, goal > 0 else { return nil }
        let ratio = halfWidth / goal
        let needed = min(Double(samples) * ratio * ratio, 0x1p60)
        var unit = 1.0
        while needed / unit >= 100 { unit *= 10 }
        return max(1, Int((needed / unit).rounded(.up) * unit))
    }
}
