import PlanModel

/// The units that people and teams name, each once.
struct UnitIndex {
    /// In the order of their first appearance.
    private(set) var names: [String] = []
    /// Of each person and team, a place in `names`; −1 for none.
    private(set) var ofPerson: [Int32] = [], ofTeam: [Int32] = []

    init(_ plan: Plan) {
        var places: [String: Int32] = [:]
        func place(_ texts: TextColumn?, _ row: Int) -> Int32 {
            guard let texts, !texts.isEmpty(row) else { return -1 }
            let name = texts[row]
            if let place = places[name] { return place }
            places[name] = Int32(names.count)
            names.append(name)
            return Int32(names.count - 1)
        }
        let (people, teams) = (plan.people.texts(.unit), plan.teams.texts(.unit))
        ofPerson = plan.people.rows.map { place(people, $0) }
        ofTeam = plan.teams.rows.map { place(teams, $0) }
    }
}
