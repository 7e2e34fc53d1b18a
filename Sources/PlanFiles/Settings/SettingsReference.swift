import PlanModel

/// A unit or a person that `plan.yaml` names: whether there is one shows only when the tables are read.
struct SettingsReference {
    /// What it names.
    enum Kind {
        case unit, person
    }

    let kind: Kind
    let name: String
    /// Where it stands in `plan.yaml`.
    let line: Int, path: String

    /// What is wrong with those of a file, in its order.
    static func faults(_ references: [SettingsReference], in plan: Plan) -> [Fault] {
        guard !references.isEmpty else { return [] }
        let units = Set(
            plan.people.rows.map { plan.people.text(.unit, $0) } + plan.teams.rows.map { plan.teams.text(.unit, $0) })
        return references.compactMap { reference in
            switch reference.kind {
            case .unit where !units.contains(reference.name):
                reference.fault("no person and no team is in a unit of this name (expected a unit of people.csv or teams.csv)")
            case .person where plan.people.row(of: reference.name) == nil:
                reference.fault("no such person (expected the id of a row of people.csv)")
            default: nil
            }
        }
    }

    private func fault(_ message: String) -> Fault {
        Fault(
            code: "dangling-reference", file: "plan.yaml", line: line, column: path,
            message: "\(message) (found \"\(quotable(name))\")")
    }
}
