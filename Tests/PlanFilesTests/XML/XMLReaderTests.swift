import Foundation
import PlanModel
import Testing

@testable import PlanFiles

/// Records of a small format, as they come.
private final class Collector: XMLRecordTaker {
    enum Kind: Int { case box, part }
    enum BoxField: Int, XMLField { case uid, name }
    enum PartField: Int, XMLField { case name }

    static let shape: XMLShape = .group([
        "Boxes": .group(["Box": .record(Kind.box, BoxField.self, ["Part": .record(Kind.part, PartField.self)])])
    ])
    var taken: [String] = []
    var notes = XMLNotes(file: "a.xml")

    func take(kind: Int, _ record: XMLRecord) {
        switch Kind(rawValue: kind)! {
        case .box:
            let uid = record.integer(BoxField.uid, &notes).map { "\($0)" } ?? "-"
            taken.append("box \(uid) \(record.string(BoxField.name) ?? "-") line \(record.line)")
        case .part: taken.append("part \(record.string(PartField.name) ?? "-")")
        }
    }

    static func read(
        _ text: String, limits: XMLLimits = XMLLimits()
    ) -> (taken: [String], faults: [String], unknown: [String]) { read(Array(text.utf8), limits: limits) }

    static func read(
        _ bytes: [UInt8], limits: XMLLimits = XMLLimits()
    ) -> (taken: [String], faults: [String], unknown: [String]) {
        let collector = Collector()
        var faults = FaultList()
        let unknown = unsafe bytes.withUnsafeBufferPointer {
            unsafe XMLReader.read(
                $0, file: "a.xml", root: "Root", shape: shape, taker: collector, limits: limits, faults: &faults)
        }
        return (
            collector.taken, (faults.faults + collector.notes.faults.faults).map(\.description),
            unknown.map { "\($0.path) \($0.count) line \($0.line)" }
        )
    }
}

@Suite struct XMLReaderTests {
    @Test func recordsComeAsTheyEnd() {
        let read = Collector.read(
            "<Root>\n<Boxes>\n<Box><UID>7</UID><Name> A &amp; B </Name>\n<Part><Name>p</Name></Part></Box>\n<Box/></Boxes></Root>"
        )
        #expect(read.taken == ["part p", "box 7 A & B line 3", "box - - line 5"])
        #expect(read.faults == [])
        #expect(read.unknown == [])
    }

    @Test func fieldsMayComeInAnyOrderAndInPieces() {
        let read = Collector.read("<Root><Boxes><Box><Name>&lt;a&#10;b<![CDATA[c<d]]></Name><UID>1</UID></Box></Boxes></Root>")
        #expect(read.taken == ["box 1 <a\nbc<d line 1"])
    }

    @Test func prefixesOfNamesAreDropped() {
        let read = Collector.read(
            "<m:Root xmlns:m='x'><m:Boxes><m:Box><m:UID>1</m:UID></m:Box><m:Box><m:UID>2</m:UID></m:Box></m:Boxes></m:Root>")
        #expect(read.taken == ["box 1 - line 1", "box 2 - line 1"])
    }

    @Test func unknownElementsAreCountedIfTheySaySomething() {
        let read = Collector.read(
            """
            <Root><Note>0</Note><Note>x</Note>
            <Boxes><Box><Deep><UID>1</UID><Deep/></Deep><Zero>PT0H0M0S</Zero><Zero>0.00</Zero><No>false</No></Box>
            <Box><Deep><x/></Deep></Box></Boxes></Root>
            """)
        #expect(read.unknown == ["Root/Note 1 line 1", "Root/Boxes/Box/Deep 2 line 2"])
        #expect(read.taken == ["box - - line 2", "box - - line 3"])
    }

    @Test func manyUnknownPathsAreCountedTogether() {
        var limits = XMLLimits()
        limits.unknownPaths = 2
        let read = Collector.read("<Root><a>1</a><b>1</b><c>1</c><d>1</d></Root>", limits: limits)
        #expect(read.unknown == ["Root/a 1 line 1", "Root/b 3 line 1"])
    }

