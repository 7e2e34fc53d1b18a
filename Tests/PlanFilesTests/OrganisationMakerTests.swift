import Headway
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

@Suite struct OrganisationMakerTests {
    /// Tasks and people of plans from the smallest up.
    static let sizes = [(1, 1), (2, 1), (10, 3), (100, 12), (1_000, 9), (300, 5_000), (10_000, 1_000)]

    private func digest(_ plan: Plan) -> String {
        var digest = Digest()
        for name in TableName.allCases where name != .baselines { add(plan[name], to: &digest) }
        for (_, table) in plan.baselines { add(table.raw, to: &digest) }
        return digest.hexadecimal
    }

    private func add(_ table: RawTable, to digest: inout Digest) {
        for column in table.columns {
            switch column {
            case nil: digest.add([])
            case .texts(let texts): digest.add(texts.bytes.map { Int32($0) } + texts.ends.map { Int32($0) })
            case .integers(let values): digest.add(values)
            case .numbers(let values):
                digest.add(values.flatMap { [$0.bitPattern, $0.bitPattern >> 32] }.map { Int32(truncatingIfNeeded: $0) })
            }
        }
    }

    @Test func sameSeedSamePlan() {
        let maker = OrganisationMaker(tasks: 2_000, people: 150, seed: 7)
        #expect(digest(maker.plan()) == digest(maker.plan()))
        #expect(digest(maker.plan()) != digest(OrganisationMaker(tasks: 2_000, people: 150, seed: 8).plan()))
    }

    @Test(arguments: sizes) func readsBackAndCompiles(tasks: Int, people: Int) throws {
        let made = OrganisationMaker(tasks: tasks, people: people, seed: 1).plan()
        let plan = try made.throughFiles()
        #expect(plan.findings == [])
        #expect(plan.settings == made.settings)
        for name in TableName.allCases where name != .baselines { expectSame(made[name], plan[name]) }
        expectSame(try #require(made.baselines["approved"]).raw, try #require(plan.baselines["approved"]).raw)
        let network = try Network(compiling: plan)
        #expect(network.findings == [])
        #expect((plan.tasks.count, plan.people.count) == (tasks, people))
    }

    /// A column without any cell may be left out of the file.
    private func expectSame(_ made: RawTable, _ read: RawTable) {
        #expect(made.count == read.count, "\(made.name.rawValue)")
        for (column, spec) in made.specs.enumerated() {
            guard let cells = read.columns[column], let expected = made.columns[column] else { continue }
            if case .numbers(let values) = cells, case .numbers(let others) = expected {
                #expect(
                    zip(values, others).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }, "\(made.name.rawValue).\(spec.name)")
            } else {
                #expect(cells == expected, "\(made.name.rawValue).\(spec.name)")
            }
        }
    }

    @Test func rowsFindTheirIdentifiers() {
        let plan = OrganisationMaker(tasks: 500, people: 40, seed: 3).plan()
        for row in plan.tasks.rows { #expect(plan.tasks.row(of: plan.tasks[row].id) == row) }
        // Rows stand in random order: fewer than one in ten follows its predecessor's number.
        let numbers = plan.tasks.rows.compactMap { Int(plan.tasks[$0].id.dropFirst()) }
        #expect(numbers.sorted() == Array(1...500))
        #expect(zip(numbers, numbers.dropFirst()).count { $0 + 1 == $1 } < 50)
    }
}
