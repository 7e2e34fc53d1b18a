/// The nine classical forecasts of a duration from earned value: three families (planned value, earned duration, earned schedule) with
/// three performance factors each (work goes on as planned; as fast as so far; as fast and as dear as so far).
///
/// Source: S. Vandevoorde and M. Vanhoucke, "A comparison of different project duration forecasting methods using earned value
/// metrics", International Journal of Project Management 24 (2006), table 3.
public enum EarnedForecastMethod: String, Sendable, CaseIterable {
    case PV1, PV2, PV3, ED1, ED2, ED3, ES1, ES2, ES3

    /// What the remaining work is taken to do.
    public enum Factor: Sendable, CaseIterable {
        /// It keeps to the baseline: factor 1.
        case asPlanned
        /// It goes on as fast as so far: SPI, or SPI(t) in the earned schedule family.
        case asFast
        /// It goes on as fast and as dear as so far: SPI × CPI, or SPI(t) × CPI. Needs the actual cost.
        case asFastAndDear
    }

    /// The performance factor.
    public var factor: Factor {
        switch self {
        case .PV1, .ED1, .ES1: .asPlanned
        case .PV2, .ED2, .ES2: .asFast
        case .PV3, .ED3, .ES3: .asFastAndDear
        }
    }
}

/// What the forecasts start from. Durations are in any one unit, amounts in any one unit.
public struct EarnedMeasures: Sendable, Hashable {
    /// Planned duration (PD), actual time (AT) and earned schedule (ES), one unit of time.
    public var plannedDuration: Double, actualTime: Double, earnedSchedule: Double
    /// Budget at completion (BAC), planned value (PV), earned value (EV), one unit of cost or work.
    public var budget: Double, planned: Double, earned: Double
    /// Actual cost (AC) in the same unit; `nil` where it is not known.
    public var actualCost: Double?

    /// Measures of one target.
    public init(
        plannedDuration: Double, actualTime: Double, earnedSchedule: Double, budget: Double, planned: Double, earned: Double,
        actualCost: Double? = nil
    ) {
        (self.plannedDuration, self.actualTime, self.earnedSchedule) = (plannedDuration, actualTime, earnedSchedule)
        (self.budget, self.planned, self.earned, self.actualCost) = (budget, planned, earned, actualCost)
    }

    /// The forecast of the whole duration, EAC(t), from the baseline's start on, in the unit of the durations.
    ///
    /// - Returns: `nil` where a factor is unknown (no actual cost), or 0 or without meaning (nothing planned, nothing earned).
    public func duration(_ method: EarnedForecastMethod) -> Double? {
        guard let rest = factor(method), rest > 0, rest.isFinite else { return nil }
        let result: Double
        switch method {
        case .PV1: result = plannedDuration - (earned - planned) * plannedDuration / budget
        case .PV2, .PV3: result = plannedDuration / rest
        case .ED1, .ED2, .ED3: result = actualTime + (max(plannedDuration, actualTime) - actualTime * earned / planned) / rest
        case .ES1, .ES2, .ES3: result = actualTime + (plannedDuration - earnedSchedule) / rest
        }
        return result.isFinite ? result : nil
    }

    private func factor(_ method: EarnedForecastMethod) -> Double? {
        let speed =
            switch method {
            case .ES1, .ES2, .ES3: earnedSchedule / actualTime
            default: earned / planned
            }
        return switch method.factor {
        case .asPlanned: 1
        case .asFast: speed
        case .asFastAndDear: actualCost.map { speed * earned / $0 }
        }
    }
}
