/// The quantile function of a discrete or an empirical distribution, piece by piece: a step each, or a line each.
///
/// The three arrays hold one value a piece, at least one. The value at u is `values[i] + slopes[i] * (u − bounds[i])` for the last
/// `i` with `bounds[i] <= u`.
public struct StepQuantile: Sendable, Hashable {
    /// Where each piece begins, in u: ascending, first 0, all below 1.
    public var bounds: [Float]
    /// The value at each piece's beginning, never decreasing.
    public var values: [Float]
    /// How steep each piece is; 0 for the steps of a discrete distribution, never negative.
    public var slopes: [Float]

    /// A quantile function of its pieces.
    ///
    /// - Precondition: the invariants of the properties.
    public init(bounds: [Float], values: [Float], slopes: [Float]) {
        precondition(!bounds.isEmpty && bounds.count == values.count && bounds.count == slopes.count && bounds[0] == 0)
        (self.bounds, self.values, self.slopes) = (bounds, values, slopes)
    }

    /// The value at `u`, 0 ≤ u < 1.
    ///
    /// - Complexity: O(pieces).
    public func value(at u: Float) -> Float {
        let piece = bounds.lastIndex { $0 <= u } ?? 0
        return values[piece] + slopes[piece] * (u - bounds[piece])
    }

    /// The least value.
    public var least: Double { Double(values[0]) }

    /// The greatest value: that at u = 1.
    public var greatest: Double {
        let last = bounds.count - 1
        return Double(values[last]) + Double(slopes[last]) * (1 - Double(bounds[last]))
    }
}
