import PlanModel
public import PlanSchedule

/// A health score that a plan must reach: what `--fail-below` asks for.
public struct HealthGate: Sendable {
    /// The least score that passes, 0 … 1.
    public let least: Double

    /// A gate.
    ///
    /// - Precondition: 0 ≤ least ≤ 1.
    public init(least: Double) {
        precondition((0...1).contains(least))
        self.least = least
    }

    /// Why a plan does not pass: its score and the points that failed; `nil` where it passes. A plan without an applicable point does not.
    public func refusal(_ health: Health) -> String? {
        guard let score = health.score else { return "no DCMA point is applicable, so that no score reaches \(least)" }
        guard score < least else { return nil }
        let failed = health.dcma.filter { $0.verdict == .failed }.map { "\($0.point.rawValue) \($0.point.name)" }
        return
            "health score \(HealthWords.ratio(score)) (\(health.passed) of \(health.applicable) applicable DCMA points) is below "
            + "\(least); failed: \(failed.joined(separator: ", "))"
    }
}
