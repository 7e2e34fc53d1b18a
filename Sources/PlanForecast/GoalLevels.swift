public import PlanModel

/// Where the measure of a goal stands and what it takes to meet the goal, in the measure's own unit.
public struct GoalLevels: Sendable, Hashable {
    /// What it is on the data date.
    public let current: Double
    /// From where on the goal is met.
    public let met: Double
    /// What counts as a plain miss, and from where on the goal is exceeded; `nil` where not given.
    public let missed: Double?, exceeded: Double?
    /// 1 where more is better, −1 where less is, 0 where nothing tells.
    let direction: Double

    /// The levels of a row of goals.
    ///
    /// More is better where the levels rise from missed over met to exceeded; less where they fall. Where only `met` is given, the
    /// measure is to move from `current` towards it.
    ///
    /// - Throws: why these levels give no outcome.
    public init(_ goals: Table<GoalColumn>, row: Int) throws(GoalGap) {
        let current = goals.number(.current, row)
        let (missed, met, exceeded) = (goals.number(.missed, row), goals.number(.met, row), goals.number(.exceeded, row))
        if current == nil, missed == nil, met == nil, exceeded == nil { throw .noLevels }
        guard let met else { throw .noMetLevel }
        guard let current else { throw .noCurrentValue }
        let steps = [missed.map { Self.sign(from: $0, to: met) }, exceeded.map { Self.sign(from: met, to: $0) }].compactMap(
            \.self)
        guard !(steps.contains(1) && steps.contains(-1)) else { throw .disorderedLevels }
        (self.current, self.met, self.missed, self.exceeded) = (current, met, missed, exceeded)
        direction = steps.first { $0 != 0 } ?? Self.sign(from: current, to: met)
    }

    private static func sign(from: Double, to: Double) -> Double { to > from ? 1 : to < from ? -1 : 0 }

    /// Whether a value is at or beyond a level.
    func reaches(_ level: Double, at value: Double) -> Bool { value == level || (value - level) * direction > 0 }
}

/// Why a goal has no outcome.
public enum GoalGap: String, Error, Sendable, Hashable, CaseIterable {
    /// It has no levels and no current value.
    case noLevels
    /// It does not say what meets it.
    case noMetLevel
    /// It does not say where its measure stands.
    case noCurrentValue
    /// Its levels neither rise nor fall from missed over met to exceeded.
    case disorderedLevels
    /// It has no due date.
    case noDueDate
    /// No task serves it, so it has no finish.
    case noTask
}
