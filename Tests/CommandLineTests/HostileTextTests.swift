import Foundation
import PlanReports
import TestSupport
import Testing

/// Names that programs stumble over, on terminals of any width and in files that spreadsheets open.
@Suite struct HostileTextTests {
    private static let commands: [[String]] = [
        ["check"], ["schedule"], ["schedule", "--float-paths", "2"], ["slip"], ["earned"], ["align", "--by", "person"],
        ["checkins", "--list", "pairs"], ["review", "--person", "E5"],
        ["forecast", "--samples", "100", "--sensitivity", "--goals"],
        ["strength", "--samples", "64", "--resources", "none"],
    ]

    private func run(_ command: [String], _ plan: String, _ more: [String] = [], columns: Int = 100) throws -> Program.Outcome {
        let run = try Program.run(
            [command[0], plan] + command.dropFirst() + more, environment: ["COLUMNS": "\(columns)"])
        #expect(run.code == 0, "\(command): \(run.error)")
        return run
    }

    /// No line is wider than the terminal, none moves its cursor or turns its writing around.
    @Test func terminals() throws {
        try TemporaryFolder.with { folder in
            let plan = folder + "/plan"
            try HostilePlan.write(to: plan)
            for command in Self.commands {
                for columns in [40, 60, 100] {
                    let text = try run(command, plan, columns: columns).text
                    for line in text.split(separator: "\n") {
                        #expect(DisplayWidth.of(line) <= columns && line.last != " ", "\(command) at \(columns): \(line)")
                    }
                    let unsafe = text.unicodeScalars.filter { scalar in
                        scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
                            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                    }
                    #expect(unsafe.isEmpty, "\(command) at \(columns)")
                }
            }
        }
    }

    /// No cell of a result is one that a spreadsheet computes.
    @Test func spreadsheets() throws {
        try TemporaryFolder.with { folder in
            let plan = folder + "/plan"
            try HostilePlan.write(to: plan)
            var guarded = 0
            for command in Self.commands where command[0] != "forecast" {
                let cells = cells(of: try run(command, plan, ["--format", "csv"]).text)
                #expect(cells.count > 10, "\(command)")
                for cell in cells where cell.count > 1 && "=+-@\t\r".contains(cell.first!) {
                    #expect(Double(cell) != nil, "\(command): \(cell)")
                }
                guarded += cells.count { $0.hasPrefix("'=") || $0.hasPrefix("'+") || $0.hasPrefix("'@") || $0.hasPrefix("'-") }
            }
            #expect(guarded > 50)
        }
    }

    /// The cells of a CSV text, in their order.
    private func cells(of text: String) -> [String] {
        var (cells, cell, isQuoted): ([String], String, Bool) = ([], "", false)
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                // A doubled quote closes and opens again; the quote itself does not matter here.
                isQuoted.toggle()
            } else if !isQuoted, scalar == "," || scalar == "\n" {
                cells.append(cell)
                cell = ""
            } else if isQuoted || scalar != "\r" {
                cell.unicodeScalars.append(scalar)
            }
        }
        return cells
    }
}
