import Foundation
import PlanFiles
import PlanModel
import PlanSchedule
import TestSupport
import Testing

/// Instances of the literature with known critical paths and best known makespans.
@Suite(.enabled(if: TestFolders.hasReference)) struct PSPLIBReferenceTests {
    /// What is known of an instance.
    struct Known {
        let file: String
        let criticalPath: Int, lowest: Int, best: Int
    }

    /// Every `step`-th instance of a set that is there.
    static func known(_ set: String, _ ending: String, every step: Int) throws -> [Known] {
        let folder = TestFolders.reference! + "/rcpsp"
        let table = String(decoding: try TestFolders.contents(of: folder + "/best-known.csv"), as: UTF8.self)
        let rows = table.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        let known = rows.filter { $0[0] == set }.compactMap { row -> Known? in
            let file = "\(folder)/\(set)/\(row[1])\(ending)"
            guard FileManager.default.fileExists(atPath: file) else { return nil }
            return Known(file: file, criticalPath: Int(row[2])!, lowest: Int(row[3])!, best: Int(row[4])!)
        }
        return stride(from: 0, to: known.count, by: step).map { known[$0] }
    }

    @Test(arguments: [
        ("j30", ".sm", 12, 0.010), ("j60", ".sm", 12, 0.025), ("j120", ".sm", 20, 0.060), ("RG300", ".rcp", 10, 0.060),
    ])
    func gapsAreSmall(set: String, ending: String, step: Int, bar: Double) throws {
        let known = try Self.known(set, ending, every: step)
        #expect(!known.isEmpty)
        var gap = 0.0
        for instance in known {
            let lists = RandomActivities(plan: try Plan(contentsOf: instance.file))
            let problem = try lists.problem()
            #expect(Int(problem.criticalPathLength) == instance.criticalPath)
            #expect(Int(problem.lowerBound()) <= instance.best)
            var decoder = ActivityDecoder(problem)
            let outcome = PopulationSearch.run(&decoder, seed: 1, budget: .init(schedules: 600))
            #expect(lists.checker.faults(outcome.starts) == [])
            #expect(outcome.score >= instance.lowest)
            gap += Double(outcome.score - instance.best) / Double(instance.best)
        }
        // The bar is about twice what 600 schedules leave on the whole sets.
        #expect(gap / Double(known.count) <= bar)
    }

    @Test func severalProjectsAreScheduled() throws {
        let folder = TestFolders.reference! + "/rcpsp/multi-project"
        for name in try TestFolders.names(in: folder).filter({ $0.hasSuffix(".txt") }).prefix(2) {
            let lists = RandomActivities(plan: try Plan(contentsOf: folder + "/" + name))
            let problem = try lists.problem()
            var decoder = ActivityDecoder(problem)
            for schedule in [decoder.serial(.latestStart), decoder.parallel(.latestStart)] {
                #expect(lists.checker.faults(schedule.starts) == [])
                #expect(schedule.makespan >= problem.lowerBound())
            }
        }
    }
}
