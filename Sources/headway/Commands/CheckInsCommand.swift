import ArgumentParser
import Headway
import PlanReports

/// `headway checkins`.
struct CheckInsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkins", abstract: "Whether managers and their people meet as the cadence asks, and who is overdue.",
        discussion: """
            A check-in counts where its record says held: yes. An empty cell is an untouched record and counts no more than a no. For each pair of \
            manager and employee, as many are due as the cadence goes into the days on which both were employed and neither was away. Overdue is \
            a pair that has not met for more of these days than the cadence and its grace.

            Sums over fewer than five employees are withheld, and with them what they could be reckoned from, unless --named. Shown beside \
            the check-ins is how old the progress reports of the work under way are.

            Examples:
              headway checkins plan/
              headway checkins plan/ --from 2027-04-01 --to 2027-06-30
              headway checkins plan/ --manager E024 --named
              headway checkins plan/ --list overdue --format csv -o overdue.csv
              headway checkins plan/ --results
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(help: ArgumentHelp("The first day that counts (default: the plan's epoch).", valueName: "date"))
    var from: DayWord?

    @Option(help: ArgumentHelp("The last day that counts (default: the data date, and no later).", valueName: "date"))
    var to: DayWord?

    @Option(help: ArgumentHelp("Look at the people of this unit alone.", valueName: "name"))
    var unit: String?

    @Option(help: ArgumentHelp("Look at this manager's own people alone.", valueName: "id"))
    var manager: String?

    @Flag(help: "Show sums over fewer than five employees too.")
    var named = false

    @Option(
        help: ArgumentHelp(
            "Show one list alone and whole: \(CheckInList.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "list"))
    var list: CheckInListWord?

    @Option(
        help: ArgumentHelp(
            "The share of the check-ins due, in per cent, from which on the rhythm is kept with somebody who is not overdue (default: 80).",
            valueName: "percent"))
    var rhythm = 80.0

    @Option(
        name: .customLong("stale-after"),
        help: ArgumentHelp("A progress report older than this is stale (default: 30d).", valueName: "days"))
    var staleAfter = DaysWord(days: 30)

    @Flag(help: "Set check-ins beside the slips of people's tasks from a baseline: a hypothesis, with intervals.")
    var results = false

    @Option(
        help: ArgumentHelp(
            "With --results, a baseline of the plan, or a plan folder or file to hold the plan against (default: the only baseline).",
            valueName: "name|file"))
    var baseline: String?

    @Option(help: ArgumentHelp("With --results, what resampling is keyed by (default: 1).", valueName: "n"))
    var seed: UInt64?

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if unit != nil, manager != nil { throw ValidationError("--manager: expected no --unit beside it") }
        guard rhythm > 0, rhythm <= 100 else {
            throw ValidationError("--rhythm: expected a number above 0 and up to 100 (found \(rhythm))")
        }
        if !results {
            if baseline != nil { throw ValidationError("--baseline: expected --results beside it") }
            if seed != nil { throw ValidationError("--seed: expected --results beside it") }
        }
        if results, let list { throw ValidationError("--results: expected no --list beside it (found \(list.list.rawValue))") }
        if let from, let to, to.day < from.day { throw ValidationError("--to: expected no day before --from") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let period = try PeriodChoice.period(of: plan, from: from, to: to)
        let settings = try settings(of: plan)
        let choice =
            try results ? BaselineChoice(baseline, orOnlyOf: plan, path: self.plan, asJSON: output.format == .json) : nil
        // Compiling says what is wrong with records and managers.
        let network = try run.compile(plan, path: self.plan)
        let baseline = try choice?.baseline(&run, input)
        let report = try run.step(\.compute) {
            let checkIns = CheckIns(of: plan, during: period, settings: settings)
            let staleness = ReportStaleness(of: plan, staleAfter: staleAfter.days)
            let results = baseline.map { baseline in
                let slippage = Slippage(of: plan, Schedule(of: network), baseline: baseline)
                let slips = PersonSlips.days(of: plan, slippage)
                return (RhythmResults(of: checkIns, in: plan, slips: slips, seed: seed ?? 1), baseline: slippage.baseline)
            }
            return CheckInReport(of: plan, checkIns, staleness, results: results, list: list?.list)
        }
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    private func settings(of plan: Plan) throws -> CheckInSettings {
        var settings = CheckInSettings()
        settings.rhythm = rhythm / 100
        if named { settings.smallestGroup = 1 }
        if let unit {
            guard plan.people.rows.contains(where: { plan.people.text(.unit, $0) == unit }) else {
                throw ValidationError("--unit: no person of the plan is in a unit called \(printable(unit))")
            }
            settings.scope = .unit(unit)
        }
        if let manager {
            guard let row = plan.people.row(of: manager) else {
                throw ValidationError("--manager: no person of the plan has the id \(printable(manager))")
            }
            settings.scope = .manager(Int32(row))
        }
        return settings
    }
}

/// A list, as the command line names it.
struct CheckInListWord: ExpressibleByArgument {
    let list: CheckInList

    init?(argument: String) {
        guard let list = CheckInList(rawValue: argument) else { return nil }
        self.list = list
    }
}
