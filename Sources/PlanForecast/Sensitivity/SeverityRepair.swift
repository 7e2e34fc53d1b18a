public import PlanNetwork
import PlanStatistics

/// What became of the correlations of severities that a plan states: pairs that do not fit together are changed as little as possible.
public struct SeverityRepair: Sendable {
    /// Two events, stated and used.
    public struct Pair: Sendable, Hashable {
        /// Places in the risk model's events.
        public let first: Int, second: Int
        /// The rank correlation that the plan states; 0 where it states none.
        public let stated: Double
        /// The one that the simulation uses.
        public let used: Double
    }

    /// Whether anything had to be changed.
    public let wasRepaired: Bool
    /// The largest change of a rank correlation, in size, pairs without a stated one included.
    public let largestChange: Double
    /// The pairs that the plan states, in the order of the events.
    public let pairs: [Pair]

    /// `nil` where the plan states no correlation.
    ///
    /// - Complexity: O(events³).
    public init?(_ model: RiskModel) {
        guard let correlation = SeverityCorrelation(model) else { return nil }
        self.init(correlation, model)
    }

    fileprivate init(_ correlation: SeverityCorrelation, _ model: RiskModel) {
        let repair = correlation.repair
        let place = Dictionary(uniqueKeysWithValues: zip(correlation.events, correlation.events.indices))
        (wasRepaired, largestChange) = (repair.wasRepaired, repair.largestChangeInRankCorrelation)
        pairs = model.correlations.map { stated in
            let (first, second) = (Int(stated.first), Int(stated.second))
            let used = repair.wasRepaired ? repair.matrix.rankCorrelation(place[first]!, place[second]!) : stated.value
            return Pair(first: first, second: second, stated: stated.value, used: used)
        }
    }
}

extension ForecastProgram {
    /// What became of the correlations of severities; `nil` where the plan states none.
    public var severityRepair: SeverityRepair? { events.correlation.map { SeverityRepair($0, events.model) } }
}
