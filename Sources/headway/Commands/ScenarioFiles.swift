import Headway
import PlanReports

/// Scenario files, read and made to a plan; all that is wrong with any of them is told in one run.
struct ScenarioFiles {
    private var applied: [AppliedScenario] = []
    private var (faults, count): ([Fault], Int) = ([], 0)

    /// The scenarios in the order of their files.
    ///
    /// - Throws: `InputError` for a file that cannot be opened, `InputFaults` with every fault of all files, up to a hundred.
    static func apply(_ paths: [String], to plan: Plan, _ network: Network, _ output: some ResultOptions) throws
        -> [AppliedScenario]
    {
        var files = ScenarioFiles()
        for path in paths { try files.add(path, plan, network, threads: output.threadCount) }
        files.refuseSameNames()
        guard files.count == 0 else {
            let report = FaultReport(Array(files.faults.prefix(100)), count: files.count)
            throw InputFaults(report: report, plan: nil, asJSON: output.isJSON)
        }
        return files.applied
    }

    private mutating func add(_ path: String, _ plan: Plan, _ network: Network, threads: Int) throws {
        do {
            let scenario = try Scenario(contentsOf: path, units: plan.settings.units)
            applied.append(try plan.applying(scenario, compiled: network, threads: threads))
        } catch let error as LoadError {
            add(error.faults, error.count)
        } catch let error as ScenarioError {
            add(error.faults, error.count)
        }
    }

    private mutating func add(_ new: [Fault], _ number: Int) {
        faults += new
        count += number
    }

    /// Reports tell scenarios apart by their names.
    private mutating func refuseSameNames() {
        var first: [String: String] = [:]
        for scenario in applied.map(\.scenario) {
            if let earlier = first[scenario.name] {
                add(
                    [
                        Fault(
                            code: "duplicate-name", file: scenario.file, column: "name",
                            message: "expected a name of its own; \(earlier) has it already (found \"\(scenario.name)\")")
                    ], 1)
            }
            first[scenario.name] = scenario.file
        }
    }
}
