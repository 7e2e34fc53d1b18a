import PlanModel

/// Which units are the HR function: those that were named, else those that are called so.
///
/// Names are compared without regard to case. A unit is called so whose name is `HR`, `People`, `Personnel` or `Human resources`, or begins with
/// one of these and goes on with more words (`People and culture`, `HR services`).
struct HRUnits {
    private static let names = ["hr", "people", "personnel", "human resources"]

    private let given: Set<String>

    init(_ given: [String]) { self.given = Set(given.map { $0.lowercased() }) }

    func contains(_ unit: String) -> Bool {
        let name = unit.lowercased()
        if !given.isEmpty { return given.contains(name) }
        return Self.names.contains { name == $0 || name.hasPrefix($0 + " ") }
    }
}
