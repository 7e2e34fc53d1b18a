import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// Whether 95 % intervals hold the truth in 95 % of forecasts, for two plans whose law numpy computed on the grid of whole minutes: rounded
/// triangular masses, convolved for the chain, raised to the twelfth power for tasks at once.
///
/// 200 seeds of 1,024 replications: hits are binomial, 190 ± 3.1. Fewer than 177 come with chance 7e-5, all 200 with 4e-5; 18 figures, so
/// 2 of 1,000 choices of seeds would raise a false alarm. `Benchmarks/coverage.md` holds the sharp version.
struct ForecastCoverageTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let triangles: [(low: Int32, mode: Int32, high: Int32)]
        let isChain: Bool
        /// P50, P80, P95 and mean, minutes after the epoch; how sure the end of day `dueDay` is.
        let percentiles: [Int32], mean: Double?, dueDay: Int32, onTime: Double
    }

    static let chain = Known(
        testDescription: "six in a row",
        triangles: [
            (10_080, 10_080, 20_160), (10_080, 20_160, 20_160), (8_000, 12_000, 24_000), (15_000, 16_000, 17_000),
            (5_000, 9_000, 13_000), (9_000, 16_000, 19_000),
        ], isChain: true, percentiles: [84_475, 89_242, 93_776], mean: 84_573.333, dueDay: 61, onTime: 0.7243770977)
    static let parallel = Known(
        testDescription: "twelve at once", triangles: Array(repeating: (10_080, 14_400, 30_240), count: 12), isChain: false,
        percentiles: [26_006, 27_814, 29_073], mean: nil, dueDay: 19, onTime: 0.7292806812)

    static func network(_ known: Known) throws -> Network {
        var plan = PlanBuilder()
        plan.settings = PlanSettings(name: "known", epoch: LocalDateTime(year: 2027, month: 1, day: 4)!)
        plan.settings.calendars = [
            CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
        ]
        plan.initiative("I", due: plan.moment(known.dueDay * 1440))
        plan.goal("G", initiative: "I")
        plan.project("P", goal: "G")
        for (place, law) in known.triangles.enumerated() {
            plan.task("T\(place)", law.mode, in: "P") {
                ($0.optimistic, $0.mostLikely, $0.pessimistic, $0.distribution) = (law.low, law.mode, law.high, .triangular)
            }
            if known.isChain, place > 0 { plan.relate("T\(place - 1)", "T\(place)") }
        }
        return try Network(compiling: plan.plan())
    }

    @Test(arguments: [chain, parallel], [false, true])
    func intervalsHoldTheTruth(known: Known, isStratified: Bool) throws {
        let network = try Self.network(known)
        let target = try #require(network.structure.targets.targets(.initiative).first)
        var hits: [String: Int] = [:]
        for seed in 1...200 as ClosedRange<UInt64> {
            let settings = ForecastSettings(samples: 1_024, seed: seed, isStratified: isStratified, criticalityTargets: [])
            let found = try #require(Forecast(of: network, settings: settings).target(target))
            for (percent, truth) in zip([50, 80, 95], known.percentiles) {
                let estimate = found.sample.estimate(percent)
                hits["P\(percent)", default: 0] += estimate.low <= truth && truth <= estimate.high ? 1 : 0
            }
            let onTime = try #require(found.onTime)
            hits["on time", default: 0] += onTime.interval.contains(known.onTime) ? 1 : 0
            if let mean = known.mean { hits["mean", default: 0] += found.sample.mean.interval.contains(mean) ? 1 : 0 }
        }
        for (figure, hits) in hits { #expect((177...199).contains(hits), "\(figure): \(hits) of 200") }
    }
}
