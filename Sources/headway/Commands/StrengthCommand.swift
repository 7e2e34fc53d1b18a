import ArgumentParser
import Headway
import PlanReports

/// `headway strength`.
struct StrengthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strength", abstract: "How far each initiative is defined, deployed, kept in rhythm and on course.",
        discussion: """
            One page: of each initiative whether its goals have measures, owners and dates (defined), whether there are projects, tasks, people \
            and dates below them (deployed), whether those who carry its work meet their managers and report (in rhythm), and how likely it is \
            on time (on course). Every figure is a count of a count; the four are never added up to one score.

            Examples:
              headway strength plan/
              headway strength plan/ --samples 10000 --format json -o strength.json
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        name: .customLong("stale-after"),
        help: ArgumentHelp(
            "A task under way is fresh that was reported on within so many days (default: 30).", valueName: "days"))
    var staleAfter = 30

    @Flag(help: "Also tell the check-ins of fewer than five people.")
    var named = false

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        guard staleAfter >= 1 else { throw ValidationError("--stale-after: expected 1 or more days (found \(staleAfter))") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let network = try run.compile(plan, path: self.plan)
        let settings = ForecastSettings(samples: simulation.samples, seed: simulation.seed, threads: output.threadCount)
        let targets = Array(network.structure.targets.targets(.initiative)) + [0]
        let mode = simulation.givenResources?.mode ?? (plan.assignments.count > 0 ? .dynamic : .none)
        if mode == .fixed, HeldPeople(plan, network).needsDispatching { throw ForecastCommand.needsDispatching }
        let runner = ScenarioRunner.simulation(holding: mode, settings, targets: targets)
        let forecast = try run.watched("forecast") { progress in
            runner.run(plan, network, progress)?.forecast
        }
        let report = try run.step(\.compute) {
            let alignment = try output.telling(self.plan) { try Alignment(of: plan, network) }
            return StrengthReport(
                of: plan, network, alignment, CheckIns(of: plan), ReportStaleness(of: plan, staleAfter: staleAfter), forecast,
                isNamed: named)
        }
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }
}
