import ArgumentParser
import Headway
import PlanReports

/// `headway convert`.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Write a plan anew, and say what was not kept.",
        discussion: """
            From any plan that can be read to a plan folder: columns in one order, dates and durations in one spelling; or, where \
            OUT ends in .xml, to Microsoft Project's XML with the dates of the schedule. The result is read back and its rows are \
            counted; what was dropped, changed or supplied on the way in and out is listed.

            Examples:
              headway convert plan/ normal-plan/
              headway convert export.xer plan/
              headway convert export.xer plan/ --mapping levels.yaml
              headway convert plan/ plan.xml --forecast
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan to read: a plan folder, or an export of Primavera P6 or Microsoft Project.", valueName: "IN"))
    var input: String

    @Argument(
        help: ArgumentHelp(
            "The plan folder to make, or a file NAME.xml; it must not exist yet, or be an empty folder.", valueName: "OUT"))
    var destination: String

    @Flag(
        help: "With OUT ending in .xml: add each task's P50 and P80 finish and criticality index as custom fields.")
    var forecast = false

    @OptionGroup var reading: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    private var isXML: Bool { destination.lowercased().hasSuffix(".xml") }

    func validate() throws {
        if forecast, !isXML { throw ValidationError("--forecast: expected OUT to end in .xml") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(input, reading)
        let losses = try write(plan, &run)
        let result = try run.load(destination)
        let report = LossReport(from: plan, to: result, writing: losses)
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// Writes the kind that the name asks for.
    ///
    /// - Returns: what it cannot hold.
    private func write(_ plan: Plan, _ run: inout Run) throws -> [Finding] {
        guard isXML else {
            try run.step(\.compute) { try plan.write(to: destination, threads: output.threadCount) }
            return []
        }
        let network = try run.compile(plan, path: input)
        let figures = try forecast ? figures(of: plan, &run) : nil
        return try run.step(\.compute) {
            try plan.writeMSPDI(to: destination, dates: TaskDates(of: plan, network), forecast: figures)
        }
    }

    /// What a forecast says of every task.
    private func figures(of plan: Plan, _ run: inout Run) throws -> TaskForecastFigures {
        let network = try run.compile(TaskForecast.planWithTargets(plan), path: input)
        let settings = ForecastSettings(
            samples: simulation.samples, seed: simulation.seed, threads: output.threadCount, criticalityTargets: [0])
        let program = try run.step(\.compile) { ForecastProgram(network, seed: settings.seed) }
        try ForecastCommand.refuseWhatDoesNotFit(program.sampleBytes(settings.samples), samples: settings.samples)
        let forecast = try run.step(\.compute) {
            Forecast(running: program, settings: settings) { _, _ in !Interrupt.isRequested }
        }
        guard let forecast else { throw Interrupted() }
        let tasks = TaskForecast(of: plan, forecast)
        return TaskForecastFigures(p50: tasks.p50, p80: tasks.p80, criticalityIndex: tasks.criticalityIndex)
    }
}

extension TaskDates {
    /// The dates of a plan as its schedule has them.
    init(of plan: Plan, _ network: Network) {
        let schedule = Schedule(of: network)
        let nodes = plan.tasks.rows.map { Int(network.structure.nodeOfTask[$0]) }
        self.init(
            start: nodes.map { $0 < 0 ? nil : schedule.date(schedule.startInstant($0)) },
            finish: nodes.map { $0 < 0 ? nil : schedule.date(schedule.finishInstant($0)) })
    }
}
