import Testing

@testable import PlanReports

/// Text on terminals that are narrower than it wants to be.
@Suite struct NarrowTextTests {
    private let style = Style(width: 40)

    @Test func breaksAtSpacesAndGoesOnFurtherIn() {
        let line = "  one two three four five six seven eight nine ten"
        #expect(
            NarrowText.fitted("short\n" + line + "\n", style)
                == "short\n  one two three four five six seven\n    eight nine ten\n")
        #expect(
            NarrowText.fitted("no longer than forty columns, not at all", style) == "no longer than forty columns, not at all")
    }

    /// What no line can hold is broken within, wide characters as a whole; no letter is lost.
    @Test func breaksLongWords() {
        for text in [
            String(repeating: "x", count: 300), String(repeating: "日本", count: 80), "a " + String(repeating: "👩‍👩‍👧‍👦", count: 50),
        ] {
            let lines = NarrowText.fitted(text, style).split(separator: "\n")
            #expect(lines.count > 1 && lines.allSatisfy { DisplayWidth.of($0) <= 40 })
            #expect(lines.joined().replacing(" ", with: "") == text.replacing(" ", with: ""))
        }
    }

    /// A colour is off at the end of each line and on again in the next.
    @Test func coloursEndWithTheirLine() {
        let line = "\u{1B}[31mone two three four five six seven eight nine ten\u{1B}[0m and more"
        #expect(
            NarrowText.fitted(line, style)
                == "\u{1B}[31mone two three four five six seven eight\u{1B}[0m\n  \u{1B}[31mnine ten\u{1B}[0m and more")
    }

    /// A table that fits stays a table; one that does not becomes blocks that hold every cell.
    @Test func tablesBecomeBlocks() {
        var table = TextTable([
            .init(title: ""), .init(title: "Name", isFlexible: true), .init(title: "Due", isRight: true),
            .init(title: "Finish by plan", isRight: true), .init(title: "", isRight: true),
        ])
        table.add(["✓", "Design the core record", "15 Nov 2028", "21 Aug 2028", "57 %"])
        table.add(["✗", "日本語の名前", "", "1 Jan 2029", ""])
        #expect(table.lines(Style(width: 80)).count == 3)
        #expect(
            table.lines(style) == [
                "  ✓  Design the core record", "    Due 15 Nov 2028", "    Finish by plan 21 Aug 2028 · 57 %", "  ✗  日本語の名前",
                "    Finish by plan 1 Jan 2029",
            ])
    }
}
