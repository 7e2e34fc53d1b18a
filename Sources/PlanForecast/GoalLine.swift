/// How a goal's measure moves, and what becomes of the goal when it is due.
///
/// The measure moves in a straight line, in working time, from its current value on the data date to the level that meets the goal at the
/// goal's finish, and goes on at that pace. Its value on the due date decides. It stands where it is if it meets the goal already,
/// if the goal is due by the data date, and if all tasks of the goal are done: then nothing moves it any more.
struct GoalLine {
    /// What becomes of a goal.
    enum Outcome { case missed, met, exceeded }

    let levels: GoalLevels
    /// Working minutes from the data date to the due date.
    let time: Double
    /// The data date, a position on the goal's axis.
    private let dataDate: Int32
    /// The outcome that no finish changes, if there is one.
    let fixed: Outcome?
    /// How far beyond the current value a level lies, with the way from there to `met` as the unit.
    private let exceededAt: Double?, missedAt: Double?

    /// A measure.
    ///
    /// - Parameters:
    ///   - dataDate: a position on the goal's axis; `due` another one.
    ///   - isFinished: whether all tasks of the goal are done.
    init(_ levels: GoalLevels, dataDate: Int32, due: Int32, isFinished: Bool) {
        (self.levels, self.dataDate) = (levels, dataDate)
        time = Double(due) - Double(dataDate)
        let isAtRest = isFinished || time <= 0 || levels.reaches(levels.met, at: levels.current)
        fixed = isAtRest ? Self.outcome(of: levels.current, levels) : nil
        let way = levels.met - levels.current
        exceededAt = levels.exceeded.map { ($0 - levels.current) / way }
        missedAt = levels.missed.map { ($0 - levels.current) / way }
    }

    private static func outcome(of value: Double, _ levels: GoalLevels) -> Outcome {
        if let exceeded = levels.exceeded, levels.reaches(exceeded, at: value) { return .exceeded }
        return levels.reaches(levels.met, at: value) ? .met : .missed
    }

    /// What becomes of the goal in a replication.
    ///
    /// - Parameter finish: of the goal, a position on its axis.
    func outcome(finish: Int32) -> Outcome {
        if let fixed { return fixed }
        let needed = Double(finish) - Double(dataDate)
        // Work that is done on the data date brings the measure to `met`, and no pace can be told.
        guard needed > 0 else { return Self.outcome(of: levels.met, levels) }
        if needed > time { return .missed }
        return exceededAt.map { needed * $0 <= time } ?? false ? .exceeded : .met
    }

    /// Whether the measure is no better than the level of a plain miss when the goal is due.
    func isAtMissed(finish: Int32) -> Bool {
        guard let missed = levels.missed, outcome(finish: finish) == .missed else { return false }
        if fixed != nil { return levels.current == missed || !levels.reaches(missed, at: levels.current) }
        return missedAt.map { time <= (Double(finish) - Double(dataDate)) * $0 } ?? false
    }
}
