@testable import PlanForecast
import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Forecasts kept in files.
struct ArchiveTests {
    private struct Case {
        var plan: Plan
        var network: Network
        var forecast: Forecast
        var bytes: [UInt8]
    }

    private func keep(_ plan: Plan, samples: Int = 70, mitigates: Bool = false, targets: [Int]? = nil) throws -> Case {
        let network = try Network(compiling: plan)
        var simulated = network
        if mitigates {
            simulated.values.risks = network.values.risks.mitigating(Set(network.values.risks.events.indices), true)
        }
        var settings = ForecastSettings(samples: samples, seed: 7, isStratified: samples % 2 == 0)
        if samples > 64 { (settings.precision, settings.precisionTargets) = (.minutes(30), [0]) }
        let program = ForecastProgram(simulated, seed: 7, targets: targets, explains: true)
        let forecast = try #require(Forecast(running: program, settings: settings))
        let bytes = ForecastArchive(keeping: forecast, of: plan, headway: "0.1.0").bytes()
        return Case(plan: plan, network: network, forecast: forecast, bytes: bytes)
    }

    private func made(_ seed: UInt64) -> PlanBuilder {
        var make = RandomPlan()
        (make.taskCount, make.hasRanges, make.hasRisks, make.hasProgress) = (30, true, true, seed % 2 == 0)
        return make.make(seed: seed)
    }

    private func small() throws -> Case {
        var plan = PlanBuilder()
        plan.initiative("I", due: plan.moment(3000))
        plan.goal("G", initiative: "I")
        plan.project("P", goal: "G")
        plan.task("a", 480, in: "P") { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (100, 480, 3000) }
        plan.task("b", 480, in: "P") { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (100, 480, 3000) }
        plan.task("c", 0, in: "P")
        plan.relate("a", "c")
        plan.relate("b", "c")
        plan.risk("R", 0.5)
        plan.impact("R", "a", delay: 200)
        return try keep(plan.plan(), samples: 5)
    }

    private func expectSame(_ left: Forecast, _ right: Forecast) {
        #expect(left.settings.samples == right.settings.samples && left.settings.seed == right.settings.seed)
        #expect(left.settings.isStratified == right.settings.isStratified && left.precision == right.precision)
        #expect(left.mergeBias == right.mergeBias)
        for target in 0..<left.network.structure.targets.count {
            #expect(left.finishes.positions(of: target) == right.finishes.positions(of: target))
            #expect(left.keeps(target) == right.keeps(target))
            #expect(left.target(target)?.sample == right.target(target)?.sample)
            for event in left.network.values.risks.events.indices {
                #expect(left.events?.meanMinutes(of: event, for: target) == right.events?.meanMinutes(of: event, for: target))
            }
        }
        #expect(left.criticality.nodes == right.criticality.nodes)
        for node in left.criticality.nodes.map(Int.init) {
            #expect(Array(left.criticality.entries(of: node)) == Array(right.criticality.entries(of: node)))
        }
    }

    @Test(arguments: 1...20) func whatIsKeptComesBack(seed: Int) throws {
        let kept = try keep(made(UInt64(seed)).plan(), samples: [1, 64, 70, 129][seed % 4], mitigates: seed % 3 == 0)
        let archive = try ForecastArchive(bytes: kept.bytes)
        let restored = try archive.forecast(of: kept.plan, kept.network)
        expectSame(kept.forecast, restored)
        #expect(ForecastArchive(keeping: restored, of: kept.plan, headway: "0.1.0").bytes() == kept.bytes)
    }

