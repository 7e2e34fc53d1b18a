import ArgumentParser
import Headway

/// Whose turn it is, as the command line says it.
enum RuleWord: String, ExpressibleByArgument, CaseIterable {
    case priority
    case latestFinish = "latest-finish"
    case latestStart = "latest-start"
    case minimumFloat = "minimum-float"
    case mostSuccessors = "most-successors"
    case best
}

/// How tasks are placed, as the command line says it.
enum SchemeWord: String, ExpressibleByArgument, CaseIterable {
    case serial, parallel
}

/// How a schedule under capacity is made.
struct LevelOptions: ParsableArguments {
    @Flag(help: "Hold people to what they can do: every task waits for its people.")
    var level = false

    @Option(
        help: ArgumentHelp(
            "With --level: who goes first. priority: the given priority, ties by late finish; or latest-finish, latest-start, minimum-float, "
                + "most-successors; best: the rule that ends the plan first (default: priority).", valueName: "rule"))
    var rule: RuleWord?

    @Option(
        help: ArgumentHelp(
            "With --level: serial places task by task, parallel moment by moment (default: serial).", valueName: "scheme"))
    var scheme: SchemeWord?

    @Option(
        help: ArgumentHelp("With --level: search for an earlier finish, making up to so many schedules.", valueName: "n"))
    var schedules: Int?

    @Option(
        help: ArgumentHelp(
            "With --level: search for an earlier finish for so many seconds (with --schedules, whichever ends first).",
            valueName: "s"))
    var seconds: Double?

    @Flag(help: "With --level --format csv: what is demanded of each person and team, week by week.")
    var loads = false

    func validate() throws {
        let given = [
            ("--rule", rule != nil), ("--scheme", scheme != nil), ("--schedules", schedules != nil),
            ("--seconds", seconds != nil),
            ("--loads", loads),
        ]
        if !level, let (option, _) = given.first(where: \.1) { throw ValidationError("\(option): expected --level beside it") }
        if let schedules, !(1...100_000_000).contains(schedules) {
            throw ValidationError("--schedules: expected 1 to 100,000,000 (found \(schedules))")
        }
        if let seconds, !(seconds > 0 && seconds <= 86_400) {
            throw ValidationError("--seconds: expected more than 0, up to 86400 (found \(seconds))")
        }
    }

    /// How the plan is levelled.
    func choice(seed: UInt64) -> LevellingChoice {
        var budget: LevellingBudget?
        if schedules != nil || seconds != nil {
            budget = LevellingBudget(schedules: schedules ?? 100_000_000, seed: seed, seconds: seconds)
        }
        let rule = rule ?? .priority
        return LevellingChoice(
            rule: rule == .best ? nil : PriorityRule(rawValue: rule.rawValue)!,
            scheme: LevellingScheme(rawValue: (scheme ?? .serial).rawValue)!, budget: budget)
    }
}
