@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// Targets on time together, and one on time where another is late.
struct JointTests {
    private func record(_ count: Int, stratified: Bool = false, _ happened: (Int) -> Bool) -> OnTimeRecord {
        OnTimeRecord(count: count, isStratified: stratified, happened)
    }

    /// Of 0 ..< 130 there are 65 even numbers, 44 multiples of 3 (0 … 129) and 22 multiples of 6 (0 … 126).
    @Test(arguments: [false, true]) func countedByHand(stratified: Bool) throws {
        let even = record(130, stratified: stratified) { $0 % 2 == 0 }
        let third = record(130, stratified: stratified) { $0 % 3 == 0 }
        #expect(even.share.hits == 65 && even.share.count == 130)
        #expect((even & third).share.hits == 22)
        #expect(even.complement.share.hits == 65)
        // 64 and 64 in two blocks, 2 in the last: 0 … 63 holds 22 multiples of 3, 64 … 127 holds 21 (66 … 126), then 129.
        #expect(third.blockCounts == [22, 21, 1])
        #expect(third.complement.blockCounts == [42, 43, 1])
        let chances = JointConditional(of: third, given: even)
        #expect(chances.alone.hits == 44)
        let (late, onTime) = (try #require(chances.ifLate), try #require(chances.ifOnTime))
        #expect(late.hits == 22 && late.count == 65 && onTime.hits == 22 && onTime.count == 65)
        #expect(chances.difference?.value == 0 && chances.difference?.isClear == false)
    }

    @Test func aConditionThatNeverHoldsGivesNothing() {
        let chances = JointConditional(of: record(100) { $0 < 50 }, given: record(100) { _ in true })
        #expect(chances.ifLate == nil && chances.difference == nil)
        #expect(chances.ifOnTime?.value == 0.5)
    }

    /// The first example of Newcombe's second table: 56/70 less 48/80 has by method 10 the interval 0.0524 … 0.3339.
    @Test func newcombesExample() {
        let difference = ProportionDifference(Proportion(hits: 56, of: 70), Proportion(hits: 48, of: 80), correlation: 0)
        // 0.8 − 0.6
        #expect(abs(difference.value - 0.2) < 1e-12)
        #expect(abs(difference.interval.lowerBound - 0.0524) < 5e-5 && abs(difference.interval.upperBound - 0.3339) < 5e-5)
        // √(0.8 · 0.2/70 + 0.6 · 0.4/80) = √0.0052857 = 0.072703
        #expect(abs(difference.standardError - 0.072703) < 1e-6)
        #expect(difference.isClear)
    }

    /// Correlated shares: √(a² + b² − 2ρab) with a = 0.04781, b = 0.05477 and ρ = 1 is their difference, 0.00696.
    @Test func whatGoesTogetherDiffersLess() {
        let (first, second) = (Proportion(hits: 56, of: 70), Proportion(hits: 48, of: 80))
        let difference = ProportionDifference(first, second, correlation: 1)
        #expect(abs(difference.standardError - abs(first.standardError - second.standardError)) < 1e-12)
    }

    /// Around the clock from midnight A takes X, B follows it and takes Y, both uniform on 0 … 20,000 minutes; A is due at 10,000, B at 20,000.
    static func network() throws -> Network {
        var plan = PlanBuilder()
        plan.settings = PlanSettings(name: "two", epoch: LocalDateTime(year: 2027, month: 1, day: 4)!)
        plan.settings.calendars = [
            CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
        ]
        plan.initiative("A", due: plan.moment(10_000))
        plan.initiative("B", due: plan.moment(20_000))
        for (initiative, goal, project) in [("A", "GA", "PA"), ("B", "GB", "PB")] {
            plan.goal(goal, initiative: initiative)
            plan.project(project, goal: goal)
        }
        for (name, project) in [("a", "PA"), ("b", "PB")] {
            plan.task(name, 10_000, in: project) {
                ($0.optimistic, $0.pessimistic, $0.distribution) = (0, 20_000, .uniform)
            }
        }
        plan.relate("a", "b")
        return try Network(compiling: plan.plan())
    }

    /// P(X + Y ≤ 2X̄) = 1/2; where X is in its upper half ∫(1 − x)dx / ½ = 1/4, else 3/4. n = 16,384, seed 1: 4 standard errors of a share of
    /// 8,192 independent replications are 0.0191, chance of a false alarm below 6e-5 for another seed.
    @Test(arguments: [false, true]) func closedForm(stratified: Bool) throws {
        let forecast = Forecast(of: try Self.network(), settings: .init(samples: 16_384, isStratified: stratified))
        let joint = try #require(forecast.joint([1, 2]))
        let chances = joint.conditional(of: 1, given: 0)
        #expect(abs(chances.alone.value - 0.5) < 0.0191)
        #expect(abs(try #require(chances.ifLate).value - 0.25) < 0.0191)
        #expect(abs(try #require(chances.ifOnTime).value - 0.75) < 0.0191)
        #expect(abs(try #require(chances.difference).value + 0.5) < 0.0271)
        // P(A and B on time) = 1/2 · 3/4
        #expect(abs(joint.all.value - 0.375) < 0.0152)
        #expect(joint.all == joint.both(0, 1))
        #expect(chances.difference!.isClear)
    }

    /// The standard error that is told is the one that happens, and the interval holds −1/2 as often as it says: 200 seeds of 1,024
    /// replications. The spread of 200 values is known to 5 %, bound 4 of these; 95 % of 200 to 1.5 points, bound 4 of these.
    @Test(arguments: [false, true]) func errorsAreWhatTheySay(stratified: Bool) throws {
        let network = try Self.network()
        var (values, errors, held): ([Double], Double, Int) = ([], 0, 0)
        for seed in 1...200 {
            let forecast = Forecast(of: network, settings: .init(samples: 1024, seed: UInt64(seed), isStratified: stratified))
            let found = try #require(forecast.joint([1, 2])?.conditional(of: 1, given: 0).difference)
            values.append(found.value)
            errors += found.standardError / 200
            held += found.interval.contains(-0.5) ? 1 : 0
        }
        let mean = values.reduce(0, +) / 200
        let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199).squareRoot()
        #expect(abs(errors / spread - 1) < 0.2, "told \(errors), found \(spread)")
        #expect(held >= 178, "\(held) of 200")
    }

    /// A target that was not kept has no figures, rather than those of its finished part.
    @Test func whatIsNotKeptIsNotTold() throws {
        let network = try Self.network()
        let program = ForecastProgram(network, seed: 1, targets: [0, 1])
        let forecast = try #require(Forecast(running: program, settings: .init(samples: 100)))
        #expect(forecast.keeps(0) && forecast.keeps(1) && !forecast.keeps(2))
        #expect(forecast.target(2) == nil && forecast.joint([1, 2]) == nil && forecast.joint([]) == nil)
        #expect(forecast.target(1) != nil)
    }
}
