import ArgumentParser
import Headway
import PlanReports

/// `headway forecast`.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "When each initiative will be done, how sure that is, and what decides it.",
        discussion: """
            Durations are drawn from their ranges and the plan is run, many times. P80 is the date that 80 % of the runs keep.

            Examples:
              headway forecast plan/
              headway forecast plan/ --samples 10000 --seed 7
              headway forecast plan/ --target I5 --format json -o i5.json
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

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let network = try run.compile(plan, path: self.plan)
        let named = try targets(plan, network)
        let forecast = try simulate(network, named, &run)
        let all = Array(1..<network.structure.targets.count)
        let shown = named.isEmpty ? output.format == .text ? ForecastReport.headTargets(of: network) : all : named
        let report = try run.step(\.compute) { ForecastReport(of: plan, forecast, targets: shown, threads: output.threadCount) }
        try run.finish(text: report.text, json: report.json, csv: report.csv)
    }

    private func simulate(_ network: Network, _ targets: [Int], _ run: inout Run) throws -> Forecast {
        let settings = ForecastSettings(
            samples: simulation.samples, seed: simulation.seed, threads: output.threadCount,
            criticalityTargets: targets.isEmpty ? nil : targets)
        let program = try run.step(\.compile) { ForecastProgram(network, seed: settings.seed) }
        try Self.refuseWhatDoesNotFit(program.sampleBytes(settings.samples), samples: settings.samples)
        let meter = ProgressMeter("forecast", isQuiet: output.quiet)
        let forecast = try run.step(\.compute) {
            Forecast(running: program, settings: settings) { done, total in
                meter.update(done, of: total)
                return !Interrupt.isRequested
            }
        }
        meter.clear()
        guard let forecast else { throw Interrupted() }
        return forecast
    }

    /// A failed allocation cannot be caught, so what would not fit is refused before it is tried.
    static func refuseWhatDoesNotFit(_ bytes: Int, samples: Int) throws {
        guard bytes > Machine.memoryBytes / 2 else { return }
        let (needed, half) = (bytes >> 20, Machine.memoryBytes >> 21)
        throw ValidationError(
            "--samples: \(samples) samples of every target take \(needed) MiB, more than half of this machine's memory "
                + "(\(half) MiB); ask for fewer")
    }

    /// The targets that were named, once each.
    private func targets(_ plan: Plan, _ network: Network) throws -> [Int] {
        let lookup = TargetLookup(plan, network)
        var found: [Int] = []
        for word in target {
            switch lookup.find(word) {
            case .found(let index): if !found.contains(index) { found.append(index) }
            case .ambiguous(let words):
                throw ValidationError(
                    "--target: \(printable(word)) names several; say which: \(printable(words.joined(separator: " or ")))")
            case .unknown(let nearest):
                let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
                throw ValidationError(
                    "--target: no initiative, goal or project has the id \"\(printable(word))\"\(printable(hint))")
            }
        }
        return found.sorted()
    }
}
