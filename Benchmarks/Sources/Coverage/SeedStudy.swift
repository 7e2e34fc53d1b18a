import Headway
import PlanStatistics

/// What the forecasts of one plan say under many seeds, held against the truth.
struct SeedStudy {
    static let samples = 2_048, percents = [50, 80, 95], classes = 20
    /// Seeds whose replications are pooled.
    static let pooledSeeds = 20

    /// Seeds whose 95 % interval holds the truth: of P50, P80, P95, the share on time, the mean.
    private(set) var hits = [0, 0, 0, 0, 0]
    /// Finishes through the true law, in twenty classes: one replication a seed, and all replications of a few seeds.
    private(set) var single = [Int](repeating: 0, count: classes), pooled = [Int](repeating: 0, count: classes)
    /// Sums of the design effects of the shares up to P50, P80, P95.
    private var designEffects = [0.0, 0.0, 0.0]
    /// Estimates by seed: P50, P80, P95, mean.
    private var estimates: [[Double]] = [[], [], [], []]
    let seeds: Int

    init(_ network: Network, _ law: MinuteLaw, isStratified: Bool, firstSeed: UInt64, seeds: Int) {
        self.seeds = seeds
        let target = network.structure.targets.due.firstIndex { $0 != Int32.max }!
        let due = network.structure.calendars[network.structure.planCalendar].work(at: network.structure.targets.due[target])
        let truths = Self.percents.map { Int32(law.quantile(Double($0) / 100)) }
        let (onTime, mean) = (law.atMost(Int(due)), law.mean)
        for seed in firstSeed..<firstSeed + UInt64(seeds) {
            let settings = ForecastSettings(
                samples: Self.samples, seed: seed, isStratified: isStratified, criticalityTargets: [])
            let found = Forecast(of: network, settings: settings).target(target)!
            let sample = found.sample
            for (place, percent) in Self.percents.enumerated() {
                let estimate = sample.estimate(percent)
                if estimate.low <= truths[place], truths[place] <= estimate.high { hits[place] += 1 }
                designEffects[place] += sample.share(atMost: estimate.value).designEffect
                estimates[place].append(Double(estimate.value))
            }
            if found.onTime!.interval.contains(onTime) { hits[3] += 1 }
            if sample.mean.interval.contains(mean) { hits[4] += 1 }
            estimates[3].append(sample.mean.value)
            single[Self.place(sample.values[Int(seed % UInt64(Self.samples))], law)] += 1
            if seed < firstSeed + UInt64(Self.pooledSeeds) {
                for value in sample.values { pooled[Self.place(value, law)] += 1 }
            }
        }
    }

    /// The class of a finish: its middle rank among the true law's.
    private static func place(_ value: Int32, _ law: MinuteLaw) -> Int {
        let rank = (law.atMost(Int(value)) + law.atMost(Int(value) - 1)) / 2
        return min(Int(rank * Double(classes)), classes - 1)
    }

    /// Per cent of the seeds whose interval held the truth.
    var coverage: [Double] { hits.map { 100 * Double($0) / Double(seeds) } }

    var meanDesignEffects: [Double] { designEffects.map { $0 / Double(seeds) } }

    /// The variance of each estimate over the seeds.
    var variances: [Double] {
        estimates.map { values in
            let mean = values.reduce(0, +) / Double(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        }
    }

    /// χ² of equal classes.
    static func chiSquare(_ counts: [Int]) -> Double {
        let expected = Double(counts.reduce(0, +)) / Double(counts.count)
        return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    }
}
