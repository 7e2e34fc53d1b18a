/// Logarithm and exponential with the same bits on every machine.
///
/// The C library picks another `log` and `exp` for each CPU, and their last bits differ. Whatever the engine's results depend on
/// uses these: double precision, only +, −, ×, ÷ in the order written, errors below 2 units in the last place.
public enum Elementary {
    /// ln 2 in two parts; the first has 21 trailing zero bits, so that an exponent times it is exact.
    private static let ln2High = 0x1.62e42feep-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// The natural logarithm; −∞ at 0, NaN below.
    public static func log(_ x: Double) -> Double {
        guard x > 0, x < .infinity else { return x == 0 ? -.infinity : (x > 0 ? x : .nan) }
        var fraction = x.significand
        var exponent = Double(x.exponent)
        if fraction > 1.4142135623730951 {
            fraction /= 2
            exponent += 1
        }
        let small = logRatio((fraction - 1) / (fraction + 1))
        return exponent * ln2High + (small + exponent * ln2Low)
    }

    /// ln(1 + x), exact to the last bits for small x; −∞ at −1, NaN below.
    public static func log1p(_ x: Double) -> Double { abs(x) < 0.4 ? logRatio(x / (2 + x)) : log(1 + x) }

    /// The exponential; 0 below −745.14, ∞ above 709.78.
    public static func exp(_ x: Double) -> Double {
        guard x > -746 else { return x.isNaN ? x : 0 }
        guard x < 710 else { return .infinity }
        let n = (x * 0x1.71547652b82fep+0).rounded()
        let y = 1 + expm1Series((x - n * ln2High) - n * ln2Low)
        return Double(sign: .plus, exponent: Int(n), significand: y)
    }

    /// eˣ − 1, exact to the last bits for small x.
    public static func expm1(_ x: Double) -> Double { abs(x) < 0.35 ? expm1Series(x) : exp(x) - 1 }

    /// ln((1 + s) / (1 − s)) = 2 (s + s³/3 + s⁵/5 + …) for |s| ≤ 0.25; the first term left out is below 2⁻⁵³ of the sum.
    private static func logRatio(_ s: Double) -> Double {
        let z = s * s
        var sum = 0.0
        for k in (1...12).reversed() { sum = (sum + 1 / Double(2 * k + 1)) * z }
        return 2 * s + 2 * s * sum
    }

    /// The Taylor series of eˣ − 1 to x¹⁴ for |x| ≤ 0.35: the first term left out is below 2⁻⁵⁶ of the sum.
    private static func expm1Series(_ x: Double) -> Double {
        var sum = 1.0
        for k in (2...14).reversed() { sum = 1 + x / Double(k) * sum }
        return x * sum
    }
}
