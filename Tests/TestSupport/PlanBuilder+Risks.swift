public import Headway

/// Risks, what they touch, and how they go together.
extension PlanBuilder {
    /// An event; what is `nil` is an empty cell.
    public struct RiskRow: Sendable {
        /// Its identifier.
        public var id: String
        /// What it is.
        public var kind: RiskKind?
        /// How likely it is, before and after mitigation.
        public var probability: Double, mitigatedProbability: Double?
        /// Whether the mitigation is in force.
        public var isMitigated: Bool?
        /// Events of the same branch exclude each other.
        public var branch: String?
        /// The window in which tasks start that it touches.
        public var from: LocalDateTime?, to: LocalDateTime?
        /// The shape of its severity.
        public var distribution: DistributionName?
        /// A three-point estimate of its severity.
        public var optimistic: Double?, mostLikely: Double?, pessimistic: Double?
        /// Moments instead of three points.
        public var mean: Double?, deviation: Double?
        /// Severities and their probabilities: `0.9:0.5;1.5:0.5`.
        public var outcomes: String?

        /// An event that happens with this probability.
        public init(id: String, probability: Double) { (self.id, self.probability) = (id, probability) }
    }

    /// What an event does to a task.
    public struct ImpactRow: Sendable {
        /// The ids of both.
        public var risk: String, task: String
        /// Times the duration, and minutes more.
        public var factor: Double?, delay: Int32?
        /// The exponent of the severity.
        public var weight: Double?
        /// The same with mitigation.
        public var mitigatedFactor: Double?, mitigatedDelay: Int32?
    }

    /// How two severities go together.
    public struct CorrelationRow: Sendable {
        /// The ids of both events.
        public var first: String, second: String
        /// The rank correlation.
        public var value: Double
    }

    /// Adds an event.
    public mutating func risk(_ id: String, _ probability: Double = 1, _ edit: (inout RiskRow) -> Void = { _ in }) {
        var row = RiskRow(id: id, probability: probability)
        edit(&row)
        risks.append(row)
    }

    /// Has an event touch a task; `delay` is minutes.
    public mutating func impact(
        _ risk: String, _ task: String, factor: Double? = nil, delay: Int32? = nil, weight: Double? = nil,
        _ edit: (inout ImpactRow) -> Void = { _ in }
    ) {
        var row = ImpactRow(risk: risk, task: task, factor: factor, delay: delay, weight: weight)
        edit(&row)
        impacts.append(row)
    }

    /// Ties the severities of two events.
    public mutating func correlate(_ first: String, _ second: String, _ value: Double) {
        correlations.append(CorrelationRow(first: first, second: second, value: value))
    }

    /// Fills the three tables of risks.
    func fillRisks(of plan: inout Plan, _ taskRows: [String: Int32]) {
        let riskRows = numbers(risks.map(\.id))
        plan.risks = table(
            risks.map(\.id),
            [
                (.name, texts(risks.map(\.id))), (.kind, choices(risks.map(\.kind?.rawValue))),
                (.probability, amounts(risks.map(\.probability))),
                (.mitigatedProbability, amounts(risks.map(\.mitigatedProbability))),
                (.mitigated, minutes(risks.map { $0.isMitigated.map { $0 ? 1 : 0 } })),
                (.branch, texts(risks.map { $0.branch ?? "" })), (.from, dates(risks.map(\.from))),
                (.to, dates(risks.map(\.to))), (.distribution, choices(risks.map(\.distribution?.rawValue))),
                (.optimistic, amounts(risks.map(\.optimistic))), (.mostLikely, amounts(risks.map(\.mostLikely))),
                (.pessimistic, amounts(risks.map(\.pessimistic))), (.mean, amounts(risks.map(\.mean))),
                (.deviation, amounts(risks.map(\.deviation))), (.outcomes, texts(risks.map { $0.outcomes ?? "" })),
            ])
        plan.impacts = table(
            impacts.count,
            [
                (.risk, .integers(impacts.map { riskRows[$0.risk]! })), (.task, .integers(impacts.map { taskRows[$0.task]! })),
                (.factor, amounts(impacts.map(\.factor))), (.delay, minutes(impacts.map(\.delay))),
                (.weight, amounts(impacts.map(\.weight))), (.mitigatedFactor, amounts(impacts.map(\.mitigatedFactor))),
                (.mitigatedDelay, minutes(impacts.map(\.mitigatedDelay))),
            ])
        plan.correlations = table(
            correlations.count,
            [
                (.first, .integers(correlations.map { riskRows[$0.first]! })),
                (.second, .integers(correlations.map { riskRows[$0.second]! })),
                (.correlation, amounts(correlations.map(\.value))),
            ])
    }
}
