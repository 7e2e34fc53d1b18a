@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// Simulated finishes against closed forms, around the clock from midnight, so that a finish is a sum and maximum of durations.
///
/// n = 16,384 replications, seed 1. Each bound is 4 standard errors: a correct program misses one with probability 6e-5 for another seed; with
/// this one never. Rounding to minutes adds 1/12 to a variance of millions.
struct ClosedFormTests {
    static let samples = 16_384

    static func forecast(_ edit: (inout PlanBuilder) -> Void) throws -> TargetForecast {
        var plan = PlanBuilder()
        plan.settings = PlanSettings(name: "closed", epoch: LocalDateTime(year: 2027, month: 1, day: 4)!)
        plan.settings.calendars = [
            CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
        ]
        edit(&plan)
        return try #require(Forecast(of: Network(compiling: plan.plan()), settings: .init(samples: samples)).target(0))
    }

    /// Mean and variance within 4 standard errors; the variance's is √((kurtosis − 1) / n) of it.
    private func expect(_ found: TargetForecast, mean: Double, variance: Double, kurtosis: Double, _ name: String = "") {
        let n = Double(Self.samples)
        #expect(
            abs(found.sample.summary.mean - mean) < 4 * (variance / n).squareRoot(),
            "\(name): mean \(found.sample.summary.mean), \(mean)")
        let bound = 4 * variance * ((kurtosis - 1) / n).squareRoot()
        #expect(
            abs(found.sample.summary.variance - variance) < bound,
            "\(name): variance \(found.sample.summary.variance), \(variance)")
    }

    static let laws: [(DistributionName, Int32, Int32, Int32, any ProbabilityDistribution)] = [
        (.uniform, 10_000, 12_000, 30_000, UniformDistribution(low: 10_000, high: 30_000)!),
        (.triangular, 10_000, 12_000, 30_000, TriangularDistribution(low: 10_000, mode: 12_000, high: 30_000)!),
        (.triangular, 10_000, 10_000, 30_000, TriangularDistribution(low: 10_000, mode: 10_000, high: 30_000)!),
        (.pert, 10_000, 12_000, 30_000, PERTDistribution(low: 10_000, mode: 12_000, high: 30_000)!),
        (.pert, 10_000, 30_000, 30_000, PERTDistribution(low: 10_000, mode: 30_000, high: 30_000)!),
        (.lognormal, 10_000, 14_000, 20_000, LognormalDistribution(p10: 10_000, p50: 14_000, p90: 20_000)!),
        (.uniformP10P90, 10_000, 12_000, 30_000, UniformDistribution(p10: 10_000, p90: 30_000)!),
        (.triangularP10P90, 10_000, 12_000, 30_000, TriangularDistribution(p10: 10_000, mode: 12_000, p90: 30_000)!),
        (.pertP10P90, 10_000, 12_000, 30_000, PERTDistribution(p10: 10_000, mode: 12_000, p90: 30_000)!),
        (.normal, 10_000, 12_000, 20_000, TruncatedNormalDistribution(location: 13_000, scale: 10_000 / 6)!),
    ]

    /// Every shape of a three-point estimate against its distribution: mean, variance, five percentiles.
    @Test(arguments: laws.indices) func oneTask(index: Int) throws {
        let (name, low, mode, high, law) = Self.laws[index]
        let found = try Self.forecast {
            $0.task("a", mode) { ($0.optimistic, $0.mostLikely, $0.pessimistic, $0.distribution) = (low, mode, high, name) }
        }
        check(found, law, "\(name)")
    }

    /// Mean and standard deviation instead of three points; the normal one is cut off at 0, where a sixth of it would be.
    @Test func moments() throws {
        func found(_ deviation: Int32, _ name: DistributionName) throws -> TargetForecast {
            try Self.forecast { $0.task("a", 10_000) { ($0.mean, $0.deviation, $0.distribution) = (10_000, deviation, name) } }
        }
        check(try found(5000, .lognormal), LognormalDistribution(mean: 10_000, standardDeviation: 5000)!, "lognormal")
        check(try found(10_000, .normal), TruncatedNormalDistribution(location: 10_000, scale: 10_000)!, "normal")
    }

    /// A quarter is left: a quarter of every quantile.
    @Test func startedTask() throws {
        for (name, low, mode, high, law) in Self.laws where name != .triangularP10P90 {
            let found = try Self.forecast { plan in
                let start = plan.moment(0)
                plan.task("a", mode) {
                    ($0.optimistic, $0.mostLikely, $0.pessimistic, $0.distribution) = (low, mode, high, name)
                    ($0.actualStart, $0.remaining) = (start, mode / 4)
                }
            }
            #expect(
                abs(found.sample.summary.mean - law.mean / 4) < 4 * (law.variance / 16 / Double(Self.samples)).squareRoot(),
                "\(name)")
        }
    }

    private func check(_ found: TargetForecast, _ law: any ProbabilityDistribution, _ name: String) {
        // The fourth moment by the midpoints of a thousand slices; what lies beyond in the tails makes the bound smaller, not larger.
        let points = (0..<1000).map { law.quantile((Double($0) + 0.5) / 1000) - law.mean }
        let fourth = points.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 1000
        expect(found, mean: law.mean, variance: law.variance, kurtosis: fourth / (law.variance * law.variance), name)
        for percent in [5, 10, 50, 80, 90, 95] {
            let (value, p) = (Double(found.sample.order.percentile(percent)), Double(percent) / 100)
            let bound = 4 * (p * (1 - p) / Double(Self.samples)).squareRoot()
            #expect(law.cumulative(value + 0.5) > p - bound && law.cumulative(value - 0.5) < p + bound, "\(name) P\(percent)")
        }
    }

    /// Thirty triangular tasks (1,000, 2,000, 6,000) in a row: mean 30 · 3,000, variance 30 · (5² − 5 + 1)/18 · 10⁶ = 35 · 10⁶; the excess
    /// kurtosis of one, −0.6, shrinks by 30.
    @Test func chain() throws {
        let found = try Self.forecast { plan in
            for number in 0..<30 {
                plan.task("t\(number)", 2000) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (1000, 2000, 6000) }
                if number > 0 { plan.relate("t\(number - 1)", "t\(number)") }
            }
        }
        expect(found, mean: 90_000, variance: 35e6, kurtosis: 3 - 0.6 / 30)
    }

    /// Eight uniform tasks at once: the maximum of k uniforms on an interval w has mean k/(k+1) w = 8/9 w, variance k/((k+1)²(k+2)) w² =
    /// 8/810 w². Kurtosis of Beta(8, 1) by its formula: 5.4 at most 6.
    @Test func parallel() throws {
        let found = try Self.forecast { plan in
            for number in 0..<8 {
                plan.task("t\(number)", 20_000) {
                    ($0.optimistic, $0.pessimistic, $0.distribution) = (10_000, 28_000, .uniform)
                }
            }
        }
        expect(found, mean: 10_000 + 18_000 * 8 / 9, variance: 8.0 / 810 * 18_000 * 18_000, kurtosis: 6)
    }

    /// A uniform task, then two at once, then a milestone: U + max(U, U) on w = 12,000: mean (1/2 + 2/3) w, variance (1/12 + 1/18) w².
    @Test func seriesAndParallel() throws {
        let found = try Self.forecast { plan in
            for name in ["a", "b", "c"] {
                plan.task(name, 6000) { ($0.optimistic, $0.pessimistic, $0.distribution) = (0, 12_000, .uniform) }
            }
            plan.task("m", 0)
            for (from, to) in [("a", "b"), ("a", "c"), ("b", "m"), ("c", "m")] { plan.relate(from, to) }
        }
        expect(found, mean: 7.0 / 6 * 12_000, variance: 5.0 / 36 * 144e6, kurtosis: 3)
    }
}
