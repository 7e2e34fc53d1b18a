import ArgumentParser
import Glibc
import Headway
import PlanReports

/// How a result is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// What every command understands beside the form of its result: where that goes, and how the command works.
struct RunOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Write the result to FILE, whole or not at all.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("How many threads may work (default: one for each processor).", valueName: "n"))
    var threads: Int?

    @Flag(help: "Show no progress.")
    var quiet = false

    @Flag(name: .customLong("no-color"), help: "Use no colours (also NO_COLOR, and where stdout is no terminal).")
    var noColor = false

    @Flag(help: "Tell what the run took, on stderr and in JSON.")
    var timing = false

    func validate() throws {
        guard (1...1024).contains(threadCount) else {
            throw ValidationError("--threads: expected 1 to 1024 (found \(threadCount))")
        }
        guard output != "" else { throw ValidationError("--output: expected the name of a file (found none)") }
    }

    /// Threads that may work.
    var threadCount: Int { threads ?? Machine.processors }

    /// How text is dressed for where it goes.
    var style: Style {
        let isScreen = output == nil && isatty(STDOUT_FILENO) == 1
        return Style(width: Machine.columns, hasColour: isScreen && !noColor && !Machine.refusesColour)
    }
}

/// The options of a run, whatever forms its result may have.
protocol ResultOptions {
    /// Where the result goes, and how the command works.
    var running: RunOptions { get }
    /// Whether faults are told as JSON.
    var isJSON: Bool { get }
}

extension ResultOptions {
    /// The file that the result is written to; `nil` for stdout.
    var output: String? { running.output }
    /// Whether no progress is shown.
    var quiet: Bool { running.quiet }
    /// Threads that may work.
    var threadCount: Int { running.threadCount }
}

/// What every command understands that shows its result as text, JSON or CSV.
struct OutputOptions: ParsableArguments, ResultOptions {
    @Option(help: "How the result is written: text, json or csv.")
    var format = OutputFormat.text

    @OptionGroup var running: RunOptions

    var isJSON: Bool { format == .json }
}

/// How a plan of another tool is read.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A YAML file that says which levels of an imported outline become initiatives, goals and projects: "
                + "levels: {initiative: 1, goal: 2, project: 3}.", valueName: "file"))
    var mapping: String?
}

/// How a plan is computed.
struct SimulationOptions: ParsableArguments {
    /// More samples than this take more memory than they add sense: the error of a share is below 0.02 points.
    static let mostSamples = 10_000_000

    @Option(
        name: .customLong("samples"),
        help: ArgumentHelp("How many replications are simulated (default: 2000).", valueName: "n"))
    var givenSamples: Int?

    @Option(
        name: .customLong("seed"),
        help: ArgumentHelp(
            "What all random numbers are keyed by; the same seed gives the same result (default: 1).", valueName: "n"))
    var givenSeed: UInt64?

    @Option(
        name: .customLong("resources"),
        help: ArgumentHelp(
            "How people are held: none (nobody is limited), fixed (everybody keeps the order of the levelled plan), dynamic (in each run "
                + "free people take the task that goes first) (default: none; compare and strength: dynamic where the plan assigns work).",
            valueName: "none|fixed|dynamic"))
    var givenResources: ResourcesWord?

    /// How people are held.
    var resources: PeopleMode { givenResources?.mode ?? .none }

    /// How many replications are simulated.
    var samples: Int { givenSamples ?? 2_000 }
    /// What all random numbers are keyed by.
    var seed: UInt64 { givenSeed ?? 1 }

    func validate() throws {
        guard samples >= 1 else { throw ValidationError("--samples: expected 1 or more (found \(samples))") }
        guard samples <= Self.mostSamples else {
            throw ValidationError(
                "--samples: expected at most 10,000,000 (found \(samples)); the error of a probability is below 0.02 points there"
            )
        }
    }
}

/// How people are held, as the command line says it.
enum ResourcesWord: String, ExpressibleByArgument, CaseIterable {
    case none, fixed, dynamic

    var mode: PeopleMode { PeopleMode(rawValue: rawValue)! }
}