    @Test func utf16IsRead() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Root><Boxes><Box><Name>Größe</Name></Box></Boxes></Root>"
        let bytes = [UInt8](text.data(using: .utf16LittleEndian)!)
        #expect(Collector.read([0xFF, 0xFE] + bytes).taken == ["box - Größe line 1"])
    }

    @Test func badFormIsAFaultWithItsLine() {
        #expect(Collector.read("<Root>\n<Boxes></Root>").faults == ["a.xml:2: mismatched tag, expected well-formed XML"])
        #expect(Collector.read("<Root>\n<Boxes>").faults == ["a.xml:2: no element found, expected well-formed XML"])
        #expect(Collector.read("").faults == ["a.xml:1: no element found, expected well-formed XML"])
        #expect(Collector.read("<Root/>\n<Root/>").faults.count == 1)
        #expect(Collector.read("<Plan/>").faults == ["a.xml:1: expected the element Root (found \"Plan\")"])
        #expect(Collector.read("<Root>&nbsp;</Root>").faults == ["a.xml:1: undefined entity, expected well-formed XML"])
    }

    @Test func documentTypesAreRefused() {
        let bomb = """
            <!DOCTYPE Root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <Root><Boxes><Box><Name>&c;</Name></Box></Boxes></Root>
            """
        let read = Collector.read(bomb)
        #expect(read.faults == ["a.xml:1: a document type is not accepted (found \"<!DOCTYPE\")"])
        #expect(read.taken == [])
        #expect(Collector.read("<!DOCTYPE Root SYSTEM \"file:///etc/passwd\"><Root/>").faults.count == 1)
    }

    @Test func limitsAreKept() {
        var limits = XMLLimits()
        (limits.depth, limits.fieldLength, limits.elements) = (5, 8, 20)
        let deep = String(repeating: "<x>", count: 6)
        #expect(
            Collector.read("<Root>" + deep, limits: limits).faults == ["a.xml:1: expected at most 5 elements inside each other"]
        )
        let long = "<Root><Boxes><Box><Name>123456789</Name></Box></Boxes></Root>"
        #expect(Collector.read(long, limits: limits).faults == ["a.xml:1: expected at most 8 bytes of text in one element"])
        let many = "<Root>" + String(repeating: "<x/>", count: 20)
        #expect(Collector.read(many, limits: limits).faults == ["a.xml:1: expected at most 20 elements"])
        // Depth that a stack of calls would not survive.
        #expect(Collector.read("<Root>" + String(repeating: "<x>", count: 100_000)).faults.count == 1)
    }

    @Test func piecesOfAFileReadLikeTheWhole() {
        let text = "<Root><Boxes><Box><UID>7</UID><Name>Ümlaut &amp; more</Name></Box></Boxes></Root>"
        let whole = Collector.read(text)
        for chunk in 1...text.utf8.count {
            var limits = XMLLimits()
            limits.chunk = chunk
            #expect(Collector.read(text, limits: limits).taken == whole.taken, "chunks of \(chunk)")
        }
    }

    @Test func valuesThatAreNoneAreFaults() {
        let read = Collector.read("<Root><Boxes>\n<Box>\n<UID>7x</UID></Box><Box><UID>99999999999</UID></Box></Boxes></Root>")
        #expect(
            read.faults == [
                "a.xml:3: UID: expected a whole number of 32 bits (found \"7x\")",
                "a.xml:3: UID: expected a whole number of 32 bits (found \"99999999999\")",
            ])
    }

    @Test(arguments: [
        ("2026-11-22T17:00:00", "2026-11-22T17:00"), ("2026-11-22", "2026-11-22T00:00"),
        ("2026-11-22T17:00", "2026-11-22T17:00"),
        ("2026-11-22T23:59:59", "2026-11-23T00:00"), ("2026-11-22T17:00:29.999Z", "2026-11-22T17:00"),
        ("2026-11-22T17:00:00+02:00", "2026-11-22T17:00"), ("2024-02-29T08:00:00", "2024-02-29T08:00"),
    ])
    func datesAreRead(text: String, date: String) {
        var reader = ByteReader(Array(text.utf8), 0..<text.utf8.count)
        #expect(reader.date().map { "\($0)" } == date)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2025-02-29", "2026-11-22T", "2026-11-22T25:00", "2026-11-22 17:00x", "0000-01-01", "x",
    ])
    func whatIsNoDateIsNone(text: String) {
        var reader = ByteReader(Array(text.utf8), 0..<text.utf8.count)
        #expect(reader.date() == nil)
    }

    @Test(arguments: [
        ("PT40H0M0S", 144_000.0), ("PT0H0M0S", 0), ("PT1H30M", 5400), ("P1DT2H", 93_600), ("PT1.5H", 5400), ("PT90S", 90),
        ("P2D", 172_800),
    ])
    func durationsAreRead(text: String, seconds: Double) {
        var reader = ByteReader(Array(text.utf8), 0..<text.utf8.count)
        #expect(reader.isoSeconds() == seconds && reader.isAtEnd)
    }

    @Test(arguments: ["", "40", "-PT8H", "P1Y", "P1M", "PT8", "PTxH", "PT1H1H", "PT8H0M0S "])
    func whatIsNoDurationIsNone(text: String) {
        var reader = ByteReader(Array(text.utf8), 0..<text.utf8.count)
        let seconds = reader.isoSeconds()
        #expect(seconds == nil || !reader.isAtEnd)
    }
}
