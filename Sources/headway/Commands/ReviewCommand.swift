import ArgumentParser
import Headway
import PlanReports

/// `headway review`.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "The record that evaluation may use: progress on one's goals, and one's check-ins.",
        discussion: """
            The record has two parts and no third. Part 1 holds the goals that a person answers for or contributes to: planned against actual by \
            earned schedule, the forecast finish with its interval, missed, met or exceeded by the measure, and what the person's own tasks of \
            the goal came to. Part 2 holds the check-ins of the period: those that their manager kept with them, and those that they kept with \
            their own people. Nothing else of the plan is in it.

            Examples:
              headway review plan/ --person E110
              headway review plan/ --all --from 2027-01-01 --to 2027-06-30 --format json -o review.json
              headway review plan/ --all --format csv --part checkins -o checkins.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(help: ArgumentHelp("The record of this person; several may be named.", valueName: "id"))
    var person: [String] = []

    @Flag(help: "The records of everybody who was employed in the period.")
    var all = false

    @Option(help: ArgumentHelp("The first day of the period (default: the plan's epoch).", valueName: "day"))
    var from: DayWord?

    @Option(help: ArgumentHelp("The last day of the period (default: the data date).", valueName: "day"))
    var to: DayWord?

    @Option(help: ArgumentHelp("The baseline that progress is held against (default: the only one).", valueName: "name"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("Which of the two parts CSV shows: goals or checkins (default: goals).", valueName: "goals|checkins")
    )
    var part: PartWord?

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        if person.isEmpty, !all { throw ValidationError("--person: expected somebody's id, or --all (found neither)") }
        if !person.isEmpty, all { throw ValidationError("--all: expected no --person beside it") }
        if part != nil, output.format != .csv { throw ValidationError("--part: expected --format csv beside it") }
        if let given = simulation.givenResources, given != .none {
            throw ValidationError("--resources: expected none (found \(given.rawValue)); people are no limit here")
        }
        if let from, let to, to.day < from.day { throw ValidationError("--to: expected no day before --from") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let period = try PeriodChoice.period(of: plan, from: from, to: to)
        let people = try people(plan, during: period)
        let baseline = try baselineName(plan)
        let network = try run.compile(plan, path: self.plan)
        let forecast = try forecast(network, &run)
        let report = try run.step(\.compute) {
            let earned = baseline.map { EarnedValue(of: plan, network, baseline: $0) }
            let checkIns = CheckIns(of: plan, during: period)
            return ReviewReport(of: people, in: plan, network, checkIns, forecast, earned, part: part?.part ?? .goals)
        }
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// Rows of those whose records are asked for.
    private func people(_ plan: Plan, during period: Period) throws -> [Int] {
        if all {
            let ids = plan.people.texts(.id) ?? TextColumn()
            let order = ids.count > 0 ? NaturalOrder.sortedRows(ids).map(Int.init) : []
            return order.filter { row in
                plan.people.date(.start, row).map { $0.day <= period.lastDay } ?? true
                    && plan.people.date(.end, row).map { LocalDateTime(minutes: $0.minutes - 1).day >= period.firstDay } ?? true
            }
        }
        var rows: [Int] = []
        for id in person {
            guard let row = plan.people.row(of: id) else {
                throw ValidationError("--person: no person of the plan has the id \(printable(id))")
            }
            if !rows.contains(row) { rows.append(row) }
        }
        return rows
    }

    /// The baseline that was named, the only one, or none where the plan has none.
    private func baselineName(_ plan: Plan) throws -> String? {
        if let baseline { return try BaselineChoice.named(baseline, in: plan) }
        if plan.baselines.isEmpty { return nil }
        return try BaselineChoice.only(of: plan, path: self.plan, asJSON: output.format == .json)
    }

    private func forecast(_ network: Network, _ run: inout Run) throws -> Forecast {
        var settings = ForecastSettings(samples: simulation.samples, seed: simulation.seed, threads: output.threadCount)
        settings.criticalityTargets = []
        let targets = Array(network.structure.targets.targets(.goal)) + [0]
        let program = try run.step(\.compile) { ForecastProgram(network, seed: settings.seed, targets: targets) }
        try ForecastCommand.refuseWhatDoesNotFit(program.sampleBytes(settings.samples), samples: settings.samples)
        let forecast = try run.watched("forecast") { progress in
            Forecast(running: program, settings: settings, progress: progress)
        }
        return forecast
    }
}

/// A part of the record, as the command line names it.
struct PartWord: ExpressibleByArgument {
    let part: ReviewReport.Part

    init?(argument: String) {
        guard let part = ReviewReport.Part(rawValue: argument) else { return nil }
        self.part = part
    }
}
