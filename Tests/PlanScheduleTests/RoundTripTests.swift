import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// A plan of another tool that goes through Headway's own form, or through another tool's, keeps its dates.
@Suite(.enabled(if: TestFolders.hasReference)) struct RoundTripTests {
    /// Early and late dates of all tasks, by id.
    private func dates(_ plan: Plan) throws -> [String: [LocalDateTime]] {
        let schedule = Schedule(of: try Network(compiling: plan))
        return Dictionary(
            uniqueKeysWithValues: plan.tasks.rows.map { row in
                let node = Int(schedule.network.structure.nodeOfTask[row])
                let instants = [
                    schedule.earlyStartInstant(node), schedule.earlyFinishInstant(node), schedule.lateStartInstant(node),
                    schedule.lateFinishInstant(node),
                ]
                return (plan.tasks.text(.id, row), instants.map(schedule.date))
            })
    }

    @Test(arguments: [
        "p6/terminal.xer", "p6/mdl4ra.xer", "p6/mdl4d-optimised.xer", "p6/construction.xer", "p6/terminal.pmxml.xml",
        "msp/new-product.mspdi.xml", "msp/slack9.mspdi.xml", "msp/task-links-2019.mspdi.xml", "msp/sf259.mspdi.xml",
    ])
    func throughAPlanFolder(file: String) throws {
        let plan = try Plan(contentsOf: try #require(TestFolders.reference) + "/" + file)
        let (before, after) = (try dates(plan), try dates(plan.throughFiles()))
        #expect(!before.isEmpty && before == after)
    }

    @Test(arguments: ["msp/new-product.mspdi.xml", "msp/slack9.mspdi.xml", "msp/task-links-2019.mspdi.xml"])
    func throughMicrosoftProject(file: String) throws {
        let plan = try Plan(contentsOf: try #require(TestFolders.reference) + "/" + file)
        try TestFolders.withTemporaryFolder { path in
            _ = try plan.writeMSPDI(to: path + ".xml", dates: nil, forecast: nil)
            let (before, after) = (try dates(plan), try dates(try Plan(contentsOf: path + ".xml")))
            #expect(!before.isEmpty && before == after)
        }
    }

    /// The MSPDI files that were made from P6 exports have the same tasks, durations and relations, as far as MSPDI can say them.
    @Test(arguments: ["terminal", "mdl4ra"]) func sameNetworkInThreeFormats(name: String) throws {
        let path = try #require(TestFolders.reference) + "/p6/" + name
        let (p6, xml) = (try Plan(contentsOf: path + ".xer"), try Plan(contentsOf: path + ".pmxml.xml"))
        let project = try Plan(contentsOf: path + ".mspdi.xml")
        let wanted = Self.relations(p6, by: \.name)
        #expect(wanted.count == p6.dependencies.count)
        #expect(Self.relations(xml, by: \.name) == wanted)
        #expect(Self.relations(project, by: \.name) == wanted)
        #expect(Self.work(xml) == Self.work(p6) && Self.work(project) == Self.work(p6))
    }

    /// Every relation as "name of predecessor, type, lag, name of successor", in order.
    private static func relations(_ plan: Plan, by name: KeyPath<PlanTask, String>) -> [String] {
        let table = plan.dependencies
        return table.rows.map { row in
            let ends = [DependencyColumn.predecessor, .successor].map { column in
                plan.tasks[ElementReference(raw: table.integers(column)![row]).row][keyPath: name]
            }
            let type = table.reference(.type, row).map { RelationType.allCases[$0] } ?? .FS
            let lag = table.integer(.lag, row).map { Lag(raw: $0).minutes } ?? 0
            return "\(ends[0]) \(type)\(lag) \(ends[1])"
        }.sorted()
    }

    /// Every task as "name, minutes", in order.
    private static func work(_ plan: Plan) -> [String] {
        plan.tasks.rows.map { "\(plan.tasks[$0].name) \(plan.tasks[$0].duration ?? 0)" }.sorted()
    }
}
