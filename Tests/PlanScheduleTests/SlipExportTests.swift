import Foundation
import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Two exports of one P6 plan, the second with known changes: they come back as lines with their days, and nothing else does.
@Suite(.enabled(if: TestFolders.hasReference)) struct SlipExportTests {
    /// Everything is driven by one chain on one calendar of eight hours, so that each change counts in full: a task 16 h longer, a lag 16 h
    /// longer, 24 h of new work between two tasks, a link that makes a task wait a day for another, a holiday in the middle of a task.
    @Test func injectedCausesComeBack() throws {
        let lines = try lines { export in
            export.set("RECONS08", "target_drtn_hr_cnt", "64")
            export.set("RECONS08", "remain_drtn_hr_cnt", "64")
            export.setLag("24", from: "REELEC01", to: "REELEC02")
            export.addTask("NEW01", like: "RECONS14", hours: "24")
            export.unlink(from: "RECONS14", to: "RECONS15")
            export.link(from: "RECONS14", to: "NEW01")
            export.link(from: "NEW01", to: "RECONS15")
            export.link(from: "RECONS11", to: "RECONS14")
            // Monday 22 March 2010, in days since 30 December 1899.
            export.addFreeDay(40_259, calendar: "841")
        }
        #expect(
            lines == [
                "RECONS05 calendar changed 480", "RECONS08 remaining grew 960", "RECONS14 logic changed 480 RECONS11",
                "NEW01 scope added 1440", "REELEC02 lag changed 960 REELEC01",
            ])
    }

    /// Each alone, with what undoes it: the whole of it.
    @Test func oneChangeIsOneLine() throws {
        #expect(
            try lines { export in
                export.set("RECONS08", "target_drtn_hr_cnt", "40")
                export.set("RECONS08", "remain_drtn_hr_cnt", "40")
            } == ["RECONS08 remaining grew -480"])
        #expect(try lines { $0.setLag("0", from: "REELEC01", to: "REELEC02") } == ["REELEC02 lag changed -480 REELEC01"])
        #expect(try lines { $0.unlink(from: "REELEC01", to: "REELEC02") }.allSatisfy { !$0.contains("remaining") })
        // Thursday 20 May instead of Friday the 14th: five days of six-day weeks.
        #expect(
            try lines { export in
                export.set("LSCONS02", "cstr_type", "CS_MSOA")
                export.set("LSCONS02", "cstr_date", "2010-05-20 08:00")
            } == ["LSCONS02 constraint 2400"])
    }

    /// Lines of the whole plan's ledger: task, cause, minutes and predecessor.
    private func lines(_ change: (inout Export) -> Void) throws -> [String] {
        let path = try #require(TestFolders.reference) + "/p6/construction.xer"
        var export = try Export(path)
        change(&export)
        let now = try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let second = folder + "/second.xer"
            try export.text.write(toFile: second, atomically: true, encoding: .isoLatin1)
            return try Plan(contentsOf: second)
        }
        let before = try Plan(contentsOf: path)
        let baseline = SlipBaseline.plan(before, Schedule(of: try Network(compiling: before)), name: "first")
        let schedule = Schedule(of: try Network(compiling: now))
        let analysis = try SlipAnalysis(of: now, schedule, baseline: baseline)
        let ledger = try #require(analysis.ledgers(of: [.target(0)]).first)
        #expect(ledger.lines.reduce(0) { $0 + $1.minutes } == ledger.minutes)
        var twin = SlipTwin(analysis)
        twin.check(twin.subjects, "export")
        func id(_ task: SlipLedger.Task) -> String {
            switch task {
            case .row(let row): now.tasks.text(.id, row)
            case .gone(let row): before.tasks.text(.id, row)
            }
        }
        return ledger.lines.map { line in
            "\(id(line.task)) \(line.cause.rawValue) \(line.minutes)" + (line.predecessor.map { " " + id($0) } ?? "")
        }
    }
}

/// The text of an export, with rows that can be changed.
private struct Export {
    private var lines: [[String]]

    init(_ path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .isoLatin1)
        lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    var text: String { lines.map { $0.joined(separator: "\t") }.joined(separator: "\n") }

    /// The rows of a table, and the place of a column in them.
    private func rows(_ table: String) -> Range<Int> {
        let first = lines.firstIndex { $0[0] == "%T" && $0[1] == table }!
        let end = lines[(first + 1)...].firstIndex { $0[0] != "%F" && $0[0] != "%R" }!
        return first + 2..<end
    }

    private func column(_ name: String, of table: String) -> Int {
        lines[rows(table).lowerBound - 1].firstIndex(of: name)!
    }

    private func row(_ table: String, where column: String, is value: String) -> Int {
        let place = self.column(column, of: table)
        return rows(table).first { lines[$0][place] == value }!
    }

    private func key(_ code: String) -> String {
        lines[row("TASK", where: "task_code", is: code)][column("task_id", of: "TASK")]
    }

    private func relation(_ from: String, _ to: String) -> Int {
        let (predecessor, successor) = (column("pred_task_id", of: "TASKPRED"), column("task_id", of: "TASKPRED"))
        return rows("TASKPRED").first { lines[$0][predecessor] == key(from) && lines[$0][successor] == key(to) }!
    }

    mutating func set(_ code: String, _ name: String, _ value: String) {
        lines[row("TASK", where: "task_code", is: code)][column(name, of: "TASK")] = value
    }

    mutating func setLag(_ hours: String, from: String, to: String) {
        lines[relation(from, to)][column("lag_hr_cnt", of: "TASKPRED")] = hours
    }

    mutating func unlink(from: String, to: String) { lines.remove(at: relation(from, to)) }

    mutating func link(from: String, to: String) {
        let last = rows("TASKPRED").upperBound - 1
        var row = lines[last]
        row[column("task_pred_id", of: "TASKPRED")] = "9\(last)"
        row[column("pred_task_id", of: "TASKPRED")] = key(from)
        row[column("task_id", of: "TASKPRED")] = key(to)
        row[column("pred_type", of: "TASKPRED")] = "PR_FS"
        row[column("lag_hr_cnt", of: "TASKPRED")] = "0"
        lines.insert(row, at: last + 1)
    }

    mutating func addTask(_ code: String, like other: String, hours: String) {
        let place = row("TASK", where: "task_code", is: other)
        var row = lines[place]
        row[column("task_id", of: "TASK")] = "9\(place)"
        row[column("task_code", of: "TASK")] = code
        row[column("target_drtn_hr_cnt", of: "TASK")] = hours
        row[column("remain_drtn_hr_cnt", of: "TASK")] = hours
        row[column("guid", of: "TASK")] = ""
        lines.insert(row, at: place + 1)
    }

    mutating func addFreeDay(_ serial: Int, calendar: String) {
        let (place, data) = (row("CALENDAR", where: "clndr_id", is: calendar), column("clndr_data", of: "CALENDAR"))
        lines[place][data] = lines[place][data].replacing(
            "Exceptions()(", with: "Exceptions()((0||0(d|\(serial))())", maxReplacements: 1)
    }
}
