import ArgumentParser
import Headway
import PlanReports

/// `headway compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "What scenarios would change: the plan as it is and as edited, with the same luck.",
        discussion: """
            A scenario is a YAML file with a name and a list of edits. The plan and every scenario are run with the same random numbers, so \
            a difference is that of the edits and not of luck; each comes with a 95 % interval, and where noise hides it the number of \
            samples that would show it. "Better" is how likely the scenario finishes earlier, replication by replication, ties counted half.

              name: Two more integration engineers
              edits:
                - addPeople: {team: TM14, count: 2, start: 2027-09-01, rampUp: 20d, takes: team}
                - defer: {project: P012, until: 2028-01-10}

            Edits: addPeople, removePerson, movePerson, changeFTE, changeCapacity, changeCalendar, attrition, freezeHiring, reassign, \
            defer, cancel, rescope, reprioritise, changeDue, addRisk, mitigate, addDependency, dropDependency. An edit that touches \
            nothing is an error.

            Examples:
              headway compare plan/ --scenario hire.yaml
              headway compare plan/ --scenario hire.yaml defer.yaml cancel.yaml --samples 10000
              headway compare plan/ --scenario hire.yaml --target I5 --target G04 --format json -o hire.json
              headway compare plan/ --scenario *.yaml --format csv -o scenarios.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Scenario files, one or more; each is compared with the plan as it is.", valueName: "file"))
    var scenario: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only this initiative, goal or project; several may be named. KIND:ID where several kinds have the id.",
            valueName: "id"))
    var target: [String] = []

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        guard !scenario.isEmpty else { throw ValidationError("--scenario: expected one scenario file or more (found none)") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let network = try run.compile(plan, path: self.plan)
        let request = try request(plan, network)
        let scenarios = try run.step(\.compile) { try ScenarioFiles.apply(scenario, to: plan, network, output) }
        let runner = try Self.runner(plan, network, scenarios, request, simulation, threads: output.threadCount)
        let comparison = try run.watched("compare") { progress in
            ScenarioComparison(of: plan, network, with: scenarios, request, runner: runner, progress: progress)
        }
        let report = CompareReport(of: plan, comparison)
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// The targets shown: those named, else all, of which text shows the head ones; and the initiatives among them.
    private func request(_ plan: Plan, _ network: Network) throws -> ScenarioComparison.Request {
        let lookup = TargetLookup(plan, network)
        let named = Set(try target.map { try ForecastCommand.find($0, lookup, "--target") }).sorted()
        let all = Array(1..<network.structure.targets.count)
        let whole = output.format == .text ? ForecastReport.headTargets(of: network) : all
        let shown = named.isEmpty ? whole : named
        return .init(targets: shown + [0], together: lookup.initiatives(shown))
    }

    /// How every plan is run: holding people where there is work that somebody does, unless said otherwise.
    static func runner(
        _ plan: Plan, _ network: Network, _ scenarios: [AppliedScenario], _ request: ScenarioComparison.Request,
        _ simulation: SimulationOptions, threads: Int
    ) throws -> ScenarioRunner {
        let settings = ForecastSettings(samples: simulation.samples, seed: simulation.seed, threads: threads)
        // Two runs at a time are kept.
        let bytes = 2 * request.targets.count * (settings.samples + 63) * MemoryLayout<Int32>.size
        try ForecastCommand.refuseWhatDoesNotFit(bytes, samples: settings.samples)
        let usual: PeopleMode = plan.assignments.count > 0 ? .dynamic : .none
        let mode = simulation.givenResources?.mode ?? usual
        if mode == .fixed {
            let all = [(plan, network)] + scenarios.map { ($0.plan, $0.network) }
            guard !all.contains(where: { HeldPeople($0.0, $0.1).needsDispatching }) else {
                throw ForecastCommand.needsDispatching
            }
        }
        return .simulation(holding: mode, settings, targets: request.targets)
    }
}
