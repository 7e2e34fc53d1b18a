/// The quantile tables of the PERT distributions on [0, 1], one for each shape s = (mode − low) / (high − low) of a grid.
///
/// A shape between two of the grid takes their tables' values in proportion. Against the exact inverse of the beta distribution,
/// over all u in [2⁻²⁴, 1 − 2⁻²⁴] and all shapes, the result is wrong by at most 6.3e-5 of the range (on the grid 8e-7); it never
/// decreases as u grows.
public struct PERTTables: Sendable {
    /// Steps of the grid: the shapes are 0/64, 1/64, … 64/64.
    public static let steps = 64

    /// 65 tables one after another, by shape; each as in `QuantileTable`.
    public let coefficients: [Float]

    /// Builds all tables.
    ///
    /// - Complexity: 18,005 inversions of the incomplete beta function, 20 ms on one core of a server; keep the result.
    public init() {
        let shapes = 0...Self.steps
        let lower = shapes.map { Self.lowerValues(PERTDistribution.unit(shape: Double($0) / Double(Self.steps))) }
        var coefficients: [Float] = []
        coefficients.reserveCapacity(shapes.count * QuantileTable.floatCount)
        for shape in shapes {
            // The upper side of a shape is the mirror image of the lower side of 1 − s.
            let upper = lower[Self.steps - shape].map { 1 - $0 }
            coefficients += TableNodes.coefficients(lower[shape]) + TableNodes.coefficients(upper)
        }
        self.coefficients = coefficients
    }

    /// The quantiles at the nodes of the lower side, each found from the one before.
    private static func lowerValues(_ unit: IncompleteBeta) -> [Double] {
        var last = 0.0
        return TableNodes.tailProbabilities.map { v in
            last = unit.inverse(v, above: last)
            return last
        }
    }

    /// Where a shape lies on the grid: the table before it, and the weight of the table after.
    ///
    /// - Parameter shape: 0 ≤ s ≤ 1.
    /// - Returns: the index of a table, 0 … 63 (its successor is the other one), and the successor's weight, 0 … 1.
    public static func place(of shape: Double) -> (table: Int, weight: Float) {
        precondition(shape >= 0 && shape <= 1, "a PERT shape lies in [0, 1]")
        let position = shape * Double(steps)
        let table = min(Int(position), steps - 1)
        return (table, Float(position - Double(table)))
    }

    /// The quantile of the PERT on [0, 1] with a shape: (1 − w) q₀ + w q₁, each operation rounded to float, none fused.
    ///
    /// - Parameters:
    ///   - u: 2⁻²⁴ ≤ u ≤ 1 − 2⁻²⁴.
    ///   - shape: 0 ≤ s ≤ 1.
    public func value(at u: Float, shape: Double) -> Float {
        let (table, weight) = Self.place(of: shape)
        let before = QuantileTable.value(at: u, in: coefficients, from: table * QuantileTable.floatCount)
        let after = QuantileTable.value(at: u, in: coefficients, from: (table + 1) * QuantileTable.floatCount)
        return (1 - weight) * before + weight * after
    }
}
