import ArgumentParser
import Headway
import PlanReports

/// `headway forecast`.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "When each initiative will be done, how sure that is, and what decides it.",
        discussion: """
            Durations are drawn from their ranges and the plan is run, many times. P80 is the date that 80 % of the runs keep. A goal \
            with a measure is missed, met or exceeded as its measure moves in a straight line from its current value to the level \
            that meets the goal at its finish, and on at that pace until it is due.

            Examples:
              headway forecast plan/
              headway forecast plan/ --samples 10000 --seed 7
              headway forecast plan/ --precision 0.25d
              headway forecast plan/ --target I5 --format json -o i5.json
              headway forecast plan/ --target I5 --sensitivity --certain 8
              headway forecast plan/ --drivers --format csv -o drivers.csv
              headway forecast plan/ --joint --joint-of I1,I2,G04
              headway forecast plan/ --mitigate R01 --mitigate R05
              headway forecast plan/ --scenario hire.yaml
              headway forecast plan/ --save monday.forecast
              headway forecast plan/ --saved monday.forecast --format csv --joint
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "Only this initiative, goal or project; several may be named. KIND:ID where several kinds have the id.",
            valueName: "id"))
    var target: [String] = []

    @Option(
        help: ArgumentHelp(
            "Forecast the plan with the edits of this scenario file; headway compare shows the differences.", valueName: "file")
    )
    var scenario: [String] = []

    @OptionGroup var showing: ShowingOptions
    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var explaining: SensitivityOptions
    @OptionGroup var keeping: KeepingOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        if output.format == .csv, showing.goals, showing.joint || !showing.jointOf.isEmpty {
            throw ValidationError("--goals: expected no --joint beside it with --format csv; a file holds one table")
        }
        if output.format == .csv, let (option, other) = explaining.tables(besides: showing) {
            throw ValidationError("\(option): expected no \(other) beside it with --format csv; a file holds one table")
        }
        if let save = keeping.save, save == output.output {
            throw ValidationError("--save: expected another file than --output")
        }
        if scenario.count > 1 {
            throw ValidationError("--scenario is given twice; give it once (headway compare takes several)")
        }
        if !scenario.isEmpty, keeping.save != nil || keeping.saved != nil {
            throw ValidationError("--scenario: expected no --save and no --saved beside it; a kept forecast is the plan's own")
        }
        if simulation.resources == .dynamic, explaining.sensitivity || explaining.drivers {
            throw ValidationError("--sensitivity, --drivers: expected --resources none or fixed beside them")
        }
        if simulation.resources != .none, keeping.save != nil || keeping.saved != nil {
            throw ValidationError(
                "--resources: expected no --save and no --saved beside it; a kept forecast does not hold people")
        }
        if simulation.resources == .dynamic, drawing.precision != nil {
            throw ValidationError("--precision: expected --resources none or fixed beside it")
        }
        guard keeping.saved != nil else { return }
        let drawn: [(String, Bool)] = [
            ("--samples", simulation.givenSamples != nil), ("--seed", simulation.givenSeed != nil),
            ("--precision", drawing.precision != nil), ("--sampling", drawing.givenSampling != nil),
            ("--mitigate", !drawing.mitigate.isEmpty),
        ]
        if let (option, _) = drawn.first(where: \.1) {
            throw ValidationError("\(option): expected none with --saved; that forecast is made already")
        }
    }

    func run() throws {
        var run = try Run(output)
        let file = try keeping.save.map { path throws(OutputError) in try OutputFile(path) }
        let archive = try keeping.saved.map { path in try run.step(\.load) { try SavedForecast(path, output.format) } }
        let original = try run.load(self.plan, input)
        try archive?.check(original)
        let compiled = try run.compile(original, path: self.plan)
        let applied = try run.step(\.compile) { try ScenarioFiles.apply(scenario, to: original, compiled, output) }.first
        let (plan, network) = (applied?.plan ?? original, applied?.network ?? compiled)
        var asked = try request(plan, network, savedBy: archive?.version)
        asked.scenario = applied
        let (forecast, program): (Forecast, ForecastProgram?)
        if let archive {
            let kept = try run.step(\.compile) { try archive.forecast(of: plan, network, threads: output.threadCount) }
            (forecast, program) = (kept, nil)
            try refuseWhatIsNotKept(asked, forecast, plan)
            // A file of named targets shows these.
            if target.isEmpty, !asked.targets.contains(where: forecast.keeps) {
                asked.targets = (1..<network.structure.targets.count).filter(forecast.keeps)
            }
        } else {
            (forecast, program) = try simulate(plan, try mitigated(network, plan), asked, &run)
        }
        asked.explanation = try explanation(plan, forecast, program, &run)
        let report = try run.step(\.compute) { ForecastReport(of: plan, forecast, asked, threads: output.threadCount) }
        if let file {
            let kept = try run.step(\.compute) {
                ForecastArchive(keeping: forecast, of: plan, headway: ResultHead.version).bytes()
            }
            try file.commit(kept)
        }
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    private func simulate(_ plan: Plan, _ network: Network, _ asked: ForecastRequest, _ run: inout Run) throws -> (
        Forecast, ForecastProgram?
    ) {
        let settings = settings(plan, network, asked)
        // Text shows few of thousands of targets: only what it needs is kept.
        let keepsAll = target.isEmpty && (output.format != .text || keeping.save != nil)
        let kept = keepsAll ? nil : asked.needed(plan, network)
        if simulation.resources == .dynamic { return (try dispatch(plan, network, settings, kept, &run), nil) }
        let chains = simulation.resources == .fixed ? try chains(plan, network, &run) : nil
        let program = try run.step(\.compile) {
            ForecastProgram(network, seed: settings.seed, targets: kept, explains: explains, chains: chains)
        }
        try Self.refuseWhatDoesNotFit(program.sampleBytes(settings.samples), samples: settings.samples)
        let forecast = try run.watched("forecast") { progress in
            Forecast(running: program, settings: settings, progress: progress)
        }
        return (forecast, program)
    }

    /// How the levelled plan hands people on.
    private func chains(_ plan: Plan, _ network: Network, _ run: inout Run) throws -> ResourceChains {
        let people = try run.step(\.compile) { HeldPeople(plan, network) }
        guard !people.needsDispatching else { throw Self.needsDispatching }
        return try run.step(\.compute) { people.chains(network) }
    }

    /// Absences and chance need dispatching.
    static let needsDispatching = ValidationError(
        "--resources fixed: the plan has absences or names what happens to people by chance; only dynamic knows those")

    /// A forecast in which people are dispatched anew in each replication.
    private func dispatch(
        _ plan: Plan, _ network: Network, _ settings: ForecastSettings, _ kept: [Int]?, _ run: inout Run
    ) throws -> Forecast {
        let people = try run.step(\.compile) { HeldPeople(plan, network) }
        let forecast = try run.watched("forecast") { progress in
            Forecast(
                of: network, dispatching: people.capacity, ranks: people.ranks, settings: settings, targets: kept,
                progress: progress)
        }
        return forecast
    }

    /// What drives the targets, as far as it was asked for. A forecast from a file has no program; it is written anew.
    private func explanation(
        _ plan: Plan, _ forecast: Forecast, _ program: ForecastProgram?, _ run: inout Run
    ) throws -> ForecastReport.Explanation {
        guard forecast.people == nil, let settings = explaining.settings(isJSON: output.format == .json) else { return .init() }
        let program = try run.step(\.compile) {
            program
                ?? ForecastProgram(forecast.network, seed: forecast.settings.seed, explains: true, chains: forecast.chains)
        }
        let sensitivity = try run.watched("what drives it") { progress in
            Sensitivity(of: forecast, program: program, settings: settings, progress: progress)
        }
        return explaining.explanation(SensitivityReport(of: plan, forecast, sensitivity))
    }

    /// Whether sensitivities may be asked for: of a file that is kept, at any time.
    private var explains: Bool { keeping.save != nil || explaining.settings(isJSON: output.format == .json) != nil }

    private func settings(_ plan: Plan, _ network: Network, _ asked: ForecastRequest) -> ForecastSettings {
        let most = drawing.precision == nil ? simulation.samples : simulation.givenSamples ?? DrawingOptions.mostSamples
        var settings = ForecastSettings(
            samples: most, seed: simulation.seed, threads: output.threadCount, isStratified: drawing.isStratified,
            criticalityTargets: target.isEmpty ? nil : asked.targets)
        settings.precision = drawing.precision?.precision(plan.settings.units)
        // The same targets in every format, so that the format does not change how many replications are run.
        let exact = target.isEmpty ? ForecastReport.headTargets(of: network) : asked.targets
        if drawing.precision != nil { settings.precisionTargets = Set(exact + [0]).sorted() }
        return settings
    }

    /// A failed allocation cannot be caught, so what would not fit is refused before it is tried.
    static func refuseWhatDoesNotFit(_ bytes: Int, samples: Int) throws {
        guard bytes > Machine.memoryBytes / 2 else { return }
        let (needed, half) = (bytes >> 20, Machine.memoryBytes >> 21)
        throw ValidationError(
            "--samples: \(samples) samples of every target take \(needed) MiB, more than half of this machine's memory "
                + "(\(half) MiB); ask for fewer")
    }
}
