/// A quantile function tabulated in float cubics, fine in both tails: what the vector kernels read instead of a special function.
///
/// Layout. With v = min(u, 1 − u), a side (0 lower, u < 1/2; 1 upper) has 93 cells: cell 4 (e + 24) + k covers
/// v ∈ [2ᵉ (1 + k/4), 2ᵉ (1 + (k + 1)/4)) for e = −24 … −2 and k = 0 … 3, and cell 92 is v = 1/2 alone. So the cell is the upper
/// bits of v's float pattern, `bits(v) >> 21`, less `103 << 2`, and the place t ∈ [0, 1) inside it is the other 21 bits / 2²¹,
/// exactly. Cell c of side s holds four floats at 4 (93 s + c): c₀ c₁ c₂ c₃, and the value is ((c₃ t + c₂) t + c₁) t + c₀, each
/// operation rounded to float, none fused. `hw_table_quantile` is the same in C, bit by bit.
///
/// The cubic meets the function (rounded to float) at both ends of its cell and (in double) at t = 1/2 ± (√2 − 1)/2, the two inner
/// points with the least maximal error. So neighbouring cells join, and a function that rises stays so.
///
/// Accuracy: `normal` 3.1e-6 absolute over all of [2⁻²⁴, 1 − 2⁻²⁴].
public struct QuantileTable: Sendable, Hashable {
    /// Sub-cells per octave of v.
    public static let cellsPerOctave = 4
    /// Cells a side: 23 octaves and one for v = 1/2.
    public static let cellsPerSide = 93
    /// Floats a table.
    public static let floatCount = 2 * 4 * cellsPerSide

    /// 2 · 93 · 4 values: side, cell, coefficient.
    public let coefficients: [Float]

    /// The standard normal quantile, z.
    public static let normal = QuantileTable(of: StandardNormal.quantile)

    /// The table of a quantile function.
    ///
    /// - Parameter quantile: nondecreasing and finite on [2⁻²⁴, 1 − 2⁻²⁴]; called 554 times.
    public init(of quantile: (Double) -> Double) {
        let lower = TableNodes.tailProbabilities.map(quantile)
        let upper = TableNodes.tailProbabilities.map { quantile(1 - $0) }
        coefficients = TableNodes.coefficients(lower) + TableNodes.coefficients(upper)
    }

    /// The tabulated quantile.
    ///
    /// - Parameter u: 2⁻²⁴ ≤ u ≤ 1 − 2⁻²⁴, as every uniform of a `RandomStream` is.
    public func value(at u: Float) -> Float { Self.value(at: u, in: coefficients, from: 0) }

    /// The tabulated quantile of the table that starts at `start`.
    static func value(at u: Float, in coefficients: [Float], from start: Int) -> Float {
        precondition(u >= 0x1p-24 && u <= 1 - 0x1p-24, "u must lie in [2⁻²⁴, 1 − 2⁻²⁴]")
        let w = 1 - u
        let v = u < w ? u : w
        let bits = v.bitPattern
        let cell = Int(bits >> 21) - (103 << 2) + (u < w ? 0 : cellsPerSide)
        let t = Float(bitPattern: (bits << 2) & 0x007F_FFFF | 0x3F80_0000) - 1
        let c = start + 4 * cell
        return ((coefficients[c + 3] * t + coefficients[c + 2]) * t + coefficients[c + 1]) * t + coefficients[c]
    }
}
