import ArgumentParser
import Headway
import PlanReports

/// How the replications of a block are drawn.
enum Sampling: String, ExpressibleByArgument, CaseIterable {
    case stratified, random
}

/// How a forecast is drawn, and how exact it has to be.
struct DrawingOptions: ParsableArguments {
    /// The most replications that are run for a precision, unless `--samples` says otherwise.
    static let mostSamples = 100_000

    @Option(
        help: ArgumentHelp(
            "Stop once the standard error is at most this: a duration (0.25d, 2h, 30m) for the P80, a percentage (0.5%) for the chance "
                + "to be on time, of the plan and each initiative (of each target named with --target). At most --samples are "
                + "run, else 100000.", valueName: "error"))
    var precision: PrecisionWord?

    @Option(
        name: .customLong("sampling"),
        help: ArgumentHelp(
            "How replications are drawn: stratified, one from each 64th of every range, or random (default: stratified).",
            valueName: "kind"))
    var givenSampling: Sampling?

    @Option(
        help: ArgumentHelp(
            "Take the mitigation of this risk as in force; several may be named, or all. Risks of one branch go together.",
            valueName: "risk"))
    var mitigate: [String] = []

    var isStratified: Bool { givenSampling != .random }
}

/// What a report shows beside the targets.
struct ShowingOptions: ParsableArguments {
    @Flag(help: "Show how initiatives depend on each other: one on time where another is late. With --format csv the pairs.")
    var joint = false

    @Option(
        help: ArgumentHelp(
            "The same for a set of initiatives, goals and projects, parted by commas: I1,I2,G04; several sets may be given.",
            valueName: "ids"))
    var jointOf: [String] = []

    @Flag(help: "List all goals with their chances, not only those most at risk. With --format csv the goals.")
    var goals = false
}

/// Keeping a forecast in a file, and reporting from one.
struct KeepingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Also keep the forecast in FILE, whole or not at all; all targets unless --target names some.", valueName: "file"))
    var save: String?

    @Option(
        help: ArgumentHelp(
            "Report from a forecast kept by --save; nothing is simulated. The plan must be unchanged.", valueName: "file"))
    var saved: String?

    func validate() throws {
        guard save != "", saved != "" else {
            throw ValidationError("--save, --saved: expected the name of a file (found none)")
        }
        if save != nil, saved != nil {
            throw ValidationError("--saved: expected no --save beside it; the file is there already")
        }
    }
}

/// A precision as people write it.
struct PrecisionWord: ExpressibleByArgument {
    /// How many, and of what: `d`, `h`, `m` or `%`.
    let value: Double
    let unit: Character

    init?(argument: String) {
        guard let unit = argument.last, "dhm%".contains(unit), let value = Double(argument.dropLast()) else { return nil }
        guard value > 0, value.isFinite, unit != "%" || value < 50, !argument.contains("x") else { return nil }
        (self.value, self.unit) = (value, unit)
    }

    /// What the simulation is asked for.
    func precision(_ units: WorkUnits) -> ForecastSettings.Precision {
        switch unit {
        case "d": .minutes(value * Double(units.minutesPerDay))
        case "h": .minutes(value * 60)
        case "m": .minutes(value)
        default: .share(value / 100)
        }
    }
}
