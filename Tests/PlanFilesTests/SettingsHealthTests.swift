import PlanModel
import Testing

@testable import PlanFiles

@Suite struct SettingsHealthTests {
    private func read(_ health: String) -> SettingsReading { SettingsReading("name: A\nepoch: 2027-01-04\n\(health)") }

    @Test func theGuidesNumbersAreTheDefault() throws {
        let thresholds = try #require(read("").settings).health
        #expect(thresholds == HealthThresholds())
        let points = HealthThreshold.allCases.prefix(14).map { thresholds[$0] }
        #expect(points == [0.05, 0, 0.05, 0.9, 0.05, 0.05, 0, 0.05, 0, 0, 0.05, 1, 0.95, 0.95])
        #expect(thresholds[.highFloatDays] == 44 && thresholds[.highDurationDays] == 44)
        #expect(thresholds[.criticalPathDelayDays] == 600 && thresholds[.staleDays] == 31)
    }

    @Test func whatIsSaidIsReadAndWrittenBack() throws {
        let settings = try #require(read("health: {lags: 0.1, highFloatDays: 60.5, logic: 0.05}\n").settings)
        #expect(settings.health[.lags] == 0.1 && settings.health[.highFloatDays] == 60.5)
        let text = SettingsWriter.text(of: settings)
        // What equals the guide's number is not said again.
        #expect(text.hasSuffix("health:\n  lags: 0.1\n  highFloatDays: 60.5\n"))
        #expect(SettingsReading(text).settings == settings)
        #expect(SettingsWriter.text(of: try #require(read("health: {}\n").settings)).contains("health") == false)
    }

    @Test(arguments: HealthThreshold.allCases) func everyThresholdComesBack(threshold: HealthThreshold) throws {
        var settings = PlanSettings(name: "A", epoch: try moment(2027, 1, 4))
        for value in [threshold.range.lowerBound, threshold.range.upperBound, 1.0 / 3 + threshold.range.lowerBound] {
            guard threshold.range.contains(value) else { continue }
            settings.health[threshold] = value
            #expect(SettingsReading(SettingsWriter.text(of: settings)).settings == settings)
        }
    }

    @Test func faultsNameTheirPlace() {
        let reading = read("health:\n  leads: none\n  lags: 5\n  criticalPathDelayDays: 0\n  baselineExecution: [1]\n")
        let faults = reading.faults.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" }
        #expect(
            faults == [
                "bad-number 4 health.leads", "out-of-range 5 health.lags", "out-of-range 6 health.criticalPathDelayDays",
                "wrong-type 7 health.baselineExecution",
            ])
        #expect(
            reading.faults.faults[1].message
                == "out of range (expected a number from 0 to 1, such as 0.05 for 5 %) (found \"5.0\")")
    }

    @Test func unknownKeysAreFindings() {
        let reading = read("health: {float: 1}\n")
        #expect(reading.faults.isEmpty)
        let unknown = reading.findings.filter { $0.code == "unknown-key" }
        #expect(unknown.map(\.column) == ["health.float"])
    }
}
