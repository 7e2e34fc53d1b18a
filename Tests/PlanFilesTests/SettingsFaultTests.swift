import PlanModel
import Testing

@testable import PlanFiles

/// A faulty `plan.yaml` and the faults it must raise, each as `CODE LINE PATH`.
struct FaultyFile: Sendable, CustomTestStringConvertible {
    let text: String
    let faults: [String]

    init(_ text: String, _ faults: String...) { (self.text, self.faults) = (text, faults) }

    /// A file whose name and epoch, on the lines 1 and 2, are sound.
    init(after text: String, _ faults: String...) {
        (self.text, self.faults) = ("name: A\nepoch: 2027-01-04\n" + text, faults)
    }

    var testDescription: String { faults.joined(separator: ", ") }

    static let keys = [
        FaultyFile("", "wrong-type 0 "),
        FaultyFile("# nothing\n", "wrong-type 0 "),
        FaultyFile("- a\n", "wrong-type 1 "),
        FaultyFile("word", "wrong-type 1 "),
        FaultyFile("dataDate: 2027-01-04\n", "missing-key 1 name", "missing-key 1 epoch"),
        FaultyFile("name:\nepoch: 2027-01-04\n", "missing-value 1 name"),
        FaultyFile("name: ' '\nepoch: 2027-01-04\n", "missing-value 1 name"),
        FaultyFile("name: ~\nepoch: [2027-01-04]\n", "missing-value 1 name", "wrong-type 2 epoch"),
        FaultyFile("name: {a: b}\nepoch: 4 January\n", "wrong-type 1 name", "bad-date 2 epoch"),
        FaultyFile("name: A\nepoch: 2027-02-29\n", "impossible-date 2 epoch"),
        FaultyFile(after: "dataDate: 2027-01-03T23:59\n", "before-epoch 3 dataDate"),
        FaultyFile(after: "distribution: beta\n", "unknown-word 3 distribution"),
        FaultyFile(after: "cadence: 14d\n", "wrong-type 3 cadence"),
        FaultyFile(after: "cadence: {grace: 3d}\n", "missing-key 3 cadence.every"),
        FaultyFile(after: "cadence: {every: 0d, grace: -1d}\n", "bad-days 3 cadence.every", "bad-days 3 cadence.grace"),
        FaultyFile(after: "cadence:\n  every: 36h\n  grace: 3ed\n", "bad-days 4 cadence.every", "bad-days 5 cadence.grace"),
        FaultyFile(after: "ranges: [1, 2, 3]\n", "wrong-type 3 ranges"),
        FaultyFile(after: "ranges:\n  a: 1\n  b: [1, 2]\n", "wrong-type 4 ranges.a", "bad-range 5 ranges.b"),
        FaultyFile(after: "ranges:\n  a: [1, 0.9, 2]\n  b: [-1, 0, 1]\n", "bad-range 4 ranges.a", "bad-range 5 ranges.b"),
        FaultyFile(
            after: "ranges: {a: [.nan, inf, 1e999]}\n", "bad-number 3 ranges.a", "bad-number 3 ranges.a",
            "bad-number 3 ranges.a"),
        FaultyFile(after: "ranges: {'': [1, 1, 1]}\n", "missing-value 3 ranges."),
        FaultyFile(after: "levels: {goal: [Goal], task: ''}\n", "wrong-type 3 levels.goal", "missing-value 3 levels.task"),
    ]

    static let calendars = [
        FaultyFile(after: "calendar: night\n", "dangling-reference 3 calendar"),
        FaultyFile(after: "calendars: {}\n", "no-calendars 3 calendars"),
        FaultyFile(after: "calendars: standard\n", "wrong-type 3 calendars"),
        FaultyFile(after: "calendars:\n", "wrong-type 3 calendars"),
        FaultyFile(after: "calendars: {a: [08:00-12:00]}\n", "wrong-type 3 calendars.a"),
        FaultyFile(after: "calendars: {a: {}}\n", "never-works 3 calendars.a"),
        FaultyFile(
            after: "calendars: {a: {week: {monday: []}, exceptions: {2027-01-04: [08:00-12:00]}}}\n",
            "never-works 3 calendars.a"),
        FaultyFile(
            after: "calendars:\n  a: {base: b, week: {monday: []}}\n  b: {week: {monday: [08:00-12:00]}}\ncalendar: b\n",
            "never-works 4 calendars.a"),
        FaultyFile(
            after: "calendars:\n  a: {week: {monday: [08:00-12:00]}}\n  b: {base: a}\n", "missing-key 1 calendar"),
        FaultyFile(after: "calendar: c\ncalendars:\n  a: {week: {monday: [08:00-12:00]}}\n", "dangling-reference 3 calendar"),
        FaultyFile(after: "calendars:\n  a: {base: b}\n", "dangling-reference 4 calendars.a.base"),
        FaultyFile(after: "calendars:\n  a: {base: a}\n", "cycle 4 calendars.a.base"),
        FaultyFile(
            after: "calendar: a\ncalendars:\n  z: {base: c}\n  a: {base: b}\n  b: {base: c}\n  c: {base: a}\n  d: {base: d}\n",
            "cycle 6 calendars.a.base", "cycle 9 calendars.d.base"),
        FaultyFile(after: "calendars: {'': {week: {monday: [08:00-12:00]}}}\n", "missing-value 3 calendars."),
    ]

