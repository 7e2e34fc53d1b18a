import PlanStatistics

/// How large a rank correlation has to be before it tells more than chance.
///
/// Of `candidates` variables that have nothing to do with a finish, the chance that even one exceeds `rankCorrelation` in size is at most
/// 1 − `confidence`, however they go together: the normal quantile at 1 − (1 − confidence) / (2 candidates) times the standard error
/// 1/√(n − 1) of a coefficient without association (Bonferroni's bound).
public struct NoiseFloor: Sendable, Hashable {
    /// The chance that no irrelevant variable of a target is taken for a relevant one.
    public let confidence: Double
    /// How many variables are compared with the target: tasks and events.
    public let candidates: Int
    /// What a coefficient has to exceed in size; 1 where the sample is too small for any to.
    public let rankCorrelation: Double

    /// The floor for a number of variables.
    ///
    /// - Parameters:
    ///   - candidates: variables compared for a target, 0 or more.
    ///   - noise: the standard error of a coefficient where there is no association.
    init(candidates: Int, noise: Double, confidence: Double = 0.95) {
        (self.candidates, self.confidence) = (candidates, confidence)
        let z = -StandardNormal.quantile((1 - confidence) / Double(2 * max(candidates, 1)))
        rankCorrelation = min(z * noise, 1)
    }

    /// Whether a coefficient is above the floor.
    public func isAbove(_ coefficient: Double) -> Bool { abs(coefficient) > rankCorrelation }
}
