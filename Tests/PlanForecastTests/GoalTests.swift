@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// What becomes of goals with measures.
struct GoalTests {
    /// A table of one goal.
    private func goals(missed: Double?, met: Double?, exceeded: Double?, current: Double?) -> Table<GoalColumn> {
        var goals = Table<GoalColumn>()
        goals.raw.count = 1
        for (column, value) in [(GoalColumn.missed, missed), (.met, met), (.exceeded, exceeded), (.current, current)] {
            goals.raw.columns[column.rawValue] = .numbers([value ?? .nan])
        }
        return goals
    }

    private func levels(
        missed: Double? = nil, met: Double?, exceeded: Double? = nil, current: Double?
    ) throws(GoalGap) -> GoalLevels {
        try GoalLevels(goals(missed: missed, met: met, exceeded: exceeded, current: current), row: 0)
    }

    @Test func levelsThatGiveNoOutcomeSayWhy() {
        #expect(throws: GoalGap.noLevels) { try levels(met: nil, current: nil) }
        #expect(throws: GoalGap.noMetLevel) { try levels(missed: 3, met: nil, current: 1) }
        #expect(throws: GoalGap.noCurrentValue) { try levels(met: 3, current: nil) }
        #expect(throws: GoalGap.disorderedLevels) { try levels(missed: 3, met: 5, exceeded: 4, current: 0) }
        #expect(throws: GoalGap.disorderedLevels) { try levels(missed: 5, met: 3, exceeded: 4, current: 9) }
    }

    @Test func theLevelsTellWhichWayIsBetter() throws {
        #expect(try levels(missed: 3, met: 5, exceeded: 8, current: 9).direction == 1)
        #expect(try levels(missed: 8, met: 5, exceeded: 3, current: 1).direction == -1)
        #expect(try levels(missed: 5, met: 5, exceeded: 8, current: 9).direction == 1)
        #expect(try levels(met: 5, current: 9).direction == -1)
        #expect(try levels(met: 5, current: 5).direction == 0)
    }

    /// From 0 to 10 by the finish, due after 1,000 minutes: on time just meets; 12 is reached where 1.2 times the time is enough, 833 minutes;
    /// 4 is all there is from 2,500 minutes on.
    @Test func aRisingMeasure() throws {
        let line = GoalLine(
            try levels(missed: 4, met: 10, exceeded: 12, current: 0), dataDate: 500, due: 1500, isFinished: false)
        #expect(line.fixed == nil)
        #expect([1500, 1501, 1333, 1334].map { line.outcome(finish: $0) } == [.met, .missed, .exceeded, .met])
        #expect([3000, 2999].map { line.isAtMissed(finish: $0) } == [true, false])
        #expect(!line.isAtMissed(finish: 1400))
    }

    /// From 20 down to 10: 8 lies 1.2 times as far, 18 a fifth of the way, so 5,000 minutes.
    @Test func aFallingMeasure() throws {
        let line = GoalLine(
            try levels(missed: 18, met: 10, exceeded: 8, current: 20), dataDate: 0, due: 1000, isFinished: false)
        #expect([1000, 1001, 833, 834].map { line.outcome(finish: $0) } == [.met, .missed, .exceeded, .met])
        #expect([5000, 4999].map { line.isAtMissed(finish: $0) } == [true, false])
    }

    /// Nothing moves a measure that meets its goal, is due already, or has no work left.
    @Test func aMeasureAtRest() throws {
        func fixed(_ current: Double, due: Int32 = 1000, isFinished: Bool = false) throws -> GoalLine.Outcome? {
            let levels = try levels(missed: 4, met: 10, exceeded: 12, current: current)
            return GoalLine(levels, dataDate: 0, due: due, isFinished: isFinished).fixed
        }
        #expect(try fixed(10) == .met)
        #expect(try fixed(11.9) == .met)
        #expect(try fixed(12) == .exceeded)
        #expect(try fixed(9.9) == nil)
        #expect(try fixed(9.9, isFinished: true) == .missed)
        #expect(try fixed(9.9, due: 0) == .missed)
        #expect(try fixed(9.9, due: -1) == .missed)
        #expect(try fixed(13, isFinished: true) == .exceeded)
        let low = GoalLine(try levels(missed: 4, met: 10, current: 4), dataDate: 0, due: 0, isFinished: false)
        #expect(low.isAtMissed(finish: 1) && low.outcome(finish: 1) == .missed)
    }

