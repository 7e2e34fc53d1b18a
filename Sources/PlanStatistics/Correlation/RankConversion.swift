/// Between the rank correlation of two variables and the correlation of the normal scores that produce it.
///
/// Variables that are made from normal ones by any rising functions have Spearman's ρ = 6/π asin(r/2), with r the correlation of
/// the normal ones. Same bits on every machine, errors below 1e-15.
///
/// Source: K. Pearson, Mathematical Contributions to the Theory of Evolution XVI (1907).
public enum RankConversion {
    /// r = 2 sin(π ρ / 6).
    ///
    /// - Parameter rank: Spearman's ρ, −1 … 1; −1, 0 and 1 are kept exactly.
    public static func normal(fromRank rank: Double) -> Double {
        precondition(abs(rank) <= 1, "a correlation lies in −1 … 1")
        guard abs(rank) < 1 else { return rank }
        let x = rank * (Double.pi / 6)
        // The sine's series for |x| ≤ π/6; the first term left out, x¹⁹/19!, is below 2⁻⁷⁰.
        var sum = 1.0
        for k in (1...8).reversed() { sum = 1 - x * x / Double(2 * k * (2 * k + 1)) * sum }
        return 2 * (x * sum)
    }

    /// ρ = 6/π asin(r/2).
    ///
    /// - Parameter normal: r, −1 … 1; −1, 0 and 1 are kept exactly.
    public static func rank(fromNormal normal: Double) -> Double {
        precondition(abs(normal) <= 1, "a correlation lies in −1 … 1")
        guard abs(normal) < 1 else { return normal }
        let x = normal / 2
        // The arc sine's series Σ (2k)! / (4ᵏ k!² (2k + 1)) x²ᵏ⁺¹ for |x| ≤ 1/2; the terms fall by four each.
        var sum = 0.0
        for k in (1...28).reversed() {
            let odd = Double(2 * k - 1)
            sum = (1 + sum) * x * x * (odd * odd) / Double(2 * k * (2 * k + 1))
        }
        return 6 / Double.pi * (x + x * sum)
    }
}
