import PlanModel
import Testing

@testable import PlanFiles

@Suite struct SettingsWriterTests {
    private func expectRoundTrip(_ settings: PlanSettings, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = SettingsWriter.text(of: settings)
        let reading = SettingsReading(text)
        #expect(reading.settings == settings, "\(text) \(reading.faults.faults)", sourceLocation: sourceLocation)
        #expect(reading.findings == [], sourceLocation: sourceLocation)
        if let again = reading.settings { #expect(SettingsWriter.text(of: again) == text, sourceLocation: sourceLocation) }
    }

    @Test func writesTheDocumentedExample() throws {
        let settings = try #require(SettingsReading(SettingsReading.example).settings)
        let text = """
            name: St. Elsewhere 2027
            epoch: 2027-01-04T08:00
            dataDate: 2027-06-30T17:00
            calendar: standard
            calendars:
              standard:
                week:
                  monday: [08:00-12:00, 13:00-17:00]
                  tuesday: [08:00-12:00, 13:00-17:00]
                exceptions:
                  2027-12-24: []
                  2027-12-31: [08:00-12:00]
              night:
                base: standard
                week:
                  friday: [22:00-24:00]
            distribution: triangular
            cadence: {every: 14d, grace: 3d}
            ranges:
              novel: [0.8, 1.0, 2.0]
              routine: [0.9, 1.0, 1.3]
            levels:
              goal: Goal
              initiative: Key initiative

            """
        #expect(SettingsWriter.text(of: settings) == text)
        expectRoundTrip(settings)
    }

    @Test func keepsTheStandardCalendarAndDefaults() throws {
        expectRoundTrip(PlanSettings(name: "A", epoch: try moment(1, 1, 1)))
        expectRoundTrip(PlanSettings(name: "A", epoch: try moment(5999, 12, 31, 1439)))
    }

    static let nasty = [
        "yes", "No", "null", "~", "12:30", "2027-01-04", "1e3", "0x1F", ".5", "- a", "-", "# a", "a # b", "a: b", "a:", ": a",
        "*a", "&a",
        "!a", "%a", "@a", "`a", "|", ">", "? a", "[a]", "{a}", "a, b", "\"", "'", "it's", "say \"hi\"", "back\\slash",
        "two\nlines",
        "\nfirst", "last\n", "tab\there", "cr\r\n", " lead", "trail ", "\u{0}nul", "\u{7f}\u{80}\u{85}\u{9f}", "x\u{a0}",
        "x\u{2028}\u{2029}",
        "a\u{feff}bom", "\u{fffe}\u{ffff}", "Klinik für Innere", "医院", "🏥👩‍⚕️", "e\u{301}", "\u{F8FF}0\u{F8FF}name", "---", "...",
        "<<", "=",
        "a  b", "St. Elsewhere 2027", "St. Elsewhere \u{10FFFF}",
    ]

    @Test(arguments: nasty) func keepsNastyNames(name: String) throws {
        var settings = PlanSettings(name: name, epoch: try moment(2027, 1, 4))
        settings.calendars = [.init(name: name, week: CalendarDefinition.standard.week), .init(name: "other", base: 0)]
        settings.ranges = [
            name: .factors(RangeFactors(optimistic: 0, mostLikely: 0.1 + 0.2, pessimistic: 1e300), nil),
            "z": .factors(.init(optimistic: 1e-9, mostLikely: 1, pessimistic: 1), .pertP10P90),
            "y": .outcomes(Outcomes([.init(0.1 + 0.2, 0.25), .init(1, 0.75)])!), "x": .empirical,
        ]
        settings.levels = ["goal": name]
        expectRoundTrip(settings)
    }

    @Test func keepsAllNastyNamesAtOnce() throws {
        var settings = PlanSettings(name: "A", epoch: try moment(2027, 1, 4))
        settings.calendars = Self.nasty.map { .init(name: $0, week: CalendarDefinition.standard.week) }
        settings.calendars.append(.init(name: String(repeating: "long \"", count: 1000), base: 3, exceptions: [-1: []]))
        settings.calendar = Self.nasty.count
        settings.cadence = Cadence(everyDays: 400_000, graceDays: 0)
        settings.distribution = .pertP10P90
        expectRoundTrip(settings)
    }
}
