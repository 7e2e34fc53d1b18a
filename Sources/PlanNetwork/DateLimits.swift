/// What the constraints on one node's dates come to: bounds as positions on its calendar, each absent by default.
///
/// Constraints of all tools are told in these few words; what a tool's constraint means is decided once, when the plan is compiled.
public struct DateLimits: Sendable, Hashable {
    /// The earliest start and finish that are allowed; `Int32.min` where there is none.
    public var startFloor = Int32.min, finishFloor = Int32.min
    /// The latest early start and finish, against what predecessors demand; `Int32.max` where there is none.
    public var startCap = Int32.max, finishCap = Int32.max
    /// The latest late start and finish; `Int32.max` where there is none.
    public var lateStartCap = Int32.max, lateFinishCap = Int32.max
    /// The early start or finish, whatever predecessors demand.
    public var startPin: Int32?, finishPin: Int32?
    /// The late start or finish, whatever successors demand.
    public var lateStartPin: Int32?, lateFinishPin: Int32?
    /// When the people expect to be done: sets what is left of the work, if that is at least nothing.
    public var expectedFinish: Int32?
    /// Whether it waits as long as it delays nothing.
    public var isAsLateAsPossible = false
    /// Whether people set its dates, so that no relation that leaves its start bounds its late finish.
    public var isManual = false
    /// Whether `startFloor` may lie before the start of the plan.
    public var floorWinsOverStart = false

    /// No limits.
    public init() {}

    /// Whether nothing that predecessors demand moves it.
    public var ignoresLogic: Bool { startPin != nil || finishPin != nil }

    /// Whether they hold early dates against what predecessors or people demand.
    public var holdsDates: Bool { ignoresLogic || startCap < Int32.max || finishCap < Int32.max }

    /// The latest early start; `Int32.max` where there is none.
    ///
    /// - Parameter remaining: working minutes left.
    public func latestStart(remaining: Int32) -> Int32 {
        min(startCap, finishCap < Int32.max ? finishCap - remaining : Int32.max)
    }

    /// The early start.
    ///
    /// - Parameters:
    ///   - earliest: what logic and the data date allow, a position.
    ///   - remaining: working minutes left.
    public func start(_ earliest: Int32, remaining: Int32) -> Int32 {
        if let startPin { return startPin }
        if let finishPin { return finishPin - remaining }
        var start = max(earliest, startFloor)
        if finishFloor > Int32.min { start = max(start, finishFloor - remaining) }
        start = min(start, startCap)
        return finishCap < Int32.max ? min(start, finishCap - remaining) : start
    }

    /// The late finish.
    ///
    /// - Parameters:
    ///   - latest: what successors allow, a position.
    ///   - remaining: working minutes left.
    public func lateFinish(_ latest: Int32, remaining: Int32) -> Int32 {
        if let lateFinishPin { return lateFinishPin }
        if let lateStartPin { return lateStartPin + remaining }
        let latest = min(latest, lateFinishCap)
        return lateStartCap < Int32.max ? min(latest, lateStartCap + remaining) : latest
    }
}
