import ArgumentParser
import Headway
import PlanReports

/// `headway schedule`.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Early and late dates, floats, the critical and the longest path.",
        discussion: """
            Every task takes its plain duration; people are not limited. With --baseline it shows how far every start and finish has \
            moved, in working time and in calendar days.

            Examples:
              headway schedule plan/
              headway schedule plan/ --baseline approved
              headway schedule plan/ --format csv -o dates.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(help: ArgumentHelp("A baseline of the plan to show slips against.", valueName: "name"))
    var baseline: String?

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let baseline = try baseline.map { SlipBaseline.table(try BaselineChoice.named($0, in: plan)) }
        let network = try run.compile(plan, path: self.plan)
        let schedule = try run.step(\.compute) { Schedule(of: network) }
        let report = try run.step(\.compute) {
            ScheduleReport(of: plan, schedule, baseline: baseline, threads: output.threadCount)
        }
        try run.finish(text: report.text, json: report.json, csv: report.csv)
    }
}
