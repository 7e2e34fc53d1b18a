import ArgumentParser
import Headway
import PlanReports

/// `headway levers`.
struct LeversCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "levers", abstract: "The cheapest moves that bring a target to a wanted chance of being on time.",
        discussion: """
            A YAML file lists the moves that are allowed, each with what it costs and the edits that it makes (those of scenario files, see \
            headway compare). Sets of moves are simulated with the same random numbers, each only until it is clear whether it reaches the \
            probability; the cheapest that does is run again on fresh ones. Beside the answer stands what each move does alone, and what one \
            more person in each team would bring.

              unit: kEUR
              moves:
                - name: Two more integration engineers
                  cost: 180
                  edits:
                    - addPeople: {team: TM14, count: 2, start: 2027-09-01, takes: team}
                - name: Day surgery in a smaller scope
                  cost: 40
                  excludes: Day surgery later
                  edits:
                    - rescope: {project: P060, factor: 0.8}

            The search ends when all that is promising was tried, after --seconds, or after --sets. Only --seconds can make two runs differ; \
            the report says where it ended the search.

            Examples:
              headway levers plan/ --target I5 --probability 0.8 --moves moves.yaml
              headway levers plan/ --target I5 --probability 80% --moves moves.yaml --seconds 300
              headway levers plan/ --target G04 --probability 0.9 --moves moves.yaml --sets 200 --format json -o levers.json
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "The initiative, goal or project that is to be on time. KIND:ID where several kinds have the id.", valueName: "id"))
    var target: String

    @Option(help: ArgumentHelp("The wanted probability, as 0.8 or 80%.", valueName: "p"))
    var probability: ProbabilityWord

    @Option(help: ArgumentHelp("The file of the moves that are allowed.", valueName: "file"))
    var moves: String

    @Option(help: ArgumentHelp("How long to search, in seconds (default: 60).", valueName: "s"))
    var seconds: Double = 60

    @Option(help: ArgumentHelp("How many sets of moves to simulate at most.", valueName: "n"))
    var sets: Int?

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        guard seconds > 0, seconds.isFinite else { throw ValidationError("--seconds: expected more than 0 (found \(seconds))") }
        guard sets ?? 1 > 0 else { throw ValidationError("--sets: expected 1 or more (found \(sets!))") }
    }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let network = try run.compile(plan, path: self.plan)
        let goal = LeverGoal(target: try found(plan, network), probability: probability.value)
        let list = try run.step(\.compile) { try self.list(plan, network) }
        let settings = try settings(plan, network)
        let meter = ProgressMeter("levers", isQuiet: output.quiet)
        let outcome = try run.step(\.compute) {
            LeverSearch.run(plan, network, list, goal, settings: settings, watch: watch(meter))
        }
        meter.clear()
        guard let outcome else { throw Interrupted() }
        let report = LeverReport(of: plan, outcome)
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// The target, which has to have a due date and work.
    private func found(_ plan: Plan, _ network: Network) throws -> Int {
        let found = try ForecastCommand.find(target, TargetLookup(plan, network), "--target")
        guard network.structure.targets.due[found] != Int32.max else {
            throw ValidationError("--target: \(printable(target)) has no due date; it is neither on time nor late")
        }
        guard ForecastCommand.hasTask(found, network.structure.targets) else {
            throw ValidationError("--target: \(printable(target)) has no task; it has no finish to forecast")
        }
        return found
    }

    /// The moves, each of which can be made alone; all that is wrong with any of them is told in one run.
    private func list(_ plan: Plan, _ network: Network) throws -> MoveList {
        do {
            let list = try MoveList(contentsOf: moves, units: plan.settings.units)
            try LeverSearch.check(list, plan, network)
            return list
        } catch let error as LoadError {
            throw faults(error.faults, error.count)
        } catch let error as ScenarioError {
            throw faults(error.faults, error.count)
        }
    }

    private func faults(_ faults: [Fault], _ count: Int) -> InputFaults {
        InputFaults(report: FaultReport(faults, count: count), plan: nil, asJSON: output.format == .json)
    }

    private func settings(_ plan: Plan, _ network: Network) throws -> LeverSettings {
        var settings = LeverSettings()
        (settings.samples, settings.seed) = (simulation.samples, simulation.seed)
        (settings.threads, settings.mostTrials) = (output.threadCount, sets)
        settings.mode = simulation.givenResources?.mode ?? (plan.assignments.count > 0 ? .dynamic : .none)
        if settings.mode == .fixed, HeldPeople(plan, network).needsDispatching { throw ForecastCommand.needsDispatching }
        return settings
    }

    private func watch(_ meter: ProgressMeter) -> LeverSearch.Watch {
        let (start, seconds) = (ContinuousClock.now, seconds)
        var watch = LeverSearch.Watch()
        watch.timeUsed = { (ContinuousClock.now - start) / .seconds(seconds) }
        watch.goesOn = { [timeUsed = watch.timeUsed] in
            meter.update(Int(1000 * min(timeUsed(), 1)), of: 1000)
            return !Interrupt.isRequested
        }
        return watch
    }
}

/// A probability as people write it.
struct ProbabilityWord: ExpressibleByArgument {
    /// Above 0 and below 1.
    let value: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
        let value = isPercent ? number / 100 : number
        guard value > 0, value < 1 else { return nil }
        self.value = value
    }
}
