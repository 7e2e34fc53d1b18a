/// The normal distribution with mean 0 and variance 1, same bits on every machine.
public enum StandardNormal {
    /// The density at z.
    public static func density(_ z: Double) -> Double { Elementary.exp(-z * z / 2) * 0.3989422804014327 }

    /// Φ(z), the probability of at most z; relative error below 1e-12 for z ≥ −37.
    ///
    /// - Source: Abramowitz and Stegun 26.2.11 (series, |z| < 2.5) and 26.2.14 (continued fraction, beyond).
    public static func cumulative(_ z: Double) -> Double {
        if z >= 2.5 { return 1 - tail(z) }
        if z <= -2.5 { return tail(-z) }
        var term = z
        var sum = z
        for k in 1...49 {
            term *= z * z / Double(2 * k + 1)
            sum += term
        }
        return 0.5 + density(z) * sum
    }

    /// The z with Φ(z) = u.
    ///
    /// Relative error below 1e-12 but next to z = 0, where the absolute error is below 1e-15.
    ///
    /// - Parameter u: a probability; 0 gives −∞, 1 gives ∞, outside [0, 1] NaN.
    /// - Source: Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then two steps of Halley's method.
    public static func quantile(_ u: Double) -> Double {
        guard u > 0, u < 1 else { return u == 0 ? -.infinity : (u == 1 ? .infinity : .nan) }
        return u <= 0.5 ? lowerQuantile(u) : -lowerQuantile(1 - u)
    }

    private static func lowerQuantile(_ u: Double) -> Double {
        let t = (-2 * Elementary.log(u)).squareRoot()
        let upper = (0.010328 * t + 0.802853) * t + 2.515517
        let lower = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1
        var z = upper / lower - t
        for _ in 0..<2 {
            let error = (cumulative(z) - u) / density(z)
            z -= error / (1 + z * error / 2)
        }
        return u == 0.5 ? 0 : z
    }

    /// 1 − Φ(z) for z ≥ 2.5: φ(z) / (z + 1 / (z + 2 / (z + 3 / …))).
    private static func tail(_ z: Double) -> Double {
        var fraction = z
        for k in (1...60).reversed() { fraction = z + Double(k) / fraction }
        return density(z) / fraction
    }
}
