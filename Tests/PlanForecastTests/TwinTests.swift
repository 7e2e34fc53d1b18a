@testable import PlanForecast
import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// The kernels against the naive twin, exactly: every finish of every target, every criticality count. Seeds are fixed: no false alarm.
struct TwinTests {
    static func compare(_ make: RandomPlan, seed: UInt64, samples: Int = 65) throws {
        let network = try Network(compiling: make.make(seed: seed).plan())
        let targets = Array(0..<network.structure.targets.count)
        for isStratified in [true, false] {
            let naive = NaiveForecast(of: network, samples: samples, seed: seed, isStratified: isStratified)
            for kernel in ForecastSettings.Kernel.available {
                let settings = ForecastSettings(
                    samples: samples, seed: seed, kernel: kernel, isStratified: isStratified, criticalityTargets: targets)
                compare(Forecast(of: network, settings: settings), naive, "seed \(seed), \(kernel), stratified \(isStratified)")
            }
        }
    }

    private static func compare(_ forecast: Forecast, _ naive: NaiveForecast, _ place: String) {
        let network = forecast.network
        for target in 0..<network.structure.targets.count {
            let place = "\(place), target \(target)"
            #expect(Int(forecast.finishes.axis[target]) == naive.axis[target], "\(place)")
            #expect(forecast.finishes.positions(of: target) ?? [] == naive.finishes[target], "\(place)")
            let counts = (0..<network.structure.nodeCount).map { node in
                Int(forecast.criticality.entries(of: node).first { $0.target == Int32(target) }?.count ?? 0)
            }
            #expect(counts == naive.counts[target], "\(place)")
        }
    }

    @Test func plainPlans() throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasCalendars, make.hasRelationTypes) = (true, false, false)
        for seed in 0..<20 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func allRelationsAndCalendars() throws {
        var make = RandomPlan()
        make.hasRanges = true
        for seed in 0..<30 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func relationsBetweenProjects() throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasProjectRelations) = (true, true)
        for seed in 0..<20 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func progressInEveryState() throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasProjectRelations, make.hasProgress) = (true, true, true)
        for seed in 0..<40 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func constraintsAndConventions() throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasConstraints) = (true, true)
        for seed in 0..<40 { try Self.compare(make, seed: UInt64(seed)) }
        (make.hasProgress, make.hasProjectRelations) = (true, true)
        for seed in 0..<40 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func summaries() throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasSummaries) = (true, true)
        for seed in 0..<30 { try Self.compare(make, seed: UInt64(seed)) }
        (make.hasProgress, make.hasConstraints) = (true, true)
        for seed in 0..<30 { try Self.compare(make, seed: UInt64(seed)) }
    }

    /// Risks, drivers, existence, branches, windows, correlated severities, discrete durations.
    @Test func risks() throws {
        var make = RandomPlan()
        (make.hasRanges, make.hasRisks) = (true, true)
        for seed in 0..<60 { try Self.compare(make, seed: UInt64(seed)) }
        (make.hasProgress, make.hasConstraints, make.hasProjectRelations) = (true, true, true)
        for seed in 0..<40 { try Self.compare(make, seed: UInt64(seed)) }
    }

    /// Tasks that wait for a dozen others, most of them on other calendars: more bounds than the kernel keeps.
    @Test func manyRelationsATask() throws {
        var make = RandomPlan()
        (make.hasRanges, make.taskCount, make.density) = (true, 40, 12)
        for seed in 0..<5 { try Self.compare(make, seed: UInt64(seed), samples: 10) }
    }

    /// Targets with more than 32 unfinished tasks gather in partial hubs: 120 tasks, four projects.
    @Test func widePlans() throws {
        var make = RandomPlan()
        (make.hasRanges, make.taskCount, make.density) = (true, 300, 0.5)
        try Self.compare(make, seed: 1, samples: 10)
        (make.hasCalendars, make.hasRelationTypes, make.density) = (false, false, 0.1)
        try Self.compare(make, seed: 2, samples: 10)
    }
}
