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
            guard let plan = try? Plan(contentsOf: folder), let name = plan.baselines.keys.min() else { continue }
            let schedule = Schedule(of: try Network(compiling: plan))
            let analysis = try SlipAnalysis(of: plan, schedule, baseline: .table(name))
            var twin = SlipTwin(analysis)
            twin.checkBuilt(folder)
            let targets = (0..<schedule.network.structure.targets.count).map { PathEnd.target($0) }
            let ends = targets + stride(from: 0, to: plan.tasks.count, by: 5).map {
                .task(Int(schedule.network.structure.nodeOfTask[$0]))
            }
            twin.check(ends, folder)
            plans += 1
            let found = analysis.ledgers(of: ends)
            ledgers += found.count
            for line in found.flatMap(\.lines) { causes[line.cause, default: 0] += 1 }
        }
        print("dslib: \(ledgers) ledgers of \(plans) plans, lines: \(causes)")
    }
}
