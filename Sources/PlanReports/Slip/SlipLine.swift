import PlanModel
import PlanSchedule

/// A line of a slip ledger with names.
struct SlipLine: Sendable {
    /// An identifier and what people call it.
    struct Named: Sendable, Hashable {
        let id: String, name: String
    }

    /// What people would say of a task's place in time and in the plan.
    enum Standing: Sendable {
        /// Finished or under way.
        case begun
        /// Could begin at the data date.
        case waiting
        /// Begins later.
        case ahead
        /// Only the baseline has it.
        case gone
    }

    let task: Named
    let standing: Standing
    /// Whether the baseline has the task.
    let isInBaseline: Bool
    let project: Named?
    /// Who answers for it; nobody for float, which nobody gave.
    let owner: Named?, team: Named?
    let cause: SlipCause
    /// What the task waits for or waited for.
    let predecessor: Named?
    /// How much of the slip it explains, working minutes.
    let minutes: Int
    /// How much later the task itself started, or how much longer it takes, as the cause has it, working minutes; `nil` for other causes.
    let ownMinutes: Int?
    /// What a day of these is.
    let ownUnits: WorkUnits
    /// How much earlier the finish would be without it; 0 for float, which nothing undoes; `nil` where that is not known.
    let undoMinutes: Int?
}
