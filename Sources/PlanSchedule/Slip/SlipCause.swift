/// Why a date moved: the one cause of a line of a slip ledger.
public enum SlipCause: String, Sendable, CaseIterable {
    /// Its start came later than what it waits for allowed, or is still to come.
    case startedLate = "started late"
    /// It took longer than planned and is done.
    case ranLong = "ran long"
    /// What is left of it, or planned for it, is more than the baseline had.
    case remainingGrew = "remaining grew"
    /// It waits for something that it did not wait for, or waits no more.
    case logicChanged = "logic changed"
    /// The lag of a relation is another.
    case lagChanged = "lag changed"
    /// The baseline does not have the task; or the plan has it no more, and the minutes are negative.
    case scopeAdded = "scope added"
    /// The working time in which it is done is another.
    case calendarChanged = "calendar changed"
    /// Nobody was free.
    case waitedForPeople = "waited for people"
    /// A constraint on its dates holds it.
    case constraint = "constraint"
    /// Part of a delay that had room before something else decided, negative; or of a gain, positive.
    case absorbedByFloat = "absorbed by float"
}
