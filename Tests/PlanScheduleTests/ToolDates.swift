import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport

/// The dates, floats and path that another tool stored for its own plan, beside what Headway finds for it.
///
/// 17:00 today and 08:00 on the next working day are one instant of work: two dates agree where no working time of the task's calendar lies
/// between them.
struct ToolDates {
    /// One task of the tool's table.
    struct Row {
        let id: String
        let cells: [String: String]
        /// Whether an independent library finds the tool's dates.
        let isReproduced: Bool
    }

    /// What can differ.
    enum Figure: String, CaseIterable {
        case earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, longestPath

        /// Whether it is one of the four dates.
        var isDate: Bool { self != .totalFloat && self != .freeFloat && self != .longestPath }
    }

    let rows: [Row]
    let schedule: Schedule
    private let plan: Plan
    /// By row: the figures that differ, with what was expected and what was found.
    private(set) var misses: [[(figure: Figure, expected: String, found: String)]] = []

    /// Compares a plan file with the table beside it.
    ///
    /// - Parameters:
    ///   - idColumn: the column of the table that holds the task's id.
    ///   - columns: the column of each figure; floats in hours, or with a unit.
    init(plan path: String, table: String, idColumn: String, columns: [Figure: String]) throws {
        plan = try Plan(contentsOf: path)
        schedule = Schedule(of: try Network(compiling: plan))
        rows = try Self.rows(of: TestFolders.contents(of: table), idColumn: idColumn)
        let longest = schedule.longestPath()
        for row in rows {
            guard let task = plan.tasks.row(of: row.id) else {
                misses.append([(.earlyStart, row.id, "no such task")])
                continue
            }
            let node = Int(schedule.network.structure.nodeOfTask[task])
            var found: [(Figure, String, String)] = []
            for figure in Figure.allCases {
                guard let expected = columns[figure].flatMap({ row.cells[$0] }), !expected.isEmpty else { continue }
                if let value = mismatch(figure, expected, node, longest) { found.append((figure, expected, value)) }
            }
            misses.append(found)
        }
    }

    /// Whether the tool's own late finish of a task, or of one that follows it, lies after the late start of the next: leftovers of an
    /// earlier state of the plan.
    func contradictsItself(_ row: Row) -> Bool {
        guard let task = plan.tasks.row(of: row.id) else { return false }
        let structure = schedule.network.structure
        let node = Int(structure.nodeOfTask[task])
        let calendar = structure.calendars[structure.calendar(of: node)]
        return structure.successors[node].contains { place in
            let item = structure.successors.items[place]
            guard item >= 0 else { return false }
            let next = rows.first { $0.id == plan.tasks.text(.id, Int(structure.taskOfNode[Int(item)])) }
            guard let next, let finish = row.cells["late_finish"].flatMap(Self.date),
                let start = next.cells["late_start"].flatMap(Self.date)
            else { return false }
            let room =
                calendar.work(at: schedule.network.instant(of: start)) - calendar.work(at: schedule.network.instant(of: finish))
            return room < 0 || contradictsItself(next)
        }
    }

    /// What was found where it differs from what was expected.
    private func mismatch(_ figure: Figure, _ expected: String, _ node: Int, _ longest: [Bool]) -> String? {
        switch figure {
        case .earlyStart: mismatch(expected, schedule.earlyStartInstant(node), node)
        case .earlyFinish: mismatch(expected, schedule.earlyFinishInstant(node), node)
        case .lateStart: mismatch(expected, schedule.lateStartInstant(node), node)
        case .lateFinish: mismatch(expected, schedule.lateFinishInstant(node), node)
        case .totalFloat: mismatch(minutes: expected, schedule.totalFloat(node))
        case .freeFloat: mismatch(minutes: expected, schedule.freeFloat[node])
        case .longestPath: (expected == "Y") == longest[node] ? nil : (longest[node] ? "Y" : "N")
        }
    }

    private func mismatch(_ expected: String, _ found: Int32, _ node: Int) -> String? {
        let structure = schedule.network.structure
        let calendar = structure.calendars[structure.calendar(of: node)]
        guard let date = Self.date(expected) else { return "unreadable" }
        let instant = schedule.network.instant(of: date)
        return calendar.work(at: instant) == calendar.work(at: found) ? nil : "\(schedule.date(found))"
    }

    private func mismatch(minutes expected: String, _ found: Int32) -> String? {
        guard let minutes = Self.minutes(expected, perDay: minutesPerDay) else { return "unreadable" }
        return abs(minutes - Double(found)) < 1 ? nil : "\(Double(found) / 60)h"
    }

    /// Working minutes of a day, for floats that are written in days.
    var minutesPerDay = 480.0

    /// `2012-05-01 08:00` or with a T.
    private static func date(_ text: String) -> LocalDateTime? {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count >= 5 else { return nil }
        return LocalDateTime(year: numbers[0], month: numbers[1], day: numbers[2], minuteOfDay: numbers[3] * 60 + numbers[4])
    }

    private static func minutes(_ text: String, perDay: Double) -> Double? {
        guard let unit = text.last, unit.isLetter else { return Double(text).map { $0 * 60 } }
        let scales: [Character: Double] = ["m": 1, "h": 60, "d": perDay, "w": perDay * 5]
        return Double(text.dropLast()).flatMap { value in scales[unit].map { value * $0 } }
    }

    private static func rows(of data: some Sequence<UInt8>, idColumn: String) throws -> [Row] {
        let lines = String(decoding: Array(data), as: UTF8.self).split(whereSeparator: \.isNewline).map { fields(String($0)) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { line in
            let cells = Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
            return Row(id: cells[idColumn] ?? "", cells: cells, isReproduced: line.last == "1")
        }
    }

    /// The fields of a line of CSV; quoted ones may hold commas.
    private static func fields(_ line: String) -> [String] {
        var (fields, field, isQuoted) = ([String](), "", false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}
