/// Where a `QuantileTable` looks at its function, and the cubics through what it sees there.
enum TableNodes {
    /// Both inner nodes' distance from the middle of a cell, (√2 − 1) / 2.
    private static let offset = 0.20710678118654752

    /// The probabilities v of a side, ascending: for each of the 92 cells its start and its two inner nodes, then 1/2.
    static let tailProbabilities: [Double] = {
        var nodes: [Double] = []
        for exponent in -24 ... -2 {
            let octave = Double(sign: .plus, exponent: exponent, significand: 1)
            for cell in 0..<QuantileTable.cellsPerOctave {
                for t in [0, 0.5 - offset, 0.5 + offset] {
                    nodes.append(octave * (1 + (Double(cell) + t) / Double(QuantileTable.cellsPerOctave)))
                }
            }
        }
        return nodes + [0.5]
    }()

    /// The 93 · 4 coefficients of a side.
    ///
    /// - Parameter values: the function at `tailProbabilities`, or at 1 minus them; 277 values.
    static func coefficients(_ values: [Double]) -> [Float] {
        var result: [Float] = []
        result.reserveCapacity(4 * QuantileTable.cellsPerSide)
        for start in stride(from: 0, to: values.count - 1, by: 3) { appendCubic(values[start...start + 3], to: &result) }
        return result + [Float(values[values.count - 1]), 0, 0, 0]
    }

    /// The cubic through the float-rounded ends and the inner values, moved by the straight line through the ends' rounding errors.
    private static func appendCubic(_ y: ArraySlice<Double>, to result: inout [Float]) {
        let (start, left, right, end) = (y[y.startIndex], y[y.startIndex + 1], y[y.startIndex + 2], y[y.startIndex + 3])
        // What the inner values add to the chord, over t (1 − t): a straight line in t.
        let near = 0.5 - offset
        let far = 0.5 + offset
        let first = (left - (start + (end - start) * near)) / (near * far)
        let second = (right - (start + (end - start) * far)) / (near * far)
        let slope = (second - first) / (far - near)
        let base = first - slope * near
        // chord + t (1 − t) (base + slope t)
        let c3 = Float(-slope)
        let c2 = Float(slope - base)
        let rise = Double(Float(end)) - Double(Float(start))
        result += [Float(start), Float(rise - Double(c2) - Double(c3)), c2, c3]
    }
}
