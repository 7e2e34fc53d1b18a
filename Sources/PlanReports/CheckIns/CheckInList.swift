/// The lists of check-ins that can be shown alone.
public enum CheckInList: String, Sendable, CaseIterable {
    case overdue, pairs, managers, lines, units, stale

    /// What the list holds, as its heading.
    var title: String {
        switch self {
        case .overdue: "Overdue"
        case .pairs: "Employees with their managers"
        case .managers: "Managers with their own people"
        case .lines: "Managers with everybody below"
        case .units: "Units"
        case .stale: "Work under way that is stale or was never reported on"
        }
    }
}
