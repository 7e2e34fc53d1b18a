import PlanModel
import Testing

@testable import PlanFiles

/// Files that are broken, hostile or huge end in settings or in faults, soon.
@Suite struct SettingsRobustnessTests {
    static let small = """
        name: "A \\u00e4"
        epoch: 2027-01-04
        calendars:
          s: {week: {monday: [08:00-12:00]}}
          t:
            base: s
            exceptions: {2027-12-24: []}
        ranges: {a: [0.9, 1, 1.3]}
        """

    private func expectOutcome(_ bytes: [UInt8]) {
        let reading = SettingsReading(bytes)
        let isConsistent = (reading.settings == nil) == (reading.faults.count > 0)
        if !isConsistent { Issue.record("neither settings nor faults, or both: \(String(decoding: bytes, as: UTF8.self))") }
    }

    @Test func survivesEveryTruncation() {
        let bytes = Array(Self.small.utf8)
        for length in 0...bytes.count { expectOutcome(Array(bytes[..<length])) }
    }

    @Test(arguments: [0x00, 0xff, 0x7b, 0x22, 0x27, 0x2a, 0x26, 0x0a, 0x3a, 0x2d] as [UInt8])
    func survivesEveryReplacement(by byte: UInt8) {
        let bytes = Array(Self.small.utf8)
        for place in bytes.indices {
            var broken = bytes
            broken[place] = byte
            expectOutcome(broken)
        }
    }

    @Test(arguments: ["[", "{", "- ", "? ", "- ? ", "[{", "{a: ", "- - : "])
    func refusesHundredThousandLevels(opening: String) {
        let reading = SettingsReading(String(repeating: opening, count: 100_000))
        #expect(reading.faults.faults.map(\.code) == ["nested-too-deep"])
        #expect(reading.faults.faults.first?.line == 1)
    }

    @Test func refusesDeepBlocks() {
        // 1,400 levels of one more space each: just under 1 MiB
        let text = (0..<1400).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        let reading = SettingsReading(text)
        #expect(reading.faults.faults.map(\.code) == ["nested-too-deep"])
        #expect(reading.faults.faults.first?.line == 65)
    }

    /// Closing brackets in quotes hide the depth from the first pass; libYAML's limit then ends the reading.
    @Test func refusesDeepBracketsThatHide() {
        let reading = SettingsReading(String(repeating: "[\"]\", ", count: 100_000))
        #expect(reading.faults.faults.map(\.code) == ["nested-too-deep"])
    }

    /// Every list holds the one before it nine times: 9^8 values if anything followed the aliases.
    @Test func refusesAliasesBeforeTheyMultiply() {
        var text = "a0: &a0 [x]\n"
        for level in 1...8 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        #expect(SettingsReading(text + "? *a8\n: 1\n").faults.faults.map(\.code) == ["anchor"])
    }

    @Test func readsALargeFile() {
        // 20,000 calendars, each on the one before
        var text = "name: A\nepoch: 2027-01-04\ncalendar: c0\ncalendars:\n  c0: {week: {monday: [08:00-12:00]}}\n"
        for place in 1..<20_000 { text += "  c\(place): {base: c\(place - 1)}\n" }
        #expect(SettingsReading(text).settings?.calendars.count == 20_000)
    }

    @Test func countsFaultsBeyondTheLimit() {
        let text = "name: A\nepoch: 2027-01-04\nranges:\n" + (0..<500).map { "  r\($0): 1\n" }.joined()
        let reading = SettingsReading(text)
        #expect(reading.faults.count == 500)
        #expect(reading.faults.faults.count == 100)
    }

    @Test func endsAfterManyKeysGivenTwice() {
        let keys = (0..<30).map { "  k\($0): a\n  k\($0): b\n" }.joined()
        let reading = SettingsReading("name: A\nepoch: 2027-01-04\nlevels:\n" + keys)
        #expect(reading.settings == nil)
        #expect(reading.faults.faults.allSatisfy { $0.code == "duplicate-key" })
        #expect(reading.faults.count == YAMLComposer.mostMarks + 1)
    }
}
