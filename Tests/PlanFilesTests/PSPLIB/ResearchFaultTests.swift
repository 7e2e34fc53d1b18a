import PlanModel
import Testing

@testable import PlanFiles

/// Each malformed file names its errors, lines and fields; no file ends otherwise than in a plan or in errors.
@Suite struct ResearchFaultTests {
    private static let sm = ResearchFileTests.singleMode, rcp = ResearchFileTests.patterson, several = ResearchFileTests.several

    /// Lines of the single-mode file: jobs 6, renewable 9, project 15, precedence 19–22, requests 27–30, capacities 34, end 36.
    static let cases: [(String, String, [String])] = [
        ("a number that is none", sm.replacing("2      1     5", with: "2      1     x"), ["bad-number 28 duration"]),
        ("a negative duration", sm.replacing("2      1     5", with: "2      1    -5"), ["out-of-range 28 duration"]),
        ("a negative demand", sm.replacing("5       3    0", with: "5       3   -1"), ["out-of-range 28 R 2"]),
        ("several modes", sm.replacing("2        1          1", with: "2        3          1"), ["multi-mode 20 #modes"]),
        ("no such job", sm.replacing("1           4\n   3", with: "1           9\n   3"), ["dangling-reference 20 successors"]),
        ("a successor twice", sm.replacing("2   3\n", with: "2   2\n"), ["duplicate-successor 19 successors"]),
        (
            "successors missing", sm.replacing("2           2   3\n", with: "2           2\n"),
            ["field-count 19 successors", "row-count 36 jobs", "dangling-reference 27 jobnr."]
        ),
        ("a job missing", sm.replacing("  3      1     4       2    1\n", with: ""), ["missing-row 21 jobnr."]),
        ("too many jobs declared", sm.replacing("sink ):  4", with: "sink ):  5"), ["row-count 36 jobs"]),
        (
            "a huge number of jobs", sm.replacing("sink ):  4", with: "sink ):  99999999999999999999"),
            ["out-of-range 6 jobs", "missing-value 36 jobs"]
        ),
        (
            "another width", sm.replacing("2      1     5       3    0", with: "2      1     5       3"),
            ["field-count 28 demand", "missing-row 20 jobnr."]
        ),
        (
            "several projects", sm.replacing("projects                      :  1", with: "projects                      :  2"),
            ["several-projects 5 projects"]
        ),
        (
            "cut off", String(sm.split(separator: "\n", omittingEmptySubsequences: false)[..<23].joined(separator: "\n")),
            ["missing-section 23 -", "missing-section 23 -"]
        ),
        ("a count that is none", rcp.replacing("5 3 0 1 4", with: "5 3 0 z 4"), ["bad-number 5 successor count"]),
        ("a huge count", "2000000000 1\n5\n1 1 0\n", ["truncated 4 duration"]),
        ("a count beyond all", "9999999999999999999999 1 1\n", ["out-of-range 1 jobs"]),
        (
            "all values of a run", rcp.replacing("5 3 0 1 4", with: "a b c 1 9"),
            ["bad-number 5 duration", "bad-number 5 demand", "bad-number 5 demand", "dangling-reference 5 successors"]
        ),
        ("the end missing", String(rcp.dropLast(6)), ["truncated 7 demand"]),
        ("more than declared", rcp + "7 7\n", ["trailing-data 8 -"]),
        ("a successor twice", rcp.replacing("2 2\n 3", with: "2 3\n 3"), ["duplicate-successor 3 successors"]),
        ("no pair", several.replacing("1:3", with: "3"), ["bad-successor 8 successors"]),
        ("no such project", several.replacing("2:3", with: "3:3"), ["dangling-reference 13 successors"]),
        ("no flag", several.replacing("3  7\n  1", with: "3  7\n  2"), ["out-of-range 11 resource flag"]),
        ("a resource that is not allowed", several.replacing("3  7\n  1", with: "3  7\n  0"), ["bad-demand 13 demand"]),
    ]

    @Test(arguments: cases)
    func isNamed(_ title: String, _ text: String, _ places: [String]) throws {
        let reading = try ImportReading(text, file: "made")
        #expect(reading.places.sorted() == places.sorted(), "\(title)")
    }

    @Test func faultsAreListedUpToAHundred() throws {
        let bad = "400 1\n5\n" + String(repeating: "x x 0\n", count: 400)
        let error = #expect(throws: LoadError.self) { try Plan(file: Array(bad.utf8), name: "bad.rcp") }
        #expect(error?.faults.count == 100)
        #expect(error?.count == 800)
        #expect(
            error?.faults.first?.description
                == "bad.rcp:3: duration: not a whole number (expected a whole number, 0 to 700000) (found \"x\")")
    }

    @Test func truncationsAndFlippedBits() throws {
        for text in [Self.sm, Self.rcp, Self.several] {
            let bytes = Array(text.utf8)
            for length in 0..<bytes.count { try Self.check(Array(bytes[..<length])) }
            for bit in stride(from: 0, to: bytes.count * 8, by: 5) {
                var copy = bytes
                copy[bit / 8] ^= 1 << UInt8(bit % 8)
                try Self.check(copy)
            }
        }
    }

    private static func check(_ bytes: [UInt8]) throws {
        let reading = try ImportReading(bytes: bytes, file: "made")
        #expect((reading.plan == nil) != reading.faults.isEmpty)
    }
}
