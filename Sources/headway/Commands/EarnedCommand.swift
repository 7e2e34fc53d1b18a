import ArgumentParser
import Headway
import PlanReports

/// `headway earned`.
struct EarnedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earned", abstract: "Earned value and earned schedule of every target against a baseline.",
        discussion: """
            Planned value grows over the working time between a task's baseline dates; earned value is the share \
            complete of the same weight: its cost, or its effort or duration where no costs are given. Earned schedule \
            is when the baseline had planned what is earned now: SV(t) = ES - AT, SPI(t) = ES / AT.

            Examples:
              headway earned plan/
              headway earned plan/ --baseline approved --format csv -o earned.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(help: ArgumentHelp("The baseline to measure against (default: the only one).", valueName: "name"))
    var baseline: String?

    @Option(help: "When a task's cost falls due: even, over its duration, or start, all of it when it starts.")
    var accrual = Accrual.even

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    /// How `--accrual` spells what `CostAccrual` means.
    enum Accrual: String, ExpressibleByArgument, CaseIterable {
        case even, start
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let name = try baselineName(plan)
        let network = try run.compile(plan, path: self.plan)
        let accrual = CostAccrual(rawValue: accrual.rawValue)!
        let value = try run.step(\.compute) { EarnedValue(of: plan, network, baseline: name, accrual: accrual) }
        let report = EarnedReport(of: plan, network, value)
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// The baseline that was asked for, or the only one.
    private func baselineName(_ plan: Plan) throws -> String {
        if let baseline { return try BaselineChoice.named(baseline, in: plan) }
        return try BaselineChoice.only(of: plan, path: self.plan, asJSON: output.format == .json)
    }
}
