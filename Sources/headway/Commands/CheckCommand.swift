import ArgumentParser
import Headway
import PlanReports

/// `headway check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with a plan, and what is poor about it.",
        discussion: """
            Errors make a plan unusable (exit code 1); findings do not: orphans, dead ends, missing dates, loose \
            logic, work without people.

            Examples:
              headway check plan/
              headway check plan/ --format csv -o findings.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
        var run = try Run(output)
        var (read, findings): (Plan?, [Finding]) = (nil, [])
        var errors = FaultReport([], count: 0)
        do {
            let loaded = try run.load(plan, input)
            (read, findings) = (loaded, loaded.findings)
            let network = try run.compile(loaded, path: plan)
            findings += network.findings
            findings += try run.step(\.compute) { PlanFindings(of: loaded, Schedule(of: network)).all }
        } catch let faults as InputFaults {
            errors = faults.report
        }
        let report = CheckReport(of: read, errors: errors, findings: findings)
        try run.finish(text: report.text, json: report.json, csv: report.csv)
        if errors.count > 0 { throw ExitCode(ExitCodes.checkFailed) }
    }
}
