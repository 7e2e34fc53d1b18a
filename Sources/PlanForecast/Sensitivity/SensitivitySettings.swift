/// How much of a sensitivity analysis is computed. None of this changes a figure that is computed at all.
public struct SensitivitySettings: Sendable, Hashable {
    /// Tasks that are looked at closely for each target, 0 or more: those with most minutes on its path, then those most often there.
    public var mostTasks: Int
    /// Whether minutes on the path get a standard error, which takes another run with paths.
    public var estimatesErrors: Bool
    /// For each target so many of its largest contributors are taken to be certain, in a run each, 0 or more.
    public var certain: Int

    /// Settings: a thousand tasks a target, no errors, nothing run again unless said otherwise.
    public init(mostTasks: Int = 1_000, estimatesErrors: Bool = false, certain: Int = 0) {
        precondition(mostTasks >= 0 && certain >= 0, "a number of tasks is 0 or more")
        (self.mostTasks, self.estimatesErrors, self.certain) = (mostTasks, estimatesErrors, certain)
    }
}
