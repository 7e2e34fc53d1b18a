import PlanModel
import PlanStatistics
import Testing

struct IdentifierIndexTests {
    private func row(_ id: String, _ index: IdentifierIndex, _ texts: TextColumn, identity: UInt64) -> Int? {
        var id = id
        return id.withUTF8 { unsafe index.row(of: $0, identity: identity, in: texts) }
    }

    @Test func findsEveryRow() {
        let ids = (0..<5000).map { "T\($0)" }
        let texts = TextColumn(ids)
        let index = IdentifierIndex(texts, identities: ids.map { Identity.of($0) }) { _, _ in Issue.record("no duplicates here")
        }
        for (place, id) in ids.enumerated() { #expect(row(id, index, texts, identity: Identity.of(id)) == place) }
        for id in ["", "T", "T5000", "t1", "T01"] { #expect(row(id, index, texts, identity: Identity.of(id)) == nil) }
    }

    /// Rows 2 and 4 repeat row 0; both are told with the first row.
    @Test func duplicatesAreTold() {
        let texts = TextColumn(["a", "b", "a", "c", "a"])
        var told: [[Int]] = []
        let index = IdentifierIndex(texts, identities: (0..<5).map { Identity.of(texts[$0]) }) { told.append([$0, $1]) }
        #expect(told == [[2, 0], [4, 0]])
        #expect(row("a", index, texts, identity: Identity.of("a")) == 0)
    }

    /// All identifiers share one hash: only the bytes tell them apart.
    @Test(arguments: [0, UInt64.max, 0x1234_5678_0000_000F])
    func collisionsAreResolved(identity: UInt64) {
        let ids = (0..<100).map { "\($0)" }
        let texts = TextColumn(ids)
        let index = IdentifierIndex(texts, identities: Array(repeating: identity, count: 100)) { _, _ in
            Issue.record("different bytes are no duplicate")
        }
        for (place, id) in ids.enumerated() { #expect(row(id, index, texts, identity: identity) == place) }
        #expect(row("100", index, texts, identity: identity) == nil)
    }

    @Test func noRows() {
        let index = IdentifierIndex(TextColumn(), identities: []) { _, _ in }
        #expect(row("a", index, TextColumn(), identity: Identity.of("a")) == nil)
    }

    @Test func textsKeepTheirBytes() {
        let texts = TextColumn(["é", "", "日本", "a\u{0}b"])
        #expect((0..<4).map { texts[$0] } == ["é", "", "日本", "a\u{0}b"])
        #expect((0..<4).map { texts.isEmpty($0) } == [false, true, false, false])
    }
}
