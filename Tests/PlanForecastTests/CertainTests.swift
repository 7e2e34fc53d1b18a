import PlanFiles
@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanSchedule
import PlanStatistics
import TestSupport
import Testing

/// Without uncertainty a forecast is the schedule, to the minute.
struct CertainTests {
    static func expectSchedule(_ network: Network, _ name: String) {
        var certain = network
        certain.values.laws = network.values.remaining.map { DurationLaw(longest: $0) }
        certain.values.risks = .none
        let forecast = Forecast(of: certain, settings: .init(samples: 65))
        let targets = TargetSchedule(of: Schedule(of: certain))
        for target in 0..<certain.structure.targets.count {
            guard let found = forecast.target(target) else {
                #expect(targets.finish[target] == -1, "\(name)")
                continue
            }
            for percent in [1, 10, 50, 80, 90, 99] {
                #expect(found.percentile(percent) == targets.finish[target], "\(name), target \(target), P\(percent)")
            }
            #expect(found.mean == targets.finish[target], "\(name), target \(target), mean")
            #expect(found.standardError(80) == 0, "\(name)")
            if let due = found.due, let share = found.onTime {
                #expect(share.value == (targets.finish[target] <= due ? 1 : 0), "\(name), target \(target)")
            }
        }
    }

    @Test(arguments: 0..<60) func randomPlans(seed: Int) throws {
        var make = RandomPlan()
        (make.hasProjectRelations, make.hasProgress, make.hasCalendars) = (seed % 3 == 0, seed % 2 == 0, seed % 5 != 0)
        Self.expectSchedule(try Network(compiling: make.make(seed: UInt64(seed)).plan()), "seed \(seed)")
    }

    /// Constraints, and the conventions of other tools: finished work that passes on logic, lags that have partly run, progress override.
    ///
    /// Actual finishes may lie at night here, which to the target's calendar is the end of the day before: positions are compared.
    @Test(arguments: 0..<60) func conventionsOfOtherTools(seed: Int) throws {
        var make = RandomPlan()
        (make.hasProjectRelations, make.hasProgress, make.hasConstraints) = (seed % 3 == 0, seed % 4 != 0, seed % 2 == 0)
        make.hasSummaries = seed % 5 == 2
        var plan = make.make(seed: UInt64(seed))
        plan.settings.scheduling.finishedWorkPassesLogic = seed % 5 != 0
        plan.settings.scheduling.lagsFromActualStart = seed % 7 == 0
        plan.settings.scheduling.holdsAtDataDate = seed % 6 != 1
        plan.settings.scheduling.startToFinishTakesAMinute = seed % 2 == 1
        var network = try Network(compiling: plan.plan())
        network.values.laws = network.values.remaining.map { DurationLaw(longest: $0) }
        let forecast = Forecast(of: network, settings: .init(samples: 65))
        let targets = TargetSchedule(of: Schedule(of: network))
        for target in 0..<network.structure.targets.count {
            let calendar = network.structure.calendars[Int(forecast.finishes.axis[target])]
            guard let found = forecast.target(target) else { continue }
            for percent in [1, 50, 99] {
                #expect(
                    calendar.work(at: found.percentile(percent)) == calendar.work(at: targets.finish[target]),
                    "seed \(seed), target \(target)")
            }
        }
    }

    @Test func theHospital() throws {
        Self.expectSchedule(try Network(compiling: Plan(contentsOf: TestFolders.datasets + "/hospital")), "hospital")
    }

    @Test(.enabled(if: TestFolders.hasReference)) func realPlans() throws {
        let path = try #require(TestFolders.reference) + "/dslib"
        var count = 0
        for name in try TestFolders.names(in: path) {
            guard let plan = try? Plan(contentsOf: "\(path)/\(name)"), let network = try? Network(compiling: plan) else {
                continue
            }
            Self.expectSchedule(network, name)
            let forecast = Forecast(of: network, settings: .init(samples: 200))
            for target in 0..<network.structure.targets.count {
                guard let found = forecast.target(target) else { continue }
                let percentiles = [10, 50, 80, 90].map(found.percentile)
                #expect(percentiles == percentiles.sorted(), "\(name)")
                #expect(percentiles[0] >= network.epoch, "\(name)")
            }
            count += 1
        }
        print("dslib: \(count) plans forecast")
    }
}
