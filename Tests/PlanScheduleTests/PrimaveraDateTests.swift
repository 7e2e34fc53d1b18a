import PlanSchedule
import TestSupport
import Testing

/// The dates that Primavera P6 stored in its own exports.
///
/// In a levelled export the flag of the longest path follows the levelled dates (the remaining ones), which the export keeps beside the early
/// dates: there it is no statement about the network alone, and only there may it differ.
struct PrimaveraDateTests {
    private static let columns: [ToolDates.Figure: String] = [
        .earlyStart: "early_start_date", .earlyFinish: "early_end_date", .lateStart: "late_start_date",
        .lateFinish: "late_end_date", .totalFloat: "total_float_hr_cnt", .freeFloat: "free_float_hr_cnt",
        .longestPath: "driving_path_flag",
    ]

    @Test(
        .enabled(if: TestFolders.hasReference),
        arguments: [("terminal", 66), ("mdl4ra", 62), ("mdl4d-optimised", 62), ("construction", 51)])
    func export(name: String, count: Int) throws {
        let folder = try #require(TestFolders.reference) + "/p6/"
        let dates = try ToolDates(
            plan: folder + name + ".xer", table: folder + name + ".expected.csv", idColumn: "task_code", columns: Self.columns)
        #expect(dates.rows.count == count)
        let isLevelled = try Self.isLevelled(folder + name + ".xer")
        #expect(isLevelled == (name == "mdl4ra"))
        for (row, misses) in zip(dates.rows, dates.misses) {
            for miss in misses where miss.figure != .longestPath || !isLevelled {
                Issue.record("\(name) \(row.id) \(miss.figure): expected \(miss.expected), found \(miss.found)")
            }
        }
    }

    /// Whether work that has not started remains at other dates than its early ones.
    private static func isLevelled(_ path: String) throws -> Bool {
        let lines = String(decoding: try TestFolders.contents(of: path), as: Unicode.ASCII.self).split(
            whereSeparator: \.isNewline
        )
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let table = lines.drop { $0.count < 2 || $0[0] != "%T" || $0[1] != "TASK" }.dropFirst().prefix { $0[0] != "%T" }
        let header = try #require(table.first)
        let columns = try ["status_code", "early_start_date", "restart_date"].map {
            try #require(header.firstIndex(of: $0[...]))
        }
        return table.dropFirst().contains { row in
            row[columns[0]] == "TK_NotStart" && row[columns[1]] != row[columns[2]]
        }
    }
}
