import ArgumentParser
import Headway
import PlanReports

/// `headway generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Make a synthetic organisation of any size.",
        discussion: """
            The same tasks, people and seed give the same plan, byte for byte.

            Example:
              headway generate --tasks 10000 --people 500 --seed 1 big-plan/
            """)

    @Option(help: ArgumentHelp("How many tasks the plan has.", valueName: "n"))
    var tasks: Int

    @Option(help: ArgumentHelp("How many people it has.", valueName: "n"))
    var people: Int

    @Option(help: ArgumentHelp("What all random choices are keyed by.", valueName: "n"))
    var seed: UInt64 = 1

    @Argument(help: ArgumentHelp("The plan folder to make; it must not exist yet, or be empty.", valueName: "OUT"))
    var destination: String

    @OptionGroup var output: OutputOptions

    func validate() throws {
        let range = 1...OrganisationMaker.largest
        guard range.contains(tasks) else {
            throw ValidationError("--tasks: expected 1 to \(range.upperBound) (found \(tasks))")
        }
        guard range.contains(people) else {
            throw ValidationError("--people: expected 1 to \(range.upperBound) (found \(people))")
        }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.step(\.compute) { OrganisationMaker(tasks: tasks, people: people, seed: seed).plan() }
        try run.step(\.compute) { try plan.write(to: destination, threads: output.threadCount) }
        let report = TableCounts(of: plan, seed: seed)
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }
}
