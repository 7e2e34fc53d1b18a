import ArgumentParser
import Headway
import PlanReports

/// `headway schedule`.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Early and late dates, floats, the critical and the longest path.",
        discussion: """
            Every task takes its plain duration; people are not limited unless --level holds them to what they can do. With --baseline it shows how far every start and finish has \
            moved, in working time and in calendar days; a baseline is one of the plan's own or another plan, matched by ids.

            --float-paths shows the most critical ways to each target: first the path that drives its finish, with the drag of every task \
            (how much it alone adds to that finish), then the paths that would drive it next, with what they may slip before.

            Examples:
              headway schedule plan/
              headway schedule plan/ --baseline approved
              headway schedule plan/ --target I5 --float-paths 10
              headway schedule plan/ --format csv -o dates.csv
              headway schedule plan/ --level
              headway schedule plan/ --level --schedules 5000 --seed 7
              headway schedule plan/ --level --loads --format csv -o loads.csv
              headway schedule j3010_1.sm --level --schedules 5000 --format json
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "A baseline of the plan to show slips against, or another plan: a folder or file.", valueName: "name|file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Show what drives this initiative, goal, project or task, or \"plan\"; several may be named. KIND:ID where several kinds "
                + "have the id.", valueName: "id"))
    var target: [String] = []

    @Option(
        help: ArgumentHelp(
            "Show so many float paths, 0 to 100, into every --target, or every initiative (default: 0, with --target 1).",
            valueName: "n"))
    var floatPaths: Int?

    @OptionGroup var levelling: LevelOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var simulation: SimulationOptions

    func validate() throws {
        if levelling.level, baseline != nil || pathCount > 0 {
            throw ValidationError(
                "--level: expected no --baseline, --target or --float-paths beside it (headway slip --level explains a finish)")
        }
        if levelling.loads, output.format != .csv { throw ValidationError("--loads: expected --format csv beside it") }
        if simulation.givenResources != nil {
            throw ValidationError("--resources: expected none here; --level holds people to what they can do")
        }
        guard (0...100).contains(pathCount) else {
            throw ValidationError("--float-paths: expected 0 to 100 (found \(pathCount))")
        }
        if output.format == .csv, baseline != nil, pathCount > 0 {
            let option = floatPaths == nil ? "--target" : "--float-paths"
            throw ValidationError("\(option): expected no --baseline beside it with --format csv; a file holds one table")
        }
    }

    /// How many paths are shown for each target.
    private var pathCount: Int { floatPaths ?? (target.isEmpty ? 0 : 1) }

    func run() throws {
        var run = try Run(output)
        let plan = try run.load(self.plan, input)
        let choice = try baseline.map { try BaselineChoice($0, of: plan) }
        let network = try run.compile(plan, path: self.plan)
        if levelling.level { return try level(plan, network, &run) }
        let ends = try PathEndOption.ends(target, plan, network)
        let schedule = try run.step(\.compute) { Schedule(of: network) }
        let baseline = try choice?.baseline(&run, input)
        let paths = try run.step(\.compute) { try self.paths(plan, schedule, into: ends) }
        let report = try run.step(\.compute) {
            ScheduleReport(of: plan, schedule, baseline: baseline, paths: paths, threads: output.threadCount)
        }
        try run.finish(output, text: report.text, json: report.json, csv: report.csv)
    }

    private func level(_ plan: Plan, _ network: Network, _ run: inout Run) throws {
        let choice = levelling.choice(seed: simulation.seed)
        let report = try run.step(\.compute) {
            let (plain, capacity) = (Schedule(of: network), CapacityModel(of: plan, network))
            let priorities = TaskPriorities(plan, network).byNode
            let result = choice.levelled(plain, capacity, priorities: priorities)
            return LevelReport(of: plan, plain, capacity, result, choice)
        }
        try run.finish(output, text: report.text, json: report.json, csv: levelling.loads ? report.loadsCSV : report.csv)
    }

    private func paths(_ plan: Plan, _ schedule: Schedule, into ends: [PathEnd]) throws -> PathReport? {
        guard pathCount > 0 else { return nil }
        let report = PathReport(of: plan, schedule, into: ends, count: pathCount) { !Interrupt.isRequested }
        guard let report else { throw Interrupted() }
        return report
    }
}
