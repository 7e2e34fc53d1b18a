import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Real exports of P6, as far as the environment names them.
@Suite(.enabled(if: TestFolders.hasReference)) struct PrimaveraReferenceTests {
    private static func read(_ name: String) throws -> ImportReading {
        let folder = try #require(TestFolders.reference) + "/p6/"
        return try ImportReading(bytes: Array(TestFolders.contents(of: folder + name)), file: name)
    }

    private static func names(_ folder: String, _ ending: String) throws -> [String] {
        try TestFolders.names(in: try #require(TestFolders.reference) + "/p6" + folder).filter { $0.hasSuffix(ending) }
    }

    @Test func everyExportHasTheRowsOfItsExpectedDates() throws {
        for name in try Self.names("", ".xer") {
            let reading = try Self.read(name)
            let plan = try #require(reading.plan, "\(name): \(reading.faults)")
            let path = try #require(TestFolders.reference) + "/p6/" + name.dropLast(4) + ".expected.csv"
            let rows = String(decoding: try TestFolders.contents(of: path), as: UTF8.self).split(whereSeparator: \.isNewline)
                .dropFirst()
            #expect(plan.tasks.count == rows.count, "\(name)")
            for row in rows {
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                let task = try #require(plan.tasks.row(of: String(cells[2])), "\(name): \(cells[2])")
                let hours = try #require(Double(cells[6]))
                #expect(plan.tasks.integer(.duration, task) == Int32((hours * 60).rounded()), "\(name): \(cells[2])")
            }
        }
    }

    @Test func parserCasesEndAsTheirNamesSay() throws {
        for name in try Self.names("/parser-cases", ".xer") {
            let reading = try Self.read("parser-cases/" + name)
            if name.contains("malformed") {
                #expect(reading.plan == nil && reading.faults.allSatisfy { $0.line != nil }, "\(name)")
            } else {
                #expect(reading.plan != nil, "\(name): \(reading.faults)")
            }
        }
    }

    @Test func xmlSaysTheSame() throws {
        for name in try Self.names("", ".pmxml.xml") {
            let xml = try #require(try Self.read(name).plan)
            let xer = try #require(try Self.read(name.dropLast(10) + ".xer").plan)
            #expect(Self.tasks(xml) == Self.tasks(xer), "\(name)")
            #expect(Self.relations(xml) == Self.relations(xer), "\(name)")
            #expect(
                xml.settings.dataDate == xer.settings.dataDate && xml.settings.scheduling == xer.settings.scheduling, "\(name)")
            for (index, calendar) in xml.settings.calendars.enumerated() {
                let twin = try #require(
                    xer.settings.calendars.firstIndex { $0.name == calendar.name }, "\(name): \(calendar.name)")
                let (one, other) = (xml.settings.calendars.resolved(index), xer.settings.calendars.resolved(twin))
                #expect(one.week == other.week && one.exceptions == other.exceptions, "\(name): \(calendar.name)")
            }
        }
    }

    private static func tasks(_ plan: Plan) -> Set<String> {
        Set(
            plan.tasks.rows.map { row in
                let numbers = [TaskColumn.duration, .remaining, .constraint, .constraintDate, .kind].map {
                    plan.tasks.integer($0, row) ?? -1
                }
                let calendar = plan.tasks.reference(.calendar, row).map { plan.settings.calendars[$0].name } ?? "-"
                return "\(plan.tasks.raw.identifier(row)) \(plan.tasks.text(.name, row)) \(numbers) \(calendar)"
            })
    }

    private static func relations(_ plan: Plan) -> Set<String> {
        Set(
            plan.dependencies.rows.map { row in
                let ends = [DependencyColumn.predecessor, .successor].map { column in
                    plan.tasks.raw.identifier(ElementReference(raw: plan.dependencies.integers(column)![row]).row)
                }
                return "\(ends) \(plan.dependencies.integer(.type, row)!) \(plan.dependencies.integer(.lag, row)!)"
            })
    }
}