    static let days = [
        day("08:00-12:00", "wrong-type 3 calendars.a.week.monday"),
        day("[8-12]", "bad-shift 3 calendars.a.week.monday"),
        day("[8:00-12:00]", "bad-shift 3 calendars.a.week.monday"),
        day("[08:00-12:60]", "bad-shift 3 calendars.a.week.monday"),
        day("[08:00-24:01]", "bad-shift 3 calendars.a.week.monday"),
        day("[08:00–12:00]", "bad-shift 3 calendars.a.week.monday"),
        day("[08:00-08:00]", "bad-shift 3 calendars.a.week.monday"),
        day("[22:00-06:00]", "bad-shift 3 calendars.a.week.monday"),
        day("[[08:00-12:00]]", "wrong-type 3 calendars.a.week.monday"),
        day("[09:00-12:00, 08:00-09:01]", "overlapping-shifts 3 calendars.a.week.monday"),
        day("[08:00-12:00, 08:00-12:00]", "overlapping-shifts 3 calendars.a.week.monday"),
        day("[8, 9, 08:00-12:00]", "bad-shift 3 calendars.a.week.monday", "bad-shift 3 calendars.a.week.monday"),
        FaultyFile(
            after: "calendars:\n  a:\n    week:\n      monday:\n        - 08:00-12:00\n        - noon\n      Tuesday: []\n",
            "bad-shift 8 calendars.a.week.monday", "unknown-weekday 9 calendars.a.week.Tuesday"),
        exception("2027-12-24T00:00", "bad-date 3 calendars.a.exceptions.2027-12-24T00:00"),
        exception("Christmas", "bad-date 3 calendars.a.exceptions.Christmas"),
        exception("2027-02-30", "impossible-date 3 calendars.a.exceptions.2027-02-30"),
    ]

    private static func day(_ shifts: String, _ faults: String...) -> FaultyFile {
        FaultyFile("name: A\nepoch: 2027-01-04\ncalendars: {a: {week: {monday: \(shifts)}}}\n", list: faults)
    }

    private static func exception(_ date: String, _ faults: String...) -> FaultyFile {
        let week = "week: {monday: [08:00-12:00]}"
        return FaultyFile("name: A\nepoch: 2027-01-04\ncalendars: {a: {\(week), exceptions: {\(date): []}}}\n", list: faults)
    }

    private init(_ text: String, list: [String]) { (self.text, faults) = (text, list) }

    static let format = [
        FaultyFile(after: "levels: [a\n", "bad-yaml 4 "),
        FaultyFile(after: "\tlevels: a\n", "bad-yaml 3 "),
        FaultyFile(after: "levels: \"\\q\"\n", "bad-yaml 3 "),
        FaultyFile(after: "levels: *a\n", "bad-yaml 3 "),
        FaultyFile(after: "...\n---\nname: B\n", "several-documents 4 "),
        FaultyFile(after: "levels: &a {goal: Goal}\n", "anchor 3 levels"),
        FaultyFile(
            after: "calendars:\n  a: {week: {monday: &m [08:00-12:00], friday: *m}}\n",
            "anchor 4 calendars.a.week.monday", "anchor 4 calendars.a.week.friday"),
        FaultyFile(after: "levels: [*a, *b, *c, *d, *e, *f, *g, *h, *i]\n", "anchor 3 "),
        FaultyFile(after: "levels: !words {goal: Goal}\n", "yaml-tag 3 levels"),
        FaultyFile(after: "? [a, b]\n: c\n", "bad-key 3 "),
        FaultyFile(after: "name: B\n", "duplicate-key 3 name"),
        FaultyFile(after: "\"name\": B\nname: C\n", "duplicate-key 3 name", "duplicate-key 4 name"),
        FaultyFile(
            after: "levels: {goal: Goal, task: Task,\n  'goal': Aim}\nepoch: 2027-01-05\ncadence: {every: 0d}\n",
            "duplicate-key 4 levels.goal", "duplicate-key 5 epoch", "bad-days 6 cadence.every"),
        FaultyFile(after: "levels: {goal: Goal, goal: Aim}\nranges: [a\n", "duplicate-key 3 goal", "bad-yaml 5 "),
        FaultyFile(after: "levels: {\u{F8FF}: Goal, goal: Goal, goal: Aim}\n", "duplicate-key 3 goal"),
        FaultyFile(after: "levels: {goal: \"\u{1}\"}\n", "bad-character 3 "),
        FaultyFile("name: " + String(repeating: "a", count: 1 << 20), "too-large 0 "),
    ]
}

