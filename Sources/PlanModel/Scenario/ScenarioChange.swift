/// What an edit changes; the words of scenario files stand behind the cases.
public enum ScenarioChange: Sendable, Hashable {
    /// `addPeople`: people who join.
    case addPeople(AddPeople)
    /// `removePerson`: somebody who leaves, and who takes their work.
    case removePerson(RemovePerson)
    /// `movePerson`: somebody who goes to another team.
    case movePerson(MovePerson)
    /// `changeFTE`: somebody who works more or less.
    case changeFTE(ChangeFTE)
    /// `changeCapacity`: a team's capacity as such.
    case changeCapacity(ChangeCapacity)
    /// `changeCalendar`: other working hours.
    case changeCalendar(ChangeCalendar)
    /// `attrition`: how many people of a role leave in a year, by chance.
    case attrition(Attrition)
    /// `freezeHiring`: nobody joins for a time.
    case freezeHiring(FreezeHiring)
    /// `reassign`: other people for some work.
    case reassign(Reassign)
    /// `defer`: work that starts no earlier than a date.
    case postpone(Postpone)
    /// `cancel`: work that is not done at all.
    case cancel(WorkSelection)
    /// `rescope`: more work, or less.
    case rescope(Rescope)
    /// `reprioritise`: who goes first where people are short.
    case reprioritise(Reprioritise)
    /// `changeDue`: another date that was promised.
    case changeDue(ChangeDue)
    /// `addRisk`: something more that may happen.
    case addRisk(AddRisk)
    /// `mitigate`: the mitigation of a risk is in force.
    case mitigate(Mitigate)
    /// `addDependency`: a relation that was not there.
    case addDependency(AddDependency)
    /// `dropDependency`: a relation that holds no more.
    case dropDependency(DropDependency)

    /// The words of scenario files, in the order of the cases.
    public static let words = [
        "addPeople", "removePerson", "movePerson", "changeFTE", "changeCapacity", "changeCalendar", "attrition", "freezeHiring",
        "reassign", "defer", "cancel", "rescope", "reprioritise", "changeDue", "addRisk", "mitigate", "addDependency",
        "dropDependency",
    ]

    /// The word of scenario files.
    public var word: String {
        switch self {
        case .addPeople: "addPeople"
        case .removePerson: "removePerson"
        case .movePerson: "movePerson"
        case .changeFTE: "changeFTE"
        case .changeCapacity: "changeCapacity"
        case .changeCalendar: "changeCalendar"
        case .attrition: "attrition"
        case .freezeHiring: "freezeHiring"
        case .reassign: "reassign"
        case .postpone: "defer"
        case .cancel: "cancel"
        case .rescope: "rescope"
        case .reprioritise: "reprioritise"
        case .changeDue: "changeDue"
        case .addRisk: "addRisk"
        case .mitigate: "mitigate"
        case .addDependency: "addDependency"
        case .dropDependency: "dropDependency"
        }
    }

    /// Whether it is about people, whom only runs under capacity look at.
    public var isOfPeople: Bool {
        switch self {
        case .addPeople, .removePerson, .movePerson, .changeFTE, .changeCapacity, .attrition, .freezeHiring, .reassign,
            .reprioritise:
            true
        default: false
        }
    }
}
