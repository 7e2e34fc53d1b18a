import PlanModel

/// The quantile tables of a network, each once.
struct QuantileTables: Sendable {
    private(set) var all: [StepQuantile] = []
    private var places: [StepQuantile: Int] = [:]

    /// The number of a table, which is added where it is new.
    mutating func place(of table: StepQuantile) -> Int {
        if let place = places[table] { return place }
        places[table] = all.count
        all.append(table)
        return all.count - 1
    }

    /// The tables in an order that no order of rows changes, and the new place of each.
    var inOrder: (tables: [StepQuantile], newPlace: [Int]) {
        let order = all.indices.sorted { Self.precedes(all[$0], all[$1]) }
        var newPlace = [Int](repeating: 0, count: all.count)
        for (place, old) in order.enumerated() { newPlace[old] = place }
        return (order.map { all[$0] }, newPlace)
    }

    private static func precedes(_ left: StepQuantile, _ right: StepQuantile) -> Bool {
        if left.values != right.values { return left.values.lexicographicallyPrecedes(right.values) }
        if left.bounds != right.bounds { return left.bounds.lexicographicallyPrecedes(right.bounds) }
        return left.slopes.lexicographicallyPrecedes(right.slopes)
    }
}

extension StepQuantile {
    /// The quantile function of a discrete distribution: values ascending, a step each.
    init(_ outcomes: Outcomes) {
        let sorted = outcomes.all.sorted { $0.value < $1.value }
        let total = sorted.reduce(0) { $0 + $1.probability }
        var (bounds, values): ([Float], [Float]) = ([], [])
        var below = 0.0
        for outcome in sorted {
            let bound = Float(below / total)
            below += outcome.probability
            // No plan lasts as long as 2⁶⁰ times anything; floats stay finite.
            let value = Float(min(outcome.value, 0x1p60))
            if bound >= 1 || values.last == value { continue }
            // A step too narrow for floats gives way to the next.
            if bounds.last == bound {
                values[values.count - 1] = value
            } else {
                bounds.append(bound)
                values.append(value)
            }
        }
        self.init(bounds: bounds, values: values, slopes: Array(repeating: 0, count: values.count))
    }

    /// The quantile function of observed numbers, linear between order statistics: of n numbers, the value at u stands at u · (n − 1).
    ///
    /// - Precondition: two or more, ascending.
    init(ofSorted numbers: [Double]) {
        let steps = numbers.count - 1
        self.init(
            bounds: (0..<steps).map { Float(Double($0) / Double(steps)) }, values: numbers.dropLast().map { Float($0) },
            slopes: (0..<steps).map { Float((numbers[$0 + 1] - numbers[$0]) * Double(steps)) })
    }
}
