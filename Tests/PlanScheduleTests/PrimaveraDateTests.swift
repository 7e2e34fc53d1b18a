import PlanSchedule
import TestSupport
import Testing

/// The dates that Primavera P6 stored in its own exports.
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
        for (row, misses) in zip(dates.rows, dates.misses) {
            for miss in misses {
                Issue.record("\(name) \(row.id) \(miss.figure): expected \(miss.expected), found \(miss.found)")
            }
        }
    }
}
