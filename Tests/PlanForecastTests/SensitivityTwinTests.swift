@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// The figures of a sensitivity against naive twins, and against everything that must not change them.
struct SensitivityTwinTests {
    /// Midranks by counting, and Pearson's correlation of them.
    private func naive(_ left: [Int32], _ right: [Int32]) -> Double {
        func ranks(_ values: [Int32]) -> [Double] {
            values.map { value in
                Double(values.count { $0 < value }) + Double(values.count { $0 == value } + 1) / 2
            }
        }
        let (x, y) = (ranks(left), ranks(right))
        let mean = Double(x.count + 1) / 2
        let (xx, yy) = (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }, y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
        let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
        return xx * yy > 0 ? xy / (xx * yy).squareRoot() : 0
    }

    private func make(_ seed: UInt64) -> PlanBuilder {
        var make = RandomPlan()
        (make.taskCount, make.hasRanges, make.hasRisks, make.hasProgress) = (40, true, true, seed % 2 == 0)
        return make.make(seed: seed)
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func theMatrixProduct(seed: UInt64) throws {
        let plan = try SensitivityTests.Explained(make(seed).plan(), samples: 200, targets: [0, 1, 2], .init())
        for target in plan.sensitivity.targets {
            let finishes = try #require(plan.forecast.finishes.positions(of: target.target))
            let spread = SampleSummary(of: plan.forecast.planMinutes(of: target.target)!).standardDeviation
            for task in target.tasks {
                let durations = DurationSamples(of: [task.node], in: plan.program, settings: plan.forecast.settings).minutes
                #expect(abs(task.cruciality - naive(durations, finishes)) < 1e-12)
                let deviation = SampleSummary(of: durations).standardDeviation
                #expect(abs((task.ssi ?? 0) - (spread > 0 ? task.criticality.value * deviation / spread : 0)) < 1e-12)
                let entry = try #require(plan.forecast.criticality.entry(of: task.node, for: target.target))
                #expect(task.minutes.mean == Double(entry.excessMinutes) / 200)
            }
        }
    }

    /// One event at a time and all together draw the same; whether it happens is what the forecast's own sampler says.
    @Test(arguments: 0..<6 as Range<UInt64>) func eventsDrawnAlone(seed: UInt64) throws {
        let plan = try SensitivityTests.Explained(make(seed).plan(), samples: 130, .init())
        let count = plan.forecast.network.values.risks.events.count
        let all = EventSamples(of: Array(0..<count), in: plan.program, settings: plan.forecast.settings)
        for event in 0..<count {
            let one = EventSamples(of: [event], in: plan.program, settings: plan.forecast.settings)
            #expect(one.strength == Array(all.strength[event * 130..<(event + 1) * 130]))
            #expect(one.happened[0] == all.happened[event] && one.meanSeverity[0] == all.meanSeverity[event])
            let figures = plan.sensitivity.events[event]
            #expect(figures.happened == all.happened[event] && figures.meanSeverity == all.meanSeverity[event])
        }
    }

    /// Everything about every target, by name.
    private func digest(_ plan: Plan, threads: Int) throws -> [String] {
        let network = try Network(compiling: plan)
        let program = ForecastProgram(network, seed: 1, explains: true)
        let targets = Array(0..<network.structure.targets.count)
        let forecast = Forecast(running: program, settings: .init(samples: 600, threads: threads, criticalityTargets: targets))!
        let sensitivity = Sensitivity(
            of: forecast, program: program, settings: .init(estimatesErrors: true, certain: 2))!
        func name(_ target: Int) -> String {
            let (kind, row) = (network.structure.targets.kind(target), network.structure.targets.row(target))
            return switch kind {
            case .plan: "plan"
            case .initiative: plan.initiatives.raw.identifier(row)
            case .goal: plan.goals.raw.identifier(row)
            case .project: plan.projects.raw.identifier(row)
            }
        }
        func task(_ node: Int) -> String { plan.tasks.raw.identifier(Int(network.structure.taskOfNode[node])) }
        func event(_ place: Int) -> String { plan.risks.raw.identifier(Int(network.values.risks.events[place].row)) }
        var lines: [String] = []
        for target in sensitivity.targets {
            let contributors = target.contributors.map { contributor in
                switch contributor {
                case .task(let node): task(node)
                case .event(let place): event(place)
                }
            }
            lines.append("\(name(target.target)) \(target.noise) \(contributors)")
            lines += target.tasks.map {
                "\(name(target.target)) \(task($0.node)) \($0.criticality.hits) \($0.cruciality) \($0.ssi ?? -1) \($0.minutes)"
            }
            lines += target.events.map { "\(name(target.target)) \(event($0.event)) \($0.rankCorrelation) \($0.minutes)" }
            lines += target.mergePoints.map { "\(name(target.target)) \(task($0.node)) \($0.biasMinutes) \($0.minutesOnPath)" }
        }
        for run in sensitivity.certain {
            let change =
                switch run.change {
                case .duration(let node): task(node)
                case .absence(let place): "no \(event(place))"
                case .mitigation(let place): "less \(event(place))"
                }
            lines += run.effects.map {
                "\(change) \(name($0.target)) \($0.meanMinutes) \($0.p50Minutes) \($0.p80Minutes) \(String(describing: $0.onTime))"
            }
        }
        return lines.sorted()
    }

    @Test(arguments: [1, 2] as [UInt64]) func threadsAndTheOrderOfRows(seed: UInt64) throws {
        let builder = make(seed)
        let expected = try digest(builder.plan(), threads: 1)
        #expect(expected.count > 20)
        for threads in [2, 3] { #expect(try digest(builder.plan(), threads: threads) == expected, "\(threads) threads") }
        var random = SeededGenerator(seed: seed)
        #expect(try digest(builder.shuffled(using: &random).plan(), threads: 2) == expected)
    }

    /// Taking a task to be certain is the plan without its range, to the bit; so is a risk absent, and a mitigation in force.
    @Test func certainRunsAreForecastsOfEditedPlans() throws {
        var builder = PlanBuilder()
        builder.initiative("I", due: builder.moment(60 * 1440))
        builder.goal("G", initiative: "I")
        builder.project("P", goal: "G")
        for id in ["a", "b", "c"] {
            builder.task(id, 9_600, in: "P") { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (4_800, 9_600, 24_000) }
        }
        builder.relate("a", "c")
        builder.relate("b", "c")
        builder.risk("R", 0.5) { $0.mitigatedProbability = 0.2 }
        builder.impact("R", "c", factor: 2) { $0.mitigatedFactor = 1.5 }
        builder.risk("D") { ($0.kind, $0.optimistic, $0.mostLikely, $0.pessimistic) = (.driver, 0.9, 1, 1.6) }
        for id in ["a", "b"] { builder.impact("D", id) }
        let plan = try SensitivityTests.Explained(builder.plan(), samples: 1024, targets: [0, 1], .init(certain: 5))
        let events = plan.forecast.network.values.risks.events
        #expect(plan.sensitivity.certain.count == 6)
        for run in plan.sensitivity.certain {
            var edited = builder
            switch run.change {
            case .duration(let node):
                let row = Int(plan.forecast.network.structure.taskOfNode[node])
                (edited.tasks[row].optimistic, edited.tasks[row].mostLikely, edited.tasks[row].pessimistic) = (nil, nil, nil)
            case .absence(let place):
                let id = builder.risks[Int(events[place].row)].id
                edited.risks.removeAll { $0.id == id }
                edited.impacts.removeAll { $0.risk == id }
            case .mitigation(let place): edited.risks[Int(events[place].row)].isMitigated = true
            }
            let after = Forecast(of: try Network(compiling: edited.plan()), settings: .init(samples: 1024))
            for effect in run.effects {
                let (old, new) = (plan.forecast.target(effect.target)!, after.target(effect.target)!)
                let place = "\(run.change), target \(effect.target)"
                let sums = (new.sample.summary.sum, old.sample.summary.sum)
                #expect(effect.meanMinutes.value == Double(sums.0 - sums.1) / 1024, "\(place)")
                #expect(effect.p50Minutes.value == Double(new.sample.percentile(50) - old.sample.percentile(50)), "\(place)")
                #expect(effect.p80Minutes.value == Double(new.sample.percentile(80) - old.sample.percentile(80)), "\(place)")
                if effect.target == 1 {
                    let change = new.onTime!.value - old.onTime!.value
                    let (found, error) = (try #require(effect.onTime?.value), try #require(effect.meanMinutes.standardError))
                    #expect(abs(found - change) < 1e-12, "\(place)")
                    #expect(error > 0, "\(place)")
                } else {
                    #expect(effect.onTime == nil)
                }
            }
        }
    }

    /// Errors of paired changes against the spread over 40 seeds: the mean estimate within a third of the true spread.
    @Test func errorsOfChanges() throws {
        var builder = PlanBuilder()
        for id in ["a", "b"] {
            builder.task(id, 9_600) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (4_800, 9_600, 24_000) }
        }
        builder.task("c", 9_600) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (9_000, 9_600, 12_000) }
        builder.relate("a", "c")
        builder.relate("b", "c")
        let network = try Network(compiling: builder.plan())
        var (values, errors): ([[Double]], [[Double]]) = ([[], [], []], [[], [], []])
        for seed in 1...40 as ClosedRange<UInt64> {
            let program = ForecastProgram(network, seed: seed, explains: true)
            let forecast = Forecast(running: program, settings: .init(samples: 2048, seed: seed, criticalityTargets: [0]))!
            let change = CertainRun.Change.duration(node: Int(network.structure.nodeOfTask[0]))
            let edited = Forecast(of: change.applied(to: network), settings: .init(samples: 2048, seed: seed))
            let effect = PairedChange(0, from: forecast, to: edited, isStratified: true)
            for (place, estimate) in [effect.meanMinutes, effect.p50Minutes, effect.p80Minutes].enumerated() {
                values[place].append(estimate.value)
                errors[place].append(try #require(estimate.standardError))
            }
        }
        for place in 0..<3 {
            let mean = values[place].reduce(0, +) / 40
            let spread = (values[place].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39).squareRoot()
            let claimed = errors[place].reduce(0, +) / 40
            #expect(abs(claimed / spread - 1) < 0.34, "figure \(place): claimed \(claimed), found \(spread)")
        }
    }
}
