import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

@Suite struct SettingsPeopleTests {
    private func read(_ people: String) -> SettingsReading { SettingsReading("name: A\nepoch: 2027-01-04\n\(people)") }

    private static let example = """
        people:
          overheadPerPerson: 0.1
          rampUp: 4w
          attrition:
            nurse: 0.12
            default: 0.05
          hiringDelay: [20d, 40d, 90d]
          sicknessPerYear: 1.5
          sicknessLength: [1d, 3d, 15d]

        """

    @Test func whatIsSaidIsReadAndWrittenBack() throws {
        let settings = try #require(read(Self.example).settings)
        let people = settings.people
        #expect(people.overheadPerPerson == 0.1 && people.rampUp == 28 * 1440)
        #expect(people.attrition == ["nurse": 0.12, "default": 0.05])
        #expect(people.attrition(ofRole: "nurse") == 0.12 && people.attrition(ofRole: "") == 0.05 && people.isRandom)
        // Days of 1,440 minutes: 20, 40 and 90; 1, 3 and 15.
        #expect(people.hiringDelay == PeopleSettings.Span(28_800, 57_600, 129_600))
        #expect(people.sicknessPerYear == 1.5)
        #expect(people.sicknessLength == PeopleSettings.Span(1440, 4320, 21_600))
        let text = SettingsWriter.text(of: settings)
        #expect(SettingsReading(text).settings == settings, "\(text)")
        #expect(SettingsWriter.text(of: try #require(SettingsReading(text).settings)) == text)
    }

    @Test func nothingIsSaidOfWhatIsAsUsual() throws {
        let settings = try #require(read("").settings)
        #expect(settings.people == PeopleSettings() && !settings.people.isRandom)
        #expect(!SettingsWriter.text(of: settings).contains("people"))
        #expect(try #require(read("people: {}\n").settings).people == PeopleSettings())
    }

    /// One length that is certain, in hours; roles whose names need quotes.
    @Test func otherSpellings() throws {
        var settings = try #require(read("people: {hiringDelay: 12h, rampUp: 90m}\n").settings)
        #expect(settings.people.hiringDelay == PeopleSettings.Span(720, 720, 720))
        #expect(settings.people.rampUp == 90)
        settings.people.attrition = ["head: of # unit": 0.25, "yes": 0, "Ärztin": 0.99]
        #expect(SettingsReading(SettingsWriter.text(of: settings)).settings == settings, "\(SettingsWriter.text(of: settings))")
    }

    @Test(arguments: [
        ("overheadPerPerson: -1", "out-of-range 4 people.overheadPerPerson"),
        ("overheadPerPerson: much", "bad-number 4 people.overheadPerPerson"), ("rampUp: soon", "bad-duration 4 people.rampUp"),
        ("rampUp: -4w", "bad-duration 4 people.rampUp"), ("rampUp: [1d]", "wrong-type 4 people.rampUp"),
        ("attrition: 0.1", "wrong-type 4 people.attrition"), ("attrition: {nurse: 1}", "out-of-range 4 people.attrition.nurse"),
        ("hiringDelay: [1d, 2d]", "bad-range 4 people.hiringDelay"),
        ("hiringDelay: [3d, 2d, 4d]", "bad-range 4 people.hiringDelay"),
        ("hiringDelay: [1d, x, 4d]", "bad-duration 4 people.hiringDelay"),
        ("sicknessPerYear: 51", "out-of-range 4 people.sicknessPerYear"),
        ("sicknessPerYear: 1", "missing-value 4 people"),
    ])
    func faultsNameTheirPlace(line: String, fault: String) {
        let reading = read("people:\n  \(line)\n")
        let faults = reading.faults.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" }
        #expect(faults.count == 1 && faults[0].hasPrefix(fault), "\(faults)")
        #expect(reading.settings == nil)
    }

    @Test func unknownKeysAreFindings() {
        let reading = read("people: {holidays: 30d}\n")
        #expect(reading.faults.isEmpty)
        #expect(reading.findings.filter { $0.code == "unknown-key" }.map(\.column) == ["people.holidays"])
    }
}

@Suite struct AvailabilityTests {
    private func read(_ rows: String) throws -> FolderReading {
        try FolderReading([
            "people.csv": "id,name\nE1,Ann\n", "teams.csv": "id,name\nM1,Crew\n",
            "availability.csv": "person,team,from,to,capacity\n" + rows,
        ])
    }

    /// Days are whole: until the end of the 8th.
    @Test func rowsAreRead() throws {
        let plan = try #require(try read("E1,,2027-01-05,2027-01-08,\n,M1,2027-02-01,,2.5\n").plan)
        let table = plan.availability
        #expect(table.count == 2 && table.reference(.person, 0) == 0 && table.reference(.team, 1) == 0)
        #expect(table.date(.from, 0) == LocalDateTime(year: 2027, month: 1, day: 5))
        #expect(table.date(.to, 0) == LocalDateTime(year: 2027, month: 1, day: 9))
        #expect(table.number(.capacity, 0) == nil && table.number(.capacity, 1) == 2.5 && table.date(.to, 1) == nil)
        let again = try plan.throughFiles()
        #expect(again.availability.date(.to, 0) == table.date(.to, 0) && again.availability.number(.capacity, 1) == 2.5)
    }

    @Test(arguments: [
        (",,2027-01-05,2027-01-08,", "one-of-two availability.csv:2 person"),
        ("E1,M1,2027-01-05,2027-01-08,", "one-of-two availability.csv:2 person"),
        ("E9,,2027-01-05,2027-01-08,", "dangling-reference availability.csv:2 person"),
        ("E1,,2027-01-05T12:00,2027-01-05T12:00,", "end-before-start availability.csv:2 to"),
        ("E1,,2027-01-09,2027-01-05,0.5", "end-before-start availability.csv:2 to"),
        ("E1,,2027-01-05,,", "missing-value availability.csv:2 to"),
        ("E1,,,2027-01-05,", "missing-value availability.csv:2 from"),
        ("E1,,2027-01-05,,-1", "bad-number availability.csv:2 capacity"),
    ])
    func faults(row: String, fault: String) throws {
        let reading = try read(row + "\n")
        #expect(reading.places.first == fault, "\(reading.places)")
    }
}
