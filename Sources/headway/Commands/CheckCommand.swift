import ArgumentParser
import Headway
import PlanReports

/// `headway check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with a plan, how sound it is, and what is poor about it.",
        discussion: """
            Errors make a plan unusable (exit code 1); findings do not: orphans, dead ends, missing dates, loose \
            logic, work without people. Health is the 14 points of the DCMA assessment and the ten practices of the \
            GAO guide, each with its numbers; plan.yaml may set other thresholds under health. The score is the share \
            of applicable DCMA points that passed.

            Examples:
              headway check plan/
              headway check plan/ --format csv -o findings.csv
              headway check plan/ --baseline approved --fail-below 0.8
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(help: ArgumentHelp("The baseline that health is held against (default: the only one).", valueName: "name"))
    var baseline: String?

    @Option(help: ArgumentHelp("Exit with code 1 where the health score is below this, 0 to 1.", valueName: "score"))
    var failBelow: Double?

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        guard (0...1).contains(failBelow ?? 0) else {
            throw ValidationError("--fail-below: expected a score from 0 to 1 (found \(failBelow ?? 0))")
        }
    }

    func run() throws {
        var run = try Run(output)
        var (read, health, findings): (Plan?, Health?, [Finding]) = (nil, nil, [])
        var errors = FaultReport([], count: 0)
        do {
            let loaded = try run.load(plan, input)
            (read, findings) = (loaded, loaded.findings)
            let chosen = try chosenBaseline(loaded)
            let network = try run.compile(loaded, path: plan)
            findings += network.findings
            let schedule = try run.step(\.compute) { Schedule(of: network) }
            health = try run.step(\.compute) { Health(of: loaded, schedule, baseline: chosen) }
            findings += try run.step(\.compute) { PlanFindings(of: loaded, schedule).all }
        } catch let faults as InputFaults {
            errors = faults.report
        }
        let report = CheckReport(of: read, errors: errors, findings: findings, health: health)
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
        if errors.count > 0 { throw ExitCode(ExitCodes.checkFailed) }
        if let failBelow, let health, let refusal = HealthGate(least: failBelow).refusal(health) {
            StandardStreams.say("check: \(refusal)")
            throw ExitCode(ExitCodes.checkFailed)
        }
    }

    private func chosenBaseline(_ plan: Plan) throws -> HealthBaseline {
        let baseline = try baseline.map { try BaselineChoice.named($0, in: plan) }
        return HealthBaseline(of: plan, named: baseline)
    }
}
