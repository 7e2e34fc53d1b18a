import PlanScenario
import PlanStatistics

/// What noise does to a difference of finishes: whether it hides it, and how many samples would show it.
struct NoiseWords {
    /// Minutes of a working day.
    let day: Double
    /// Replications that were run.
    let samples: Int
    /// No more samples are advised.
    static let most = 10_000_000

    /// How many samples would show a difference of minutes: half the interval smaller than it; `nil` where it shows already, or nothing can.
    func samplesNeeded(_ difference: DifferenceEstimate) -> Int? {
        guard !difference.isClear, let halfWidth = difference.halfWidth, halfWidth > 0 else { return nil }
        let needed = difference.value == 0 ? nil : difference.samplesNeeded(samples, for: abs(difference.value))
        if let needed, needed <= Self.most { return needed }
        return halfWidth > day ? difference.samplesNeeded(samples, for: day) : nil
    }

    /// The same of a share, to a point where the difference itself would take too many.
    func samplesNeeded(share difference: DifferenceEstimate) -> Int? {
        guard !difference.isClear, let halfWidth = difference.halfWidth, halfWidth > 0 else { return nil }
        let needed = difference.value == 0 ? nil : difference.samplesNeeded(samples, for: abs(difference.value))
        if let needed, needed <= Self.most { return needed }
        return halfWidth > 0.01 ? difference.samplesNeeded(samples, for: 0.01) : nil
    }

    /// A sentence on a difference of minutes that noise hides; `nil` where it shows.
    ///
    /// - Parameter what: of what: `the P80 of I2`.
    func sentence(_ difference: DifferenceEstimate, of what: String) -> String? {
        guard !difference.isClear else { return nil }
        guard let interval = difference.interval else {
            return "Too few samples to tell how exact the change of \(what) is; 512 are enough."
        }
        guard difference.halfWidth! > 0 else { return nil }
        let (low, high) = (Spelling.signedDays(interval.lowerBound, day), Spelling.signedDays(interval.upperBound, day))
        let start = "The noise hides the change of \(what) (\(low) to \(high) d)"
        let direct = difference.value == 0 ? nil : difference.samplesNeeded(samples, for: abs(difference.value))
        if let direct, direct <= Self.most { return "\(start); about \(Spelling.count(direct)) samples would show it." }
        if difference.halfWidth! > day, let needed = difference.samplesNeeded(samples, for: day) {
            return "\(start); about \(Spelling.count(needed)) samples would tell it to a day."
        }
        return "\(start); it is hardly more than that, if there is any."
    }
}

extension Spelling {
    /// Minutes as days with one decimal and a sign: `-3.2`.
    static func signedDays(_ minutes: Double, _ day: Double) -> String { number(minutes / day, decimals: 1, signed: true) }

    /// A difference with its interval: `-3.2 (-4.1 to -2.3)`; alone where it is exact or nothing is known of its error.
    static func ranged(_ difference: DifferenceEstimate, per unit: Double, decimals: Int) -> String {
        func spelt(_ value: Double) -> String { number(value / unit, decimals: decimals, signed: true) }
        let value = spelt(difference.value)
        guard let interval = difference.interval else { return value + " (?)" }
        if interval.lowerBound == interval.upperBound { return value }
        return "\(value) (\(spelt(interval.lowerBound)) to \(spelt(interval.upperBound)))"
    }

    /// A probability that is no count: `98 %`, `> 99 %`.
    static func percent(_ value: Double) -> String {
        if value > 0, value < 0.005 { return "< 1 %" }
        if value < 1, value >= 0.995 { return "> 99 %" }
        return "\(Int((value * 100).rounded())) %"
    }
}
