@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// What drives a finish, on plans whose answers are known. Seeds are fixed, so no bound ever raises a false alarm.
struct SensitivityTests {
    /// A plan forecast and explained; the whole plan is the target unless said otherwise.
    struct Explained {
        let forecast: Forecast
        let program: ForecastProgram
        let sensitivity: Sensitivity
        private let plan: Plan

        init(
            _ plan: Plan, samples: Int = 4096, targets: [Int] = [0],
            _ settings: SensitivitySettings = .init(estimatesErrors: true)
        ) throws {
            self.plan = plan
            let network = try Network(compiling: plan)
            program = ForecastProgram(network, seed: 1, explains: true)
            forecast = Forecast(
                running: program, settings: .init(samples: samples, criticalityTargets: targets))!
            sensitivity = Sensitivity(of: forecast, program: program, settings: settings)!
        }

        func node(_ id: String) -> Int { Int(forecast.network.structure.nodeOfTask[plan.tasks.row(of: id)!]) }

        func task(_ id: String, _ target: Int = 0) -> TaskSensitivity? {
            sensitivity.target(target)!.tasks.first { $0.node == node(id) }
        }

        func event(_ id: String, _ target: Int = 0) throws -> EventSensitivity {
            let row = try #require(plan.risks.row(of: id))
            let place = try #require(forecast.network.values.risks.events.firstIndex { Int($0.row) == row })
            return sensitivity.target(target)!.events[place]
        }
    }

    private func made(_ edit: (inout PlanBuilder) -> Void) -> Plan {
        var plan = PlanBuilder()
        edit(&plan)
        return plan.plan()
    }

    /// From 10,000 over 20,000 to 90,000 minutes, planned as 20,000.
    private func triangle(_ task: inout PlanBuilder.TaskRow) {
        (task.optimistic, task.mostLikely, task.pessimistic, task.distribution) = (10_000, 20_000, 90_000, .triangular)
    }

    /// Evenly from 10,000 to 30,000 minutes, planned as 20,000.
    private func even(_ task: inout PlanBuilder.TaskRow) {
        (task.optimistic, task.mostLikely, task.pessimistic, task.distribution) = (10_000, 20_000, 30_000, .uniform)
    }

    /// The finish is the duration plus a constant: cruciality 1, SSI 1 · σ/σ = 1, minutes (10 + 20 + 90)/3 − 20 thousands = 20,000.
    @Test func chain() throws {
        let plan = try Explained(
            made {
                $0.task("a", 480)
                $0.task("b", 20_000, triangle)
                $0.relate("a", "b")
            })
        let task = try #require(plan.task("b"))
        #expect(task.criticality.value == 1)
        #expect(task.cruciality == 1)
        let ssi = try #require(task.ssi)
        #expect(abs(ssi - 1) < 1e-12)
        // Four standard errors of the mean, and half a minute for rounding.
        let error = try #require(task.minutes.standardError)
        #expect(error > 0 && abs(task.minutes.mean - 20_000) < 4 * error + 0.5)
        #expect(task.minutes.isAboveNoise == true)
        // Certain work is not compared.
        #expect(plan.task("a") == nil)
        #expect(plan.sensitivity.target(0)!.candidates == 1)
    }

    /// A task that is always on the path: the error of its minutes is that of its mean duration, from the same blocks.
    @Test(arguments: [128, 512, 1024]) func errorsOfMinutes(samples: Int) throws {
        let plan = try Explained(made { $0.task("b", 20_000, triangle) }, samples: samples)
        let durations = DurationSamples(of: [plan.node("b")], in: plan.program, settings: plan.forecast.settings).minutes
        let expected = BlockedSample(values: durations, isStratified: samples >= 512).mean.standardError
        let error = try #require(plan.task("b")?.minutes.standardError)
        #expect(abs(error - expected) < 1e-9 * expected)
    }

