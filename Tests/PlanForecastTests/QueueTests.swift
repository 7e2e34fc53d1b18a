import Headway
import PlanStatistics
import TestSupport
import Testing

@testable import PlanForecast

/// Known queues: tasks released by a Poisson process, whoever comes first is served first.
///
/// Each plan draws its own releases, so the mean waits of plans are independent; the first tasks, which find nobody waiting, are left out.
@Suite("Known queues")
struct QueueTests {
    private static let tasks = 1_200, warmUp = 300, plans = 40

    /// Mean waiting time by plan, minutes.
    ///
    /// - Parameters:
    ///   - servers: people of the team.
    ///   - load: of each.
    ///   - service: the mean length of a task, minutes.
    ///   - range: sets the law of durations.
    private static func waits(
        servers: Int, load: Double, service: Double, seed: UInt64, outcomes: [Outcomes.Outcome] = [],
        _ range: (inout PlanBuilder.TaskRow) -> Void
    ) throws -> [Double] {
        try (0..<plans).map { number in
            var random = SeededGenerator(seed: seed + UInt64(number))
            var builder = PlanBuilder()
            builder.settings.calendars = [
                CalendarDefinition(name: "always", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
            ]
            if !outcomes.isEmpty { builder.settings.ranges["exponential"] = .outcomes(try #require(Outcomes(outcomes))) }
            builder.people = [.init(id: "E", fte: Double(servers), calendar: nil)]
            let epoch = builder.settings.epoch
            var at = 0.0
            for task in 0..<tasks {
                let u = (Double(random.next() >> 11) + 0.5) * 0x1p-53
                at -= Self.log(u) * service / (load * Double(servers))
                builder.task("T\(task)", Int32(service)) { row in
                    row.constraint = .startNoEarlierThan
                    row.constraintDate = epoch.advanced(byMinutes: Int32(at.rounded()))
                    range(&row)
                }
                builder.assignments.append(.init(task: "T\(task)", person: "E", units: 1))
            }
            let plan = builder.plan()
            let network = try Network(compiling: plan)
            // First come, first served: rows stand in the order of releases.
            var ranks = [Int32](repeating: 0, count: network.structure.nodeCount)
            for (row, node) in network.structure.nodeOfTask.enumerated() { ranks[Int(node)] = Int32(row) }
            let capacity = CapacityModel(of: plan, network)
            let forecast = Forecast(
                of: network, dispatching: capacity, ranks: ranks,
                settings: ForecastSettings(samples: 2, seed: seed + UInt64(number)))!
            let people = try #require(forecast.people)
            let counted = network.structure.nodeOfTask[warmUp...].map { people.meanWait(of: Int($0)) }
            return counted.reduce(0, +) / Double(counted.count)
        }
    }

    private static func log(_ x: Double) -> Double { Elementary.log(x) }

    /// The mean and its standard error.
    private static func summary(_ values: [Double]) -> (mean: Double, error: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        return (mean, (variance / Double(values.count)).squareRoot())
    }

    @Test("One person: Pollaczek and Khinchine")
    func oneServer() throws {
        // Uniform on 500 ... 1500: mean 1000, E[S^2] = 1000^2 + 1000^2 / 12. At a load of 0.6: W = (0.6 / 1000) E[S^2] / (2 * 0.4) = 812.5.
        let found = Self.summary(
            try Self.waits(servers: 1, load: 0.6, service: 1000, seed: 100) { row in
                (row.distribution, row.optimistic, row.mostLikely, row.pessimistic) = (.uniform, 500, 1000, 1500)
            })
        let expected = 0.6 / 1000 * (1e6 + 1e6 / 12) / (2 * 0.4)
        // 40 plans: an honest implementation fails once in 16,000 times.
        #expect(abs(found.mean - expected) < 4 * found.error, "\(found) against \(expected)")
        #expect(found.error < 0.1 * expected)
    }

    @Test("Three people, exponential tasks: Erlang's formula C")
    func threeServers() throws {
        // An exponential law as 200 outcomes of equal probability, each the mean of its stretch of the law.
        let count = 200
        func below(_ p: Double) -> Double { p <= 0 ? 0 : p >= 1 ? 0 : (1 - p) * Elementary.log(1 - p) }
        let outcomes = (0..<count).map { place -> Outcomes.Outcome in
            let (low, high) = (Double(place) / Double(count), Double(place + 1) / Double(count))
            // The integral of -ln(1 - p) is (1 - p) ln(1 - p) + p.
            return .init((below(high) + high - below(low) - low) * Double(count), 1 / Double(count))
        }
        let found = Self.summary(
            try Self.waits(servers: 3, load: 0.6, service: 2000, seed: 500, outcomes: outcomes) { $0.workClass = "exponential" }
        )
        // a = 1.8 Erlang: C = (a^3/3! * 3/(3-a)) / (1 + a + a^2/2 + a^3/3! * 3/(3-a)) = 2.43 / (1 + 1.8 + 1.62 + 2.43) = 0.354745;
        // W = C * 2000 / (3 - 1.8) = 591.2.
        let expected = 2.43 / 6.85 * 2000 / 1.2
        #expect(abs(found.mean - expected) < 4 * found.error, "\(found) against \(expected)")
        #expect(found.error < 0.1 * expected)
    }
}
