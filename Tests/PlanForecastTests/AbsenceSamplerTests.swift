import Headway
import TestSupport
import Testing

@testable import PlanForecast

/// Illness and departures: rates and lengths as the settings say, keyed by person and replication.
@Suite("Absences by chance")
struct AbsenceSamplerTests {
    private static let year: Int32 = 525_600

    private static func capacity(_ edit: (inout PeopleSettings) -> Void) throws -> CapacityModel {
        var builder = PlanBuilder()
        edit(&builder.settings.people)
        builder.task("T", 480)
        for person in 0..<20 {
            builder.person("E\(person)", fte: 1)
            builder.assign("T", "E\(person)")
        }
        let plan = builder.plan()
        return CapacityModel(of: plan, try Network(compiling: plan))
    }

    private static func sampler(_ capacity: CapacityModel, seed: UInt64 = 1) throws -> AbsenceSampler {
        try #require(AbsenceSampler(capacity, seed: seed, from: 0, upTo: year))
    }

    @Test func illnessComesAsOftenAndLastsAsLong() throws {
        let capacity = try Self.capacity { people in
            (people.sicknessPerYear, people.sicknessLength) = (3, .init(1440, 1440, 1440))
        }
        let sampler = try Self.sampler(capacity)
        var (count, minutes): (Double, Double) = (0, 0)
        let replications = 400
        for replication in 0..<replications {
            for list in sampler.absences(UInt32(replication)) {
                count += Double(list.count)
                minutes += list.reduce(0) { $0 + Double($1.count) }
            }
        }
        // 8,000 person-years: the time between illnesses has the mean 1/3 year and a day: 1 / (1/3 + 1/365) = 2.9756 a year. Its standard error is below
        // sqrt(3 / 8000) = 0.0194; four of them: an honest sampler fails once in 16,000 times.
        let perYear = count / Double(20 * replications)
        #expect(abs(perYear - 1 / (1.0 / 3 + 1.0 / 365)) < 4 * 0.0194)
        // Whole minutes, one more for what begins inside one.
        #expect(abs(minutes / count - 1441) < 1)
    }

    @Test func whoLeavesForGoodNeverComesBack() throws {
        let capacity = try Self.capacity { $0.attrition = ["default": 0.2] }
        let sampler = try Self.sampler(capacity)
        var gone = 0.0
        for replication in 0..<400 {
            for list in sampler.absences(UInt32(replication)) where !list.isEmpty {
                #expect(list.count == 1 && list[0].upperBound == Int32.max)
                gone += 1
            }
        }
        // 8,000 people, 0.2 of whom leave within the year: the standard error of the share is 0.0045.
        #expect(abs(gone / 8000 - 0.2) < 4 * 0.0045)
    }

    @Test func nobodyJoinsInAFreeze() throws {
        let epoch = PlanBuilder().settings.epoch
        let freeze = PeopleSettings.HiringFreeze(
            from: epoch.advanced(byMinutes: 100_000), until: epoch.advanced(byMinutes: 300_000))
        func joins(_ freezes: [PeopleSettings.HiringFreeze]) throws -> [Int32] {
            let capacity = try Self.capacity { people in
                (people.attrition, people.hiringDelay, people.hiringFreezes) = (
                    ["default": 0.9], .init(1000, 20_000, 90_000), freezes
                )
            }
            let sampler = try Self.sampler(capacity)
            return (0..<50).flatMap { sampler.absences(UInt32($0)).joined().map(\.upperBound) }
        }
        // The epoch begins its day at a later hour than midnight, from which instants count.
        let frozen = (Int32(101_440)..<299_000)
        #expect(try joins([]).contains { frozen.contains($0) })
        #expect(try !joins([freeze]).contains { frozen.contains($0) })
    }

    @Test func aDrawDependsOnSeedPersonAndReplicationAlone() throws {
        let capacity = try Self.capacity { people in
            (people.sicknessPerYear, people.sicknessLength) = (5, .init(1440, 5000, 20_000))
        }
        let sampler = try Self.sampler(capacity)
        #expect(sampler.absences(7) == sampler.absences(7))
        #expect(sampler.absences(7) != sampler.absences(8))
        #expect(try Self.sampler(capacity, seed: 2).absences(7) != sampler.absences(7))
    }
}
