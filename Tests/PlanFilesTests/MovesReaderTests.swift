import PlanFiles
import PlanModel
import Testing

/// Files of moves: what is read, and every fault with its line and its path of keys.
struct MovesReaderTests {
    private let units = WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400)

    private func read(_ text: String) throws -> MoveList { try MoveList(yaml: text, file: "m.yaml", units: units) }

    private func faults(_ text: String) throws -> [String] {
        let error = try #require(throws: LoadError.self) { try read(text) }
        return error.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" }
    }

    @Test func movesAreReadWithTheirEdits() throws {
        let list = try read(
            """
            unit: kEUR
            moves:
              - name: Later
                description: It can wait.
                cost: 12.5
                excludes: [Smaller]
                edits:
                  - defer: {project: P1, until: 2027-03-01}
                  - cancel: {task: T9}
              - name: Smaller
                cost: 0
                edits: [rescope: {task: T1, factor: 0.5}]
            """)
        #expect(list.unit == "kEUR" && list.file == "m.yaml" && list.moves.map(\.name) == ["Later", "Smaller"])
        #expect(list.moves.map(\.cost) == [12.5, 0] && list.moves.map(\.line) == [3, 10])
        #expect(list.moves[0].edits.map(\.change.word) == ["defer", "cancel"] && list.moves[0].edits[1].line == 9)
        #expect(list.moves[0].edits[1].path == "moves[1].edits[2].cancel" && list.moves[0].description == "It can wait.")
        #expect(list.moves[0].excludes == [1] && list.moves[1].excludes == [0])
    }

    @Test func everyFaultIsToldAtOnce() throws {
        #expect(
            try faults(
                """
                moves:
                  - name: A
                    cost: -1
                    edits: [cancel: {task: T1}]
                  - name: B
                    edits: []
                  - cost: .nan
                    edits: [vanish: {task: T1}]
                    colour: red
                """) == [
                    "out-of-range 3 moves[1].cost", "missing-key 5 moves[2].cost", "missing-value 6 moves[2].edits",
                    "missing-key 7 moves[3].name", "bad-number 7 moves[3].cost", "unknown-edit 8 moves[3].edits[1]",
                    "unknown-key 9 moves[3].colour",
                ])
    }

    @Test func namesAreTheirOwnAndExclusionsKnown() throws {
        #expect(
            try faults(
                """
                moves:
                  - {name: A, cost: 1, edits: [cancel: {task: T1}], excludes: [C, A]}
                  - {name: A, cost: 1, edits: [cancel: {task: T2}]}
                """) == [
                    "unknown-name 2 moves[1].excludes", "unknown-name 2 moves[1].excludes", "duplicate-name 3 moves[2].name",
                ])
    }

    @Test func listsAreNeitherEmptyNorTooLong() throws {
        #expect(try faults("") == ["wrong-type 0 "])
        #expect(try faults("moves: []") == ["missing-value 1 moves"])
        let many = (0...64).map { "  - {name: M\($0), cost: 1, edits: [cancel: {task: T1}]}\n" }.joined()
        #expect(try faults("moves:\n" + many) == ["too-many 2 moves"])
    }
}
