import PlanStatistics

/// The exact law of a time in whole minutes: what forecasts are held against.
struct MinuteLaw {
    /// The first minute that has mass.
    let first: Int
    /// The probability of each minute from `first` on; sums to 1.
    let mass: [Double]
    /// P(time ≤ first + place).
    let cumulative: [Double]

    init(first: Int, mass: [Double]) {
        (self.first, self.mass) = (first, mass)
        var sum = 0.0
        cumulative = mass.map {
            sum += $0
            return sum
        }
    }

    /// A triangular duration times a factor, rounded to the nearest minute.
    init(_ task: Triangle, factor: Double = 1) {
        let law = TriangularDistribution(low: Double(task.low), mode: Double(task.mode), high: Double(task.high))!
        let minutes = Int(Double(task.low) * factor)...Int(Double(task.high) * factor) + 1
        self.init(
            first: minutes.lowerBound,
            mass: minutes.map { law.cumulative((Double($0) + 0.5) / factor) - law.cumulative((Double($0) - 0.5) / factor) })
    }

    /// P(time ≤ minute).
    func atMost(_ minute: Int) -> Double {
        minute < first ? 0 : minute - first >= cumulative.count ? 1 : cumulative[minute - first]
    }

    /// The least minute that so great a share does not exceed.
    func quantile(_ share: Double) -> Int { first + (cumulative.firstIndex { $0 >= share } ?? cumulative.count - 1) }

    var mean: Double { mass.indices.reduce(0) { $0 + mass[$1] * Double(first + $1) } }

    /// One after the other: the convolution.
    func then(_ other: MinuteLaw) -> MinuteLaw {
        var sum = [Double](repeating: 0, count: mass.count + other.mass.count - 1)
        sum.withUnsafeMutableBufferPointer { sum in
            other.mass.withUnsafeBufferPointer { right in
                for (place, share) in mass.enumerated() where share > 0 {
                    for index in 0..<right.count { sum[place + index] += share * right[index] }
                }
            }
        }
        return MinuteLaw(first: first + other.first, mass: sum)
    }

    /// The later of the two: the product of what is cumulative.
    func with(_ other: MinuteLaw) -> MinuteLaw {
        let minutes = max(first, other.first)...max(first + mass.count, other.first + other.mass.count) - 1
        let product = minutes.map { atMost($0) * other.atMost($0) }
        return MinuteLaw(first: minutes.lowerBound, mass: zip(product, [0] + product).map { $0 - $1 })
    }

    /// The mixture of laws, each with its weight; the weights sum to 1.
    static func mixture(_ laws: [(weight: Double, law: MinuteLaw)]) -> MinuteLaw {
        let first = laws.map(\.law.first).min()!
        var mass = [Double](repeating: 0, count: laws.map { $0.law.first + $0.law.mass.count }.max()! - first)
        for (weight, law) in laws {
            for (place, share) in law.mass.enumerated() { mass[law.first - first + place] += weight * share }
        }
        return MinuteLaw(first: first, mass: mass)
    }

    func delayed(_ minutes: Int) -> MinuteLaw { MinuteLaw(first: first + minutes, mass: mass) }
}

/// A three-point estimate, minutes.
struct Triangle {
    let low: Int, mode: Int, high: Int

    init(_ low: Int, _ mode: Int, _ high: Int) { (self.low, self.mode, self.high) = (low, mode, high) }
}