    /// X and Y evenly and alike, both start at once: each is critical in half of all replications.
    ///
    /// With U, V even on [0, 1] and M = max(U, V), whose rank is M²: ρ = 12 E[U M²] − 3 with E[U M²] = 2/15 + 1/6 = 3/10, so 3/5.
    /// SSI = 1/2 · √(1/12) / √(1/18) = √(3/8). Minutes: 20,000 E[(U − 1/2) 1{U > V}] = 20,000 (1/3 − 1/4) = 5,000/3. What waits for both
    /// starts 20,000 (2/3 − 1/2) = 10,000/3 later than either ends on the average.
    @Test func twoAlike() throws {
        let plan = try Explained(
            made {
                $0.task("x", 20_000, even)
                $0.task("y", 20_000, even)
                $0.task("z", 480)
                $0.relate("x", "z")
                $0.relate("y", "z")
            }, samples: 16_384)
        for id in ["x", "y"] {
            let task = try #require(plan.task(id))
            // n = 16,384: the noise of a share is 0.0039, of a rank correlation at most 0.0078.
            #expect(abs(task.criticality.value - 0.5) < 4 * 0.0039)
            #expect(abs(task.cruciality - 0.6) < 4 * 0.0078)
            let ssi = try #require(task.ssi)
            #expect(abs(ssi - (3.0 / 8).squareRoot()) < 0.03)
            let error = try #require(task.minutes.standardError)
            #expect(abs(task.minutes.mean - 5_000 / 3) < 4 * error + 0.5)
        }
        let merge = try #require(plan.sensitivity.target(0)?.mergePoints.first)
        #expect(merge.node == plan.node("z") && merge.criticality.value == 1)
        // The standard deviation of max − X is below 20,000 · 0.24, over √n = 128.
        #expect(abs(merge.minutesOnPath - 10_000 / 3) < 4 * 20_000 * 0.24 / 128)
    }

    /// A start that only a date holds is no merge: both predecessors are certain and done long before it.
    @Test func dateIsNoMerge() throws {
        let plan = try Explained(
            made { plan in
                plan.task("x", 480)
                plan.task("y", 480)
                let later = plan.moment(10 * 1440)
                plan.task("z", 480) { ($0.constraint, $0.constraintDate) = (.startNoEarlierThan, later) }
                plan.relate("x", "z")
                plan.relate("y", "z")
            })
        #expect(plan.forecast.mergeBias.isEmpty)
    }

    /// A driver of 1 … 2 on 1,000 minutes adds 500 on the average, a risk of 1/2 with 480 minutes 240; one on work beside the path nothing.
    @Test func daysOfEvents() throws {
        let plan = try Explained(
            made {
                $0.task("a", 1_000)
                $0.task("b", 1_000)
                $0.task("beside", 10)
                $0.relate("a", "b")
                $0.risk("D") {
                    ($0.kind, $0.distribution, $0.optimistic, $0.mostLikely, $0.pessimistic) = (.driver, .uniform, 1, 1.5, 2)
                }
                $0.risk("R", 0.5)
                $0.risk("Idle", 0.5)
                $0.impact("D", "a")
                $0.impact("R", "b", delay: 480)
                $0.impact("Idle", "beside", delay: 10)
            })
        for (id, minutes) in [("D", 500.0), ("R", 240), ("Idle", 0)] {
            let event = try plan.event(id)
            let error = try #require(event.minutes.standardError)
            #expect(abs(event.minutes.mean - minutes) <= 4 * error + 0.5, "\(id)")
            #expect(event.minutes.isAboveNoise == (minutes > 0), "\(id)")
        }
        let floor = plan.sensitivity.target(0)!.noise
        let (driver, risk, idle) = (try plan.event("D"), try plan.event("R"), try plan.event("Idle"))
        #expect(floor.isAbove(driver.rankCorrelation) && floor.isAbove(risk.rankCorrelation))
        #expect(!floor.isAbove(idle.rankCorrelation))
        #expect(plan.task("a")?.minutes.mean == driver.minutes.mean)
        let figures = plan.sensitivity.events
        #expect(figures.map(\.happened.value).sorted().last == 1)
        #expect(figures.compactMap(\.meanSeverity).count == 1)
        #expect(abs(figures.compactMap(\.meanSeverity)[0] - 1.5) < 0.005)
    }

