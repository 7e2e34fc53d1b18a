import ArgumentParser
import Headway
import PlanReports

/// `headway slip`.
struct SlipCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slip", abstract: "Why finishes have moved from a baseline: lines that add up to the slip.",
        discussion: """
            Each line of a ledger names a task on the path to the finish, its owner, one cause, and how much of the slip arose there; the \
            lines add up to the slip, to the minute. Lines "absorbed by float" are delays, or gains, that did not come through. Beside a \
            line stands its undo value: how much earlier it would finish if this alone were undone. The plan is run again for it as it was \
            built, finished tasks following what they followed, so that the past can be undone too.

            A baseline is one of the plan's own, or another plan: an earlier export, say, matched by ids.

            Examples:
              headway slip plan/
              headway slip plan/ --baseline approved --target I5 --history
              headway slip plan/ --level
              headway slip today.xer --baseline january.xer --format csv -o slip.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "A baseline of the plan, or a plan folder or file to hold the plan against (default: the only baseline).",
            valueName: "name|file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Explain this initiative, goal, project or task, or \"plan\"; several may be named (default: every initiative). KIND:ID "
                + "where several kinds have the id.", valueName: "id"))
    var target: [String] = []

    @Flag(help: "Explain every initiative, goal and project.")
    var all = false

    @Flag(
        help:
            "Tell week by week how the slip came about, from the progress reports in history.csv; with --format csv that alone."
    )
    var history = false

    @Flag(
        help: ArgumentHelp(
            "Hold people to what they can do: the plan (and a baseline that is a plan) is levelled first, and waiting for people is a cause. "
                + "Undone, the task alone does not wait; others keep their waits."))
    var level = false

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if level, history {
            throw ValidationError("--history: expected no --level beside it; reports do not tell who waited for whom")
        }
        if all, !target.isEmpty { throw ValidationError("--all: expected no --target beside it") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let choice = try BaselineChoice(baseline, orOnlyOf: plan, path: self.plan, asJSON: output.format == .json)
        let network = try run.compile(plan, path: self.plan)
        let ends = all ? SlipReport.allTargets(of: network) : try PathEndOption.ends(target, plan, network)
        let schedule = try run.step(\.compute) { Self.schedule(plan, network, level: level) }
        let baseline = try choice.baseline(&run, input, level: level)
        let analysis = try run.step(\.compute) {
            try output.telling(self.plan) { try SlipAnalysis(of: plan, schedule, baseline: baseline) }
        }
        let weeks = try history ? run.step(\.compute) { try weekByWeek(plan, schedule, baseline, ends) } : nil
        let report = try run.step(\.compute) {
            SlipReport(of: plan, schedule, analysis, baseline: baseline, ends: ends, history: weeks)
        }
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// The schedule of a plan, levelled where people are held.
    static func schedule(_ plan: Plan, _ network: Network, level: Bool) -> Schedule {
        Schedule(of: level ? HeldPeople(plan, network).levelled(network).network : network)
    }

    private func weekByWeek(_ plan: Plan, _ schedule: Schedule, _ baseline: SlipBaseline, _ ends: [PathEnd]) throws
        -> SlipHistory
    {
        guard plan.history.count > 0 else {
            throw ValidationError("--history: expected progress reports in the plan's history.csv (found none)")
        }
        let ends = ends.isEmpty ? SlipReport.defaultEnds(of: plan, schedule.network) : ends
        let history = try output.telling(self.plan) {
            try SlipHistory(of: plan, schedule, baseline: baseline, ends: ends) { !Interrupt.isRequested }
        }
        guard let history else { throw Interrupted() }
        return history
    }
}