    /// Rows in another order give the same file, and the file gives the same forecast back.
    @Test(arguments: 1...10) func theOrderOfRowsDoesNotMatter(seed: Int) throws {
        let builder = made(UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        let (kept, other) = (try keep(builder.plan()), try keep(builder.shuffled(using: &random).plan()))
        #expect(kept.bytes == other.bytes)
        expectSame(other.forecast, try ForecastArchive(bytes: kept.bytes).forecast(of: other.plan, other.network))
    }

    @Test func onlySomeTargets() throws {
        let kept = try keep(made(3).plan(), targets: [0, 1])
        let restored = try ForecastArchive(bytes: kept.bytes).forecast(of: kept.plan, kept.network)
        expectSame(kept.forecast, restored)
    }

    @Test func mitigationsAreKept() throws {
        let kept = try keep(made(3).plan(), mitigates: true)
        let restored = try ForecastArchive(bytes: kept.bytes).forecast(of: kept.plan, kept.network)
        #expect(restored.assumedMitigations(kept.plan) == kept.forecast.assumedMitigations(kept.plan))
        #expect(!restored.assumedMitigations(kept.plan).isEmpty)
    }

    @Test func everyTruncationIsAnError() throws {
        let bytes = try small().bytes
        for count in bytes.indices {
            #expect(throws: ArchiveError.self) { try ForecastArchive(bytes: Array(bytes[..<count])) }
        }
        #expect(throws: ArchiveError.cutShort(found: bytes.count - 1, expected: UInt64(bytes.count))) {
            try ForecastArchive(bytes: bytes.dropLast())
        }
        #expect(throws: ArchiveError.damaged("more follows after its end")) { try ForecastArchive(bytes: bytes + [0]) }
    }

    @Test func everyBitFlipIsAnError() throws {
        var bytes = try small().bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                bytes[place] ^= 1 << UInt8(bit)
                #expect(throws: ArchiveError.self) { try ForecastArchive(bytes: bytes) }
                bytes[place] ^= 1 << UInt8(bit)
            }
        }
        bytes[8] = 9
        #expect(throws: ArchiveError.otherVersion(9)) { try ForecastArchive(bytes: bytes) }
        #expect(throws: ArchiveError.notAForecast) { try ForecastArchive(bytes: Array("name: plan\n".utf8)) }
        #expect(throws: ArchiveError.notAForecast) { try ForecastArchive(bytes: []) }
    }

    /// Bytes changed at random behind a checksum that is right: an error, or figures that can be shown. No length makes room beforehand.
    @Test func lyingFilesDoNotCrash() throws {
        let kept = try small()
        var random = SeededGenerator(seed: 1)
        var shown = 0
        for _ in 0..<20_000 {
            var bytes = kept.bytes
            for _ in 0..<random.integer(1...3) {
                let place = random.integer(20...bytes.count - 9)
                bytes[place] = random.chance(0.3) ? 0xFF : UInt8(random.integer(0...255))
            }
            reseal(&bytes)
            guard let archive = try? ForecastArchive(bytes: bytes),
                let forecast = try? archive.forecast(of: kept.plan, kept.network)
            else { continue }
            shown += 1
            for target in 0..<forecast.network.structure.targets.count {
                guard let found = forecast.target(target) else { continue }
                _ = (found.estimate(10), found.estimate(90), found.mean, found.onTime, found.histogram())
            }
            _ = (forecast.joint([1]), forecast.precision)
        }
        #expect(shown > 0)
    }

    private func reseal(_ bytes: inout [UInt8]) {
        let checksum = ForecastArchive.checksum(bytes.dropLast(8))
        for place in 0..<8 { bytes[bytes.count - 8 + place] = UInt8(truncatingIfNeeded: checksum >> UInt64(place * 8)) }
    }

    @Test func otherDataIsRefused() throws {
        let kept = try small()
        var other = kept.plan
        other.inputHash = "0123456789abcdef"
        let archive = try ForecastArchive(bytes: kept.bytes)
        #expect(throws: ArchiveError.otherInput(found: "", expected: "0123456789abcdef")) { try archive.check(other) }
        // The same hash, read so that other targets came out.
        var builder = PlanBuilder()
        builder.initiative("J")
        builder.goal("G", initiative: "J")
        builder.project("P", goal: "G")
        for name in ["a", "b", "c"] { builder.task(name, 10, in: "P") }
        let network = try Network(compiling: builder.plan())
        #expect(throws: ArchiveError.self) { try archive.forecast(of: builder.plan(), network) }
    }
}
