import ArgumentParser
import Headway
import PlanReports

/// How far a forecast is explained.
struct SensitivityOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "What drives each target: days on its path by task, driver and risk, and what certainty would bring.",
            discussion: """
                Adds a section for each target: a tornado in days, where paths meet, and the change of P50, P80 and the chance to be on \
                time if one thing were certain (paired runs with the same random numbers). With --format csv one row for each target and \
                task, driver or risk. Example: headway forecast plan/ --target I5 --sensitivity --certain 8
                """))
    var sensitivity = false

    @Option(
        help: ArgumentHelp(
            "With --sensitivity: how many of each target's largest contributors are taken to be certain, one run each.",
            valueName: "k"))
    var certain: Int?

    @Flag(
        help: ArgumentHelp(
            "Risks and drivers alone: how likely, how often, how severe, how many days.",
            discussion: """
                With --format csv one row for each risk or driver and target. Example: headway forecast plan/ --drivers --format csv
                """))
    var drivers = false

    /// Contributors that are taken to be certain unless said otherwise.
    private static let usual = 5
    /// More runs than this for one target answer nothing that a table of days does not.
    private static let most = 100

    func validate() throws {
        guard let certain else { return }
        guard sensitivity else { throw ValidationError("--certain: expected --sensitivity beside it") }
        guard (0...Self.most).contains(certain) else {
            throw ValidationError("--certain: expected 0 to \(Self.most) (found \(certain))")
        }
    }

    /// What is computed for an output; `nil` where nothing needs it.
    ///
    /// - Parameter isJSON: whether results go to JSON, which always has the figures of tasks and drivers.
    func settings(isJSON: Bool) -> SensitivitySettings? {
        guard sensitivity || drivers || isJSON else { return nil }
        return SensitivitySettings(
            estimatesErrors: sensitivity || drivers, certain: sensitivity ? certain ?? Self.usual : 0)
    }

    /// Two options that each ask for a table of their own; `nil` where there are not two.
    func tables(besides showing: ShowingOptions) -> (String, String)? {
        let asked = [
            ("--sensitivity", sensitivity), ("--drivers", drivers), ("--goals", showing.goals),
            ("--joint", showing.joint || !showing.jointOf.isEmpty),
        ].filter(\.1).map(\.0)
        return asked.count > 1 ? (asked[0], asked[1]) : nil
    }

    /// What the report shows of it.
    func explanation(_ report: SensitivityReport) -> ForecastReport.Explanation {
        ForecastReport.Explanation(sensitivity: report, showsTargets: sensitivity, showsDrivers: drivers)
    }
}
