/// A zero of a continuous function between two points at which its signs differ.
enum BracketedRoot {
    /// The zero, to within a few units in the last place of the bracket's larger end, after at most 200 evaluations.
    ///
    /// Inverse quadratic interpolation where it is safe, halving elsewhere: never more than about twice the steps of halving.
    ///
    /// - Parameters:
    ///   - low: one end of the bracket.
    ///   - high: the other end.
    ///   - f: continuous between them.
    /// - Returns: nil if f has the same sign at both ends or is NaN there.
    /// - Source: T. R. Chandrupatla, Advances in Engineering Software 28 (1997) 145–149.
    static func find(from low: Double, to high: Double, _ f: (Double) -> Double) -> Double? {
        var new = (x: high, y: f(high))
        var other = (x: low, y: f(low))
        guard new.y * other.y <= 0 else { return nil }
        var old = other
        var t = 0.5
        for _ in 0..<200 {
            let best = abs(new.y) < abs(other.y) ? new : other
            let tolerance = 2 * best.x.ulp / max(abs(other.x - new.x), .leastNormalMagnitude)
            if best.y == 0 || tolerance > 0.5 { return best.x }
            let x = new.x + min(max(t, tolerance), 1 - tolerance) * (other.x - new.x)
            let y = f(x)
            old = new
            if (y < 0) != (new.y < 0) { (old, other) = (other, new) }
            new = (x, y)
            t = interpolated(new, other, old)
        }
        return new.x
    }

    /// Where to look next, as a fraction of the way from `new` to `other`: 1/2 unless the interpolation is monotone there.
    private static func interpolated(
        _ new: (x: Double, y: Double), _ other: (x: Double, y: Double), _ old: (x: Double, y: Double)
    ) -> Double {
        let xi = (new.x - other.x) / (old.x - other.x)
        let phi = (new.y - other.y) / (old.y - other.y)
        guard phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi else { return 0.5 }
        let alpha = (old.x - new.x) / (other.x - new.x)
        let first = new.y / (other.y - new.y) * old.y / (other.y - old.y)
        return first + alpha * new.y / (old.y - new.y) * other.y / (old.y - other.y)
    }
}
