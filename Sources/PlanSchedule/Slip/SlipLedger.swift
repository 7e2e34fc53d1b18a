/// Why the finish of a target or task moved from its baseline, line by line.
///
/// The minutes of the lines add up to the slip, exactly.
public struct SlipLedger: Sendable, Hashable {
    /// A task that a line names.
    public enum Task: Sendable, Hashable {
        /// A task of the plan, by row.
        case row(Int)
        /// A task that the plan has no more: its row in the baseline's plan.
        case gone(Int)
    }

    /// One cause at one task.
    public struct Line: Sendable, Hashable {
        /// Where it happened.
        public var task: Task
        /// What happened.
        public var cause: SlipCause
        /// What the task waits for or waited for, where the cause is a relation between two.
        public var predecessor: Task?
        /// How much of the slip it explains, working minutes as those of the ledger; negative for a gain.
        public var minutes: Int
        /// How much earlier it would finish if this alone were undone, working minutes; negative where later. 0 for float, which
        /// nothing undoes; `nil` where that is not known: what would have to be restored waits for the task itself, or a level of effort has other ends.
        public var undoMinutes: Int?
    }

    /// What the ledger is of.
    public let end: PathEnd
    /// How much later it finishes, working minutes of the plan's calendar, of a task's own for a task.
    public let minutes: Int
    /// The lines, in the order of the path, first task first.
    public let lines: [Line]
}
