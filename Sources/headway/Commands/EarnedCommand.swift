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
        try run.finish(text: report.text, json: report.json, csv: report.csv)
    }

    /// The baseline that was asked for, or the only one.
    private func baselineName(_ plan: Plan) throws -> String {
        let names = plan.baselines.keys.sorted()
        guard !names.isEmpty else {
            let fault = Fault(
                code: "no-baseline", file: "baselines",
                message: "expected a file baselines/NAME.csv to measure against (found none)")
            throw InputFaults(report: FaultReport([fault], count: 1), plan: self.plan, asJSON: output.format == .json)
        }
        let listed = printable(names.joined(separator: ", "))
        guard let baseline else {
            guard names.count == 1 else {
                throw ValidationError("--baseline: the plan has \(names.count) baselines; say which: \(listed)")
            }
            return names[0]
        }
        return try BaselineChoice.named(baseline, in: plan)
    }
}
