import Foundation
import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Real projects with their baselines.
@Suite(.enabled(if: TestFolders.hasReference)) struct SlipReferenceTests {
    /// The lines of every target, and of every fifth task, add up to its slip, and every undo value is that of a full run; the plan as it was
    /// built has all dates of the schedule.
    @Test func ledgersOfRealProjects() throws {
        var (plans, ledgers, causes) = (0, 0, [SlipCause: Int]())
        for folder in try RealPlanTests.folders() {
            let plan = try Self.plan(folder)
            let name = try #require(plan.baselines.keys.min())
            let network: Network
            do { network = try Network(compiling: plan) } catch {
                // One has two cycles beside: nothing can be computed.
                print("\(folder): no ledger: \(error.faults)")
                continue
            }
            let schedule = Schedule(of: network)
            let analysis = try SlipAnalysis(of: plan, schedule, baseline: .table(name))
            var twin = SlipTwin(analysis)
            twin.checkBuilt(folder)
            let targets = (0..<schedule.network.structure.targets.count).map { PathEnd.target($0) }
            let ends =
                targets
                + stride(from: 0, to: plan.tasks.count, by: 5).map {
                    .task(Int(schedule.network.structure.nodeOfTask[$0]))
                }
            twin.check(ends, folder)
            plans += 1
            let found = analysis.ledgers(of: ends)
            ledgers += found.count
            for line in found.flatMap(\.lines) { causes[line.cause, default: 0] += 1 }
        }
        #expect(plans == 118)
        print("dslib: \(ledgers) ledgers of \(plans) plans, lines: \(causes)")
    }

    /// A project; of three that are refused for one wrong cell each (an id twice, estimates out of order, 200 % done), what is left without it.
    private static func plan(_ folder: String) throws -> Plan {
        do {
            return try Plan(contentsOf: folder)
        } catch let error as LoadError {
            var files: [String: [UInt8]] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
            where name.hasSuffix("csv") || name.hasSuffix("yaml") {
                files[name] = try Array(TestFolders.contents(of: "\(folder)/\(name)"))
            }
            for fault in error.faults {
                print("\(folder): without the cell of \(fault)")
                files[fault.file] = Array(without(fault, String(decoding: files[fault.file]!, as: UTF8.self)).utf8)
            }
            return try Plan(folder: files)
        }
    }

    /// A table without the row of an id that is there twice, or without a cell; without the whole estimate where one of its points is wrong.
    private static func without(_ fault: Fault, _ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let (place, columns) = (fault.line! - 1, lines[0].split(separator: ",").map { String($0) })
        if fault.column == "id" {
            lines.remove(at: place)
        } else {
            let blank =
                fault.column == "pessimistic" ? ["optimistic", "most_likely", "pessimistic", "distribution"] : [fault.column!]
            var (cells, cell, isQuoted) = ([String](), "", false)
            for character in lines[place] {
                if character == "\"" { isQuoted.toggle() }
                if character == ",", !isQuoted { (cells, cell) = (cells + [cell], "") } else { cell.append(character) }
            }
            cells.append(cell)
            for name in blank { if let column = columns.firstIndex(of: name) { cells[column] = "" } }
            lines[place] = cells.joined(separator: ",")
        }
        return lines.joined(separator: "\n")
    }
}