    /// Work that takes no time brings the measure to what meets the goal; without a level to exceed nothing is exceeded.
    @Test func oddLines() throws {
        let milestone = GoalLine(try levels(met: 10, exceeded: 12, current: 0), dataDate: 500, due: 1500, isFinished: false)
        #expect(milestone.outcome(finish: 500) == .met && milestone.outcome(finish: 400) == .met)
        let plain = GoalLine(try levels(met: 10, current: 0), dataDate: 0, due: 1000, isFinished: false)
        #expect(plain.outcome(finish: 1) == .met && !plain.isAtMissed(finish: 9999))
        let huge = GoalLine(
            try levels(missed: -1.7e308, met: 1.7e308, exceeded: 1.75e308, current: -1.7e308), dataDate: 0, due: 1000,
            isFinished: false)
        #expect([1000, 1001].map { huge.outcome(finish: $0) } == [.met, .missed])
    }

    /// Around the clock one task of 0 … 20,000 minutes, evenly; due at 10,000: half are on time, 10,000 / 1.2 / 20,000 = 0.4167 reach 12, none
    /// takes the 25,000 that leave it at 4. n = 4,096, seed 1, 4 standard errors of independent replications: 0.0313.
    @Test func closedForm() throws {
        let forecast = Forecast(of: try JointTests.network(), settings: .init(samples: 4096))
        let chances = try goalA(forecast, missed: 4)
        #expect(abs(chances.met.value - (0.5 - 0.4167)) < 0.0313 && abs(chances.exceeded.value - 0.4167) < 0.0313)
        #expect(chances.missed.hits + chances.met.hits + chances.exceeded.hits == 4096)
        #expect(chances.missed.hits == 4096 - (forecast.target(1)?.onTime?.hits ?? 0))
        #expect(chances.atMissedLevel?.hits == 0)
        // Where 8 is a plain miss, the line is there from 12,500 minutes on: 0.375.
        #expect(abs((try goalA(forecast, missed: 8).atMissedLevel?.value ?? 0) - 0.375) < 0.0313)
        // One stratified variable: its shares are far better known than those of independent replications.
        #expect(chances.exceeded.designEffect < 0.2)
    }

    private func goalA(_ forecast: Forecast, missed: Double) throws -> GoalOutcome {
        try forecast.goal(1, try levels(missed: missed, met: 10, exceeded: 12, current: 0))
    }

    @Test func goalsWithoutDateOrTask() throws {
        var plan = PlanBuilder()
        plan.goal("N")
        plan.goal("E", due: plan.moment(5000))
        plan.goal("F", due: plan.moment(5000))
        plan.settings.dataDate = plan.moment(2000)
        for (goal, project) in [("N", "P"), ("F", "R")] { plan.project(project, goal: goal) }
        plan.task("p", 480, in: "P")
        let dates = [480, 1000].map { plan.moment($0) }
        plan.task("r", 480, in: "R") { ($0.actualStart, $0.actualFinish) = (dates[0], dates[1]) }
        let forecast = Forecast(of: try Network(compiling: plan.plan()), settings: .init(samples: 100))
        let levels = try levels(met: 10, current: 9)
        #expect(throws: GoalGap.noDueDate) { try forecast.goal(1, levels) }
        #expect(throws: GoalGap.noTask) { try forecast.goal(2, levels) }
        // All is done and 9 is not 10.
        #expect(try forecast.goal(3, levels).missed.hits == 100)
    }
}
