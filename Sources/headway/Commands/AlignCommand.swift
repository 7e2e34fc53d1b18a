import ArgumentParser
import Headway
import PlanReports

/// `headway align`.
struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align", abstract: "Whether the work and the people serve the initiatives, and who carries what.",
        discussion: """
            The work that is left flows up the cascade: from tasks to projects, goals and initiatives, and along links beside the tree. What has \
            several parents is split by weight (its parent in the tree has weight 1, a link its own), in whole minutes, so that the effort of all \
            initiatives and what serves none add up to the total, exactly.

            Shown are how far each step of the cascade is complete, each initiative's share of the effort beside its share of the weight, who \
            works for what, and lists of what is broken: work that serves no initiative, promises without work, owners who are not there, \
            people who cannot see an initiative from their work, and so on.

            Examples:
              headway align plan/
              headway align plan/ --by line
              headway align plan/ --list line-of-sight
              headway align plan/ --consequence
              headway align plan/ --by person --format csv -o people.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "Add effort up by person, team, unit or line (a manager and everybody below) (default: unit); with --format csv that table.",
            valueName: "person|team|unit|line"))
    var by: GroupingWord?

    @Option(
        help: ArgumentHelp(
            "Show one list alone and whole: \(AlignmentList.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "list"))
    var list: ListWord?

    @Flag(
        help: ArgumentHelp(
            "Also what work that serves no initiative costs each initiative in days, by taking its people: two simulations that hold people, "
                + "with the same random numbers (--samples, --seed)."))
    var consequence = false

    @Option(
        help: ArgumentHelp(
            "Look at the plan as this scenario file edits it, and list what those leave behind whom it takes away.",
            valueName: "file"))
    var scenario: String?

    @Option(
        name: .customLong("hr-unit"),
        help: ArgumentHelp(
            "A unit that is the HR function; several may be named (default: those called HR, People, Personnel or Human resources).",
            valueName: "name"))
    var hrUnit: [String] = []

    @Option(
        name: .customLong("most-owned"),
        help: ArgumentHelp(
            "More open initiatives, goals and projects than this nobody should answer for (default: 7).", valueName: "n"))
    var mostOwned = 7

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        if by != nil, list != nil { throw ValidationError("--list: expected no --by beside it") }
        if consequence, list != nil { throw ValidationError("--consequence: expected no --list beside it") }
        let isSimulated = simulation.givenSamples != nil || simulation.givenSeed != nil || simulation.givenResources != nil
        if isSimulated, !consequence {
            throw ValidationError(
                "--samples, --seed, --resources: expected --consequence beside them; nothing else is simulated")
        }
        if let given = simulation.givenResources, given != .dynamic {
            throw ValidationError(
                "--resources: expected dynamic (found \(given.rawValue)); --consequence is about people in each run")
        }
        guard mostOwned >= 1 else { throw ValidationError("--most-owned: expected 1 or more (found \(mostOwned))") }
    }

    func run() throws {
        var run = try Run(output)
        let base = try run.load(self.plan, input)
        for name in hrUnit where !Self.hasUnit(name, base) {
            throw ValidationError("--hr-unit: no person and no team of the plan is in a unit called \(printable(name))")
        }
        let baseNetwork = try run.compile(base, path: self.plan)
        let applied = try scenario.map { file in
            try run.step(\.compile) { try ScenarioFiles.apply([file], to: base, baseNetwork, output)[0] }
        }
        let (plan, network) = (applied?.plan ?? base, applied?.network ?? baseNetwork)
        var settings = AlignmentSettings()
        (settings.hrUnits, settings.mostOwned, settings.threads) = (hrUnit, mostOwned, output.threadCount)
        let alignment = try run.step(\.compute) {
            settings.horizon = Self.isUndated(plan) ? Self.finish(network) : nil
            return try output.telling(self.plan) { try Alignment(of: plan, network, settings) }
        }
        let consequence = consequence ? try self.consequence(plan, network, alignment, &run) : nil
        let report = AlignmentReport(
            of: plan, network, alignment, by: by?.grouping, list: list?.list, consequence: consequence,
            scenario: applied, succession: applied == nil ? nil : SuccessionGaps(from: base, to: plan, network, alignment))
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    /// The plan as it is beside the plan in which nobody does what serves no initiative.
    private func consequence(_ plan: Plan, _ network: Network, _ alignment: Alignment, _ run: inout Run) throws
        -> AlignmentReport.Consequence
    {
        let people = try run.step(\.compile) { HeldPeople(plan, network) }
        let work = UnalignedWork(of: plan, network, alignment, people.capacity)
        if work.tasks.isEmpty { return .init(work, nil) }
        let settings = ForecastSettings(samples: simulation.samples, seed: simulation.seed, threads: output.threadCount)
        let targets = Array(network.structure.targets.targets(.initiative)) + [0]
        let outcome = try run.watched("consequence") { progress in
            WorkConsequence(of: work.isUnaligned, network, people, targets: targets, settings: settings, progress: progress)
        }
        return .init(work, outcome)
    }

    private static func hasUnit(_ name: String, _ plan: Plan) -> Bool {
        let name = name.lowercased()
        return plan.people.rows.contains { plan.people.text(.unit, $0).lowercased() == name }
            || plan.teams.rows.contains { plan.teams.text(.unit, $0).lowercased() == name }
    }

    /// Whether nothing in the plan is due.
    static func isUndated(_ plan: Plan) -> Bool {
        let columns = [
            plan.initiatives.integers(.due), plan.goals.integers(.due), plan.projects.integers(.due), plan.tasks.integers(.due),
            plan.tasks.integers(.deadline),
        ]
        return !columns.contains { $0?.contains { $0 != Cell.absent } ?? false }
    }

    /// When the plan finishes by its schedule.
    static func finish(_ network: Network) -> Int32? {
        let schedule = Schedule(of: network)
        return (0..<network.structure.nodeCount).map(schedule.finishInstant).max()
    }
}

/// By whom effort is added up, as the command line says it.
struct GroupingWord: ExpressibleByArgument {
    let grouping: AlignmentReport.Grouping

    init?(argument: String) {
        guard let grouping = AlignmentReport.Grouping(rawValue: argument) else { return nil }
        self.grouping = grouping
    }
}

/// A list, as the command line names it.
struct ListWord: ExpressibleByArgument {
    let list: AlignmentList

    init?(argument: String) {
        guard let list = AlignmentList(rawValue: argument) else { return nil }
        self.list = list
    }
}
