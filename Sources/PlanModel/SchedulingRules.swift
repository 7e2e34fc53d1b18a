/// The conventions by which dates and floats are found, where tools disagree; `plan.yaml` says them under `scheduling`.
///
/// A reader of another tool's file sets them to what that tool does, so that its dates come back.
public struct SchedulingRules: Sendable, Hashable {
    /// Whose conventions these are; shown beside results.
    public enum Tool: String, CaseIterable, Sendable {
        /// Headway's own.
        case headway
        /// Oracle Primavera P6.
        case primavera
        /// Microsoft Project.
        case microsoft
    }

    /// What holds the work left of a started task, and of one that finished out of sequence.
    public enum Progress: String, CaseIterable, Sendable {
        /// Unfinished predecessors still hold it.
        case retainedLogic = "retained-logic"
        /// Once started, nothing holds it but the data date.
        case override = "progress-override"
        /// Unfinished predecessors hold it, and so do the actual dates of finished ones that lie after the data date.
        case actualDates = "actual-dates"
    }

    /// Whose working time a working lag counts.
    public enum LagCalendar: String, CaseIterable, Sendable {
        /// The predecessor's.
        case predecessor
        /// The successor's.
        case successor
        /// The plan's own.
        case plan
        /// None: every lag counts around the clock.
        case elapsed
    }

    /// What makes a task critical.
    public enum Criticality: String, CaseIterable, Sendable {
        /// A total float of `criticalFloat` or less.
        case totalFloat = "total-float"
        /// It lies on a longest path.
        case longestPath = "longest-path"
    }

    /// Which difference of late and early dates is the total float.
    public enum FloatMeasure: String, CaseIterable, Sendable {
        /// Of the finishes.
        case finish
        /// Of the starts.
        case start
        /// The smaller of both.
        case smallest
    }

    /// From which finish late dates run back where nothing else holds a task.
    public enum FloatScope: String, CaseIterable, Sendable {
        /// The plan's.
        case plan
        /// That of the task's own initiative.
        case initiative
    }

    /// What free float measures the room to.
    public enum FreeFloat: String, CaseIterable, Sendable {
        /// The early dates of the successors; the plan's finish where there are none.
        case successors
        /// The early dates of the task's own successors, not those of its summary, but no more than the total float; the total float where there
        /// are none.
        case withinTotalFloat = "within-total-float"
    }

    /// Whose conventions these are.
    public var tool = Tool.headway
    /// Where work that has not started may begin, if not at the epoch or the data date.
    public var start: LocalDateTime?
    /// Whether work that is left waits for the data date; otherwise it follows its logic from `start` on, wherever the data date is.
    public var holdsAtDataDate = true
    /// What holds the work left of a started task.
    public var progress = Progress.retainedLogic
    /// Whose working time a lag counts.
    public var lagCalendar = LagCalendar.predecessor
    /// Whether a lag from the start of a started task counts from its actual start; otherwise from where its remaining work starts.
    public var lagsFromActualStart = true
    /// What makes a task critical.
    public var criticality = Criticality.totalFloat
    /// The largest total float of a critical task, working minutes.
    public var criticalFloat: Int32 = 0
    /// Which difference of late and early dates is the total float.
    public var totalFloat = FloatMeasure.finish
    /// From which finish late dates run back.
    public var floatScope = FloatScope.plan
    /// What free float measures.
    public var freeFloat = FreeFloat.successors
    /// Whether a task without a successor is critical: its late finish is its early one.
    public var openEndsAreCritical = false
    /// Whether expected finishes set what is left of a task.
    public var usesExpectedFinish = true
    /// Whether constraints on dates win over logic that says otherwise; otherwise logic wins, and what is late shows as negative float.
    /// Mandatory dates always win.
    public var constraintsOverrideLogic = false
    /// Whether a finished task still passes on what its unfinished predecessors demand (work done out of sequence).
    public var finishedWorkPassesLogic = false
    /// Whether early and late starts of started work are those of what is left; otherwise its actual start.
    public var startsAreOfRemainingWork = false
    /// Whether a start-to-finish relation without a lag keeps the successor's finish a minute after the predecessor's start, as a tool does that
    /// takes a finish for the last minute of work.
    public var startToFinishTakesAMinute = false
    /// Whether late dates are carried back over relations between calendars as dates, as tools do: a late finish in its earlier spelling, a late
    /// start in its later one. Otherwise the latest positions that keep every relation are taken, which may leave more float.
    public var carriesDatesBack = false
    /// Whether relations alone say when tasks that have them may start and must finish: the start of the plan then holds only tasks without
    /// a predecessor, its finish only tasks without a successor.
    public var followsLogicAlone = false

    /// Headway's own conventions.
    public init() {}
}