    /// Forty drivers of work that never matters: none adds a minute, and in one plan of twenty, at most, one is above the floor.
    ///
    /// 60 seeds: three alarms are expected at most; more than ten have a chance of 3 in 10,000.
    @Test func whatIsIrrelevantIsNotRanked() throws {
        var builder = PlanBuilder()
        builder.task("long", 20_000, triangle)
        for number in 0..<40 {
            builder.task("t\(number)", 100)
            builder.risk("D\(number)") {
                ($0.kind, $0.distribution, $0.optimistic, $0.mostLikely, $0.pessimistic) = (.driver, .uniform, 1, 1.5, 2)
            }
            builder.impact("D\(number)", "t\(number)")
        }
        let network = try Network(compiling: builder.plan())
        var alarms = 0
        for seed in 1...60 as ClosedRange<UInt64> {
            let program = ForecastProgram(network, seed: seed, explains: true)
            let forecast = Forecast(running: program, settings: .init(samples: 1000, seed: seed, criticalityTargets: [0]))!
            let sensitivity = Sensitivity(of: forecast, program: program, settings: .init(estimatesErrors: true))!
            let target = try #require(sensitivity.target(0))
            // z of 1 − 0.05/82, by another program: 3.234277.
            #expect(target.noise.candidates == 41)
            #expect(abs(target.noise.rankCorrelation - 3.234277 / 999.0.squareRoot()) < 1e-7)
            #expect(target.events.allSatisfy { $0.minutes.mean == 0 && $0.minutes.isAboveNoise == false })
            #expect(target.contributors == [.task(Int(network.structure.nodeOfTask[0]))])
            if target.events.contains(where: { target.noise.isAbove($0.rankCorrelation) }) { alarms += 1 }
        }
        print("noise floor: \(alarms) alarms in 60 plans, at most 3 expected")
        #expect(alarms <= 10)
    }

    /// A limit on tasks keeps those with most minutes and tells how many it left out.
    @Test func mostTasks() throws {
        let plan = try Explained(
            made { builder in
                for number in 1...5 {
                    builder.task("t\(number)", 1_000) {
                        ($0.optimistic, $0.mostLikely, $0.pessimistic) = (1_000, 1_000, 1_000 + Int32(number) * 600)
                    }
                    if number > 1 { builder.relate("t\(number - 1)", "t\(number)") }
                }
            }, .init(mostTasks: 2))
        let target = try #require(plan.sensitivity.target(0))
        #expect(target.tasks.map(\.node) == [plan.node("t5"), plan.node("t4")])
        #expect(target.leftOut == 3)
        #expect(target.tasks[0].minutes.standardError == nil && target.tasks[0].minutes.isAboveNoise == nil)
    }

    /// Correlations that cannot hold together are told.
    @Test func repairIsTold() throws {
        let plan = try Explained(
            made {
                $0.task("a", 1_000)
                for id in ["D", "E", "F"] {
                    $0.risk(id) {
                        ($0.kind, $0.distribution, $0.optimistic, $0.mostLikely, $0.pessimistic) = (
                            .driver, .uniform, 1, 1.5, 2
                        )
                    }
                    $0.impact(id, "a")
                }
                $0.correlate("D", "E", 0.9)
                $0.correlate("E", "F", 0.9)
                $0.correlate("D", "F", -0.9)
            }, samples: 64)
        let repair = try #require(plan.sensitivity.severityRepair)
        #expect(repair.wasRepaired && repair.largestChange > 0.1 && repair.pairs.count == 3)
        #expect(repair.pairs.contains { $0.stated == -0.9 && $0.used > -0.9 })
    }

    /// Odd numbers of replications, and one that is stopped.
    @Test(arguments: [1, 2, 63, 65, 600]) func fewReplications(samples: Int) throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasRisks) = (true, true)
        let settings = SensitivitySettings(estimatesErrors: true, certain: 2)
        let plan = try Explained(make.make(seed: 5).plan(), samples: samples, targets: [0, 1, 2], settings)
        #expect(plan.sensitivity.targets.allSatisfy { $0.tasks.allSatisfy { abs($0.cruciality) <= 1 } })
        #expect(
            Sensitivity(of: plan.forecast, program: plan.program, settings: settings) { _, _ in false } == nil || samples == 1)
    }
}

/// Plans with nothing left to forecast are explained too: by nothing.
struct SensitivityEdgeTests {
    @Test func nothingIsOpen() throws {
        var builder = PlanBuilder()
        builder.project("P")
        let (start, finish) = (builder.moment(480), builder.moment(1020))
        builder.task("a", 480, in: "P") { ($0.actualStart, $0.actualFinish) = (start, finish) }
        builder.settings.dataDate = builder.moment(1440 + 480)
        for plan in [builder.plan(), PlanBuilder().plan()] {
            let program = ForecastProgram(try Network(compiling: plan), seed: 1, explains: true)
            let forecast = try #require(Forecast(running: program, settings: .init(samples: 64)))
            let sensitivity = try #require(Sensitivity(of: forecast, program: program))
            #expect(sensitivity.certain.isEmpty)
            #expect(sensitivity.targets.allSatisfy { $0.tasks.isEmpty && $0.events.isEmpty })
        }
    }
}
