import PlanModel
import Testing

@testable import PlanFiles

/// What reading `plan.yaml` gave.
struct SettingsReading {
    var settings: PlanSettings?
    var faults = FaultList()
    var findings: [Finding] = []
    var references: [SettingsReference] = []

    init(_ bytes: [UInt8]) {
        settings = unsafe bytes.withUnsafeBufferPointer {
            unsafe SettingsReader.read(
                $0, file: "plan.yaml", faults: &faults, findings: &findings, references: &references)
        }
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    static let example = """
        name: St. Elsewhere 2027
        epoch: 2027-01-04T08:00          # no date lies before it
        dataDate: 2027-06-30T17:00       # default: the epoch
        calendar: standard               # the plan's own
        calendars:
          standard:
            week: {monday: [08:00-12:00, 13:00-17:00], tuesday: [08:00-12:00, 13:00-17:00]}   # a day left out is free
            exceptions: {2027-12-24: [], 2027-12-31: [08:00-12:00]}
          night: {base: standard, week: {friday: [22:00-24:00]}}   # inherits what it does not say
        cadence: {every: 14d, grace: 3d}                           # check-ins; units and pairs may have their own
        ranges: {routine: [0.9, 1.0, 1.3], novel: [0.8, 1.0, 2.0]} # factors for tasks that name a class and no range of their own
        levels: {initiative: Key initiative, goal: Goal}           # words for people, optional
        """
}

func moment(_ year: Int, _ month: Int, _ day: Int, _ minute: Int = 0) throws -> LocalDateTime {
    try #require(LocalDateTime(year: year, month: month, day: day, minuteOfDay: minute))
}

@Suite struct SettingsReaderTests {
    let workday = [Shift(start: 480, end: 720), Shift(start: 780, end: 1020)]

    @Test func readsTheDocumentedExample() throws {
        let reading = SettingsReading(SettingsReading.example)
        #expect(reading.faults.faults == [])
        #expect(reading.findings == [])
        let settings = try #require(reading.settings)
        #expect(settings.name == "St. Elsewhere 2027")
        #expect(settings.epoch.description == "2027-01-04T08:00")
        #expect(settings.dataDate.description == "2027-06-30T17:00")
        #expect(settings.distribution == .triangular)
        #expect(settings.cadence == Cadence(everyDays: 14, graceDays: 3))
        #expect(settings.levels == ["initiative": "Key initiative", "goal": "Goal"])
        #expect(
            settings.ranges == [
                "routine": .factors(RangeFactors(optimistic: 0.9, mostLikely: 1, pessimistic: 1.3), nil),
                "novel": .factors(RangeFactors(optimistic: 0.8, mostLikely: 1, pessimistic: 2), nil),
            ])
        #expect(settings.calendar == 0)
        #expect(settings.calendars.map(\.name) == ["standard", "night"])
        #expect(settings.calendars[0].base == nil)
        #expect(settings.calendars[1].base == 0)
    }

    @Test func inheritsWhatACalendarDoesNotSay() throws {
        let settings = try #require(SettingsReading(SettingsReading.example).settings)
        let holiday = try moment(2027, 12, 24).day
        let halfDay = try moment(2027, 12, 31).day
        #expect(settings.calendars[1].week == [nil, nil, nil, nil, [Shift(start: 1320, end: 1440)], nil, nil])
        let night = settings.calendars.resolved(1)
        #expect(night.week == [workday, workday, [], [], [Shift(start: 1320, end: 1440)], [], []])
        #expect(night.exceptions == [holiday: [], halfDay: [Shift(start: 480, end: 720)]])
        // two days of eight hours
        #expect(settings.units == WorkUnits(minutesPerDay: 480, minutesPerWeek: 960))
    }

    @Test func suppliesWhatIsLeftOut() throws {
        let reading = SettingsReading("name: A\nepoch: 2027-01-04\n")
        let expected = PlanSettings(name: "A", epoch: try moment(2027, 1, 4))
        #expect(reading.settings == expected)
        #expect(reading.findings.map(\.code) == ["default-calendar"])
        #expect(SettingsReading("\u{FEFF}name: A\r\nepoch: 2027-01-04\r\n").settings == expected)
    }

    @Test func readsUnquotedWordsAsText() throws {
        for word in ["yes", "2027", "12:30", "1e3", "Plan *one* & two", "<<", "\"~\""] {
            let settings = try #require(SettingsReading("name: \(word)\nepoch: 2027-01-04\n").settings)
            #expect(settings.name == word.filter { $0 != "\"" })
        }
    }

    @Test func readsDatesAsFirstMinutes() throws {
        let reading = SettingsReading("name: A\nepoch: 2027-01-04\ndataDate: 2027-01-05\n")
        #expect(reading.settings?.epoch == (try moment(2027, 1, 4)))
        #expect(reading.settings?.dataDate == (try moment(2027, 1, 5)))
    }

    @Test(arguments: [("14d", 14), ("2w", 14), ("14", 14), ("1w 2d", 9), ("48h", 2)])
    func readsCadences(text: String, days: Int) {
        let reading = SettingsReading("name: A\nepoch: 2027-01-04\ncadence: {every: \(text)}\n")
        #expect(reading.settings?.cadence == Cadence(everyDays: days, graceDays: 0))
    }

    @Test func sortsAndMergesShifts() throws {
        let text =
            "name: A\nepoch: 2027-01-04\ncalendars: {a: {week: {monday: [13:00-17:00, 08:00-12:00, 12:00-12:30, 17:00-24:00]}}}\n"
        let settings = try #require(SettingsReading(text).settings)
        #expect(settings.calendars[0].week[0] == [Shift(start: 480, end: 750), Shift(start: 780, end: 1440)])
    }

    @Test func findsThePlansOwnCalendar() throws {
        let head = "name: A\nepoch: 2027-01-04\n"
        let week = "{week: {monday: [08:00-12:00]}}"
        let named = SettingsReading(head + "calendar: b\ncalendars: {a: {base: b}, b: \(week)}\n")
        #expect(named.settings?.calendar == 1)
        #expect(named.settings?.calendars[0].base == 1)
        #expect(SettingsReading(head + "calendars: {z: \(week)}\n").settings?.calendar == 0)
        #expect(SettingsReading(head + "calendars: {z: \(week), standard: \(week)}\n").settings?.calendar == 1)
    }

    @Test func namesUnknownKeys() throws {
        let text = """
            name: A
            epoch: 2027-01-04
            datadate: 2027-02-01
            cadence: {every: 7d, skip: 1}
            levels: {portfolio: Everything}
            calendars: {a: {week: {monday: [08:00-12:00]}, zone: UTC}}
            """
        let reading = SettingsReading(text)
        #expect(reading.settings?.levels == [:])
        #expect(Set(reading.findings.map(\.code)) == ["unknown-key"])
        let places = reading.findings.map { "\($0.line ?? 0) \($0.column ?? "")" }
        #expect(places == ["3 datadate", "6 calendars.a.zone", "4 cadence.skip", "5 levels.portfolio"])
    }

    @Test func readsEveryDistribution() throws {
        for name in DistributionName.allCases {
            let settings = SettingsReading("name: A\nepoch: 2027-01-04\ndistribution: \(name.word)\n").settings
            #expect(settings?.distribution == (DistributionName.ofThreePoints.contains(name) ? name : nil))
        }
    }
}
