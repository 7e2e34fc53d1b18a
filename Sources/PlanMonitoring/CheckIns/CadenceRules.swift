import PlanModel

/// The rhythm that each pair is due to keep: its own, else that of the employee's unit, else the plan's.
struct CadenceRules {
    private let common: Cadence?
    /// By person row; empty where no unit has its own.
    private let ofUnit: [OwnCadence?]
    /// By employee row and manager row.
    private let ofPair: [UInt64: OwnCadence]

    init(_ plan: Plan) {
        common = plan.settings.cadence
        let own = plan.settings.ownCadences
        ofUnit = own.units.isEmpty ? [] : plan.people.rows.map { own.units[plan.people.text(.unit, $0)] }
        var pairs: [UInt64: OwnCadence] = [:]
        for (pair, cadence) in own.pairs {
            guard let employee = plan.people.row(of: pair.employee), let manager = plan.people.row(of: pair.manager) else {
                continue
            }
            pairs[Self.key(employee, manager)] = cadence
        }
        ofPair = pairs
    }

    /// The rhythm of a pair; `nil` where the plan names none.
    func cadence(_ employee: Int, _ manager: Int) -> Cadence? {
        guard var cadence = common else { return nil }
        if !ofUnit.isEmpty { cadence = cadence.changed(by: ofUnit[employee]) }
        return ofPair.isEmpty ? cadence : cadence.changed(by: ofPair[Self.key(employee, manager)])
    }

    private static func key(_ employee: Int, _ manager: Int) -> UInt64 {
        UInt64(UInt32(employee)) << 32 | UInt64(UInt32(manager))
    }
}
