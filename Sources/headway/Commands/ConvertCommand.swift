import ArgumentParser
import Headway
import PlanReports

/// `headway convert`.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Write a plan anew, and say what was not kept.",
        discussion: """
            From any plan that can be read to a plan folder: columns in one order, dates and durations in one spelling. The \
            result is read back and its rows are counted; what an import dropped, changed or supplied is listed.

            Examples:
              headway convert plan/ normal-plan/
              headway convert export.xer plan/
              headway convert export.xer plan/ --mapping levels.yaml
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan to read: a plan folder, or an export of Primavera P6 or Microsoft Project.", valueName: "IN"))
    var input: String

    @Argument(help: ArgumentHelp("The plan folder to make; it must not exist yet, or be empty.", valueName: "OUT"))
    var destination: String

    @OptionGroup var reading: InputOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(input, reading)
        try run.step(\.compute) { try plan.write(to: destination, threads: output.threadCount) }
        let result = try run.load(destination)
        let report = LossReport(from: plan, to: result)
        try run.finish(text: report.text, json: report.json, csv: report.csv)
    }
}
