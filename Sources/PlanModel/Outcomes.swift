/// A few values and the probability of each: a discrete distribution.
public struct Outcomes: Sendable, Hashable {
    /// One value that may come out.
    public struct Outcome: Sendable, Hashable {
        /// The value, 0 or more: minutes or a factor.
        public var value: Double
        /// Its probability, above 0.
        public var probability: Double

        /// A value and its probability.
        public init(_ value: Double, _ probability: Double) { (self.value, self.probability) = (value, probability) }
    }

    /// What the values are.
    public enum Unit: Sendable, Hashable {
        /// Working time, spelled like any duration, kept as minutes.
        case duration
        /// Plain numbers.
        case factor
    }

    /// Probabilities may miss 1 by this much together.
    public static let tolerance = 1e-6

    /// The values in the order in which they were given, at least one.
    public let all: [Outcome]

    /// A discrete distribution; `nil` unless there is a value, all are finite and 0 or more, and probabilities are above 0 and sum to 1.
    public init?(_ all: [Outcome]) {
        guard !all.isEmpty, all.allSatisfy({ $0.value >= 0 && $0.value.isFinite && $0.probability > 0 }),
            (all.reduce(0) { $0 + $1.probability } - 1).magnitude <= Self.tolerance
        else { return nil }
        self.all = all
    }

    /// A cell of a column of outcomes, as tables keep it: `1440:0.5;2400:0.3;4800:0.2`, durations in minutes; `nil` if it is none.
    public init?(stored: some StringProtocol) {
        var all: [Outcome] = []
        for item in stored.split(separator: ";", omittingEmptySubsequences: false) {
            let parts = item.split(separator: ":", omittingEmptySubsequences: false).map {
                Double(String($0.filter { $0 != " " }))
            }
            guard parts.count == 2, let value = parts[0], let probability = parts[1] else { return nil }
            all.append(Outcome(value, probability))
        }
        self.init(all)
    }

    /// How tables keep it.
    public var stored: String { all.map { "\(Self.text($0.value)):\(Self.text($0.probability))" }.joined(separator: ";") }

    /// How plan files spell it: `3d:0.5; 5d:0.5`, or `0.9:0.5; 1.1:0.5`.
    public func text(_ unit: Unit, units: WorkUnits) -> String {
        all.map { outcome in
            let value = unit == .duration ? units.text(minutes: Int(outcome.value)) : Self.text(outcome.value)
            return "\(value):\(Self.text(outcome.probability))"
        }.joined(separator: "; ")
    }

    /// A number without a fraction that says nothing.
    private static func text(_ value: Double) -> String {
        value == value.rounded() && value < 1e15 ? String(Int(value)) : "\(value)"
    }
}
