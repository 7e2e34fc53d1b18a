/// The charts of a leadership report, by the names that the command line knows.
public enum ChartName: String, Sendable, CaseIterable {
    /// All initiatives, the finish of one, the tasks done over time.
    case initiatives, finish, fan
    /// Why a finish moved; how far the cascade is complete, effort beside weight, where the work goes.
    case slip, coverage, strategy, cascade
    /// The driving path of a target, what moves its finish, the load of teams, check-ins by unit.
    case gantt, tornado, load, rhythm
    /// What scenarios change.
    case scenarios

    /// Whether there is one for each target in focus.
    public var isOfTarget: Bool { [.finish, .slip, .gantt, .tornado].contains(self) }
}