@Suite struct SettingsFaultTests {
    @Test(arguments: FaultyFile.keys + FaultyFile.calendars + FaultyFile.days + FaultyFile.format)
    func refuses(file: FaultyFile) {
        let reading = SettingsReading(file.text)
        let faults = reading.faults.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" }
        #expect(faults == file.faults, "\(reading.faults.faults.map(\.description))")
        #expect(reading.settings == nil)
        #expect(reading.faults.faults.allSatisfy { $0.file == "plan.yaml" && $0.message.contains("expected") })
    }

    @Test func refusesOtherEncodings() {
        let reading = SettingsReading([0x61, 0x3a, 0x20, 0x62, 0x0a, 0x63, 0xfc, 0x0a])
        let message = "plan.yaml:2: not UTF-8 (expected UTF-8 text) (found \"byte 0xfc\")"
        #expect(reading.faults.faults.map(\.description) == [message])
    }

    @Test func tellsHowToWriteANightShift() {
        let reading = SettingsReading(
            "name: A\nepoch: 2027-01-04\ncalendars: {night: {week: {friday: [22:00-06:00, 23:00-00:00]}}}\n")
        let head =
            "plan.yaml:3: calendars.night.week.friday: a shift ends before it starts (expected an end on the same day; for one past midnight "
        #expect(
            reading.faults.faults.map(\.description) == [
                head + "22:00-24:00 here and 00:00-06:00 on the next day) (found \"22:00-06:00\")",
                head + "23:00-24:00) (found \"23:00-00:00\")",
            ])
    }

    @Test func tellsWhereUnfinishedListsStart() {
        let reading = SettingsReading("name: A\nepoch: 2027-01-04\nlevels: [a\nranges: b\n")
        let problem = "while parsing a flow sequence that starts on line 3, did not find expected ',' or ']'"
        #expect(
            reading.faults.faults.map(\.description) == [
                "plan.yaml:4: not YAML: \(problem) (expected YAML 1.1 or 1.2) (found \"ranges: b\")"
            ])
    }

    @Test func namesTheWholeCircle() {
        let reading = SettingsReading(
            "name: A\nepoch: 2027-01-04\ncalendar: b\ncalendars: {a: {base: b}, b: {base: c}, c: {base: b}}\n")
        #expect(reading.faults.faults.count == 1)
        #expect(reading.faults.faults.first?.message.hasSuffix("(found \"b → c → b\")") == true)
    }

    @Test func reportsAllFaultsInTheOrderOfLines() {
        let text = """
            epoch: soon
            dataDate: later
            levels: {goal: []}
            calendars: {a: {week: {monday: [1]}, base: q}, never: {}}
            calendar: b
            distribution: x
            distribution: y
            """
        let codes = SettingsReading(text).faults.faults.map { "\($0.line ?? 0) \($0.code)" }
        #expect(
            codes == [
                "1 missing-key", "1 bad-date", "2 bad-date", "3 wrong-type", "4 bad-shift", "4 dangling-reference",
                "4 never-works",
                "5 dangling-reference", "6 unknown-word", "7 duplicate-key",
            ])
    }

    @Test func keepsMessagesToOneShortLine() throws {
        let name = String(repeating: "x", count: 200)
        let reading = SettingsReading("name: A\nepoch: \"a\\nb\(name)\"\n")
        let fault = try #require(reading.faults.faults.first)
        #expect(!fault.message.contains("\n"))
        #expect(fault.message.hasSuffix("(found \"a\u{FFFD}b\(String(repeating: "x", count: 57))…\")"))
    }
}
