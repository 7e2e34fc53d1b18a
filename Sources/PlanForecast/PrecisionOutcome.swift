import PlanNetwork
import PlanStatistics

/// How exact a forecast became, beside how exact it was asked to be.
public struct PrecisionOutcome: Sendable, Hashable {
    /// What was asked for.
    public let asked: ForecastSettings.Precision
    /// The target with the largest standard error of what was asked for; `nil` where no target has any.
    public let target: Int?
    /// That standard error, in the unit of what was asked for: working minutes, or a share.
    public let standardError: Double
    /// Replications run.
    public let samples: Int

    /// The largest error allowed, in the same unit.
    public var most: Double {
        switch asked {
        case .minutes(let most), .share(let most): most
        }
    }

    /// Whether every target is as exact as asked for.
    public var isReached: Bool { standardError <= most }

    /// How many replications would be needed, to two digits: errors fall with the root of their number.
    public var samplesNeeded: Int {
        guard !isReached else { return samples }
        let ratio = standardError / most
        let needed = min(Double(samples) * ratio * ratio, 0x1p60)
        var unit = 1.0
        while needed / unit >= 100 { unit *= 10 }
        return Int((needed / unit).rounded(.up) * unit)
    }

    /// The standard error that a precision is about; `nil` where the target has no such figure.
    ///
    /// That of a probability is half its interval over 1.96, which is above 0 also where all replications agree.
    static func standardError(_ forecast: TargetForecast, _ asked: ForecastSettings.Precision) -> Double? {
        switch asked {
        case .minutes: forecast.standardError(80)
        case .share: (forecast.onTime?.interval).map { ($0.upperBound - $0.lowerBound) / (2 * 1.959963984540054) }
        }
    }
}

extension Forecast {
    /// How exact the targets that a precision was asked for became; `nil` where none was asked for.
    public var precision: PrecisionOutcome? {
        guard let asked = settings.precision else { return nil }
        var (worst, error): (Int?, Double) = (nil, 0)
        for target in settings.precisionTargets ?? Array(0..<network.structure.targets.count) where finishes.keeps(target) {
            guard let found = self.target(target).flatMap({ PrecisionOutcome.standardError($0, asked) }) else { continue }
            if worst == nil || found > error { (worst, error) = (target, found) }
        }
        return PrecisionOutcome(asked: asked, target: worst, standardError: error, samples: settings.samples)
    }
}
