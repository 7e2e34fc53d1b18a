import PlanModel

/// Who does what for which initiative, added up: by team, by unit, by manager's line.
///
/// Teams and units part the effort: together with the row of those who belong to none and the row of what nobody is assigned to, their minutes
/// add up to the total. A team's own assignments count for the team and its unit. Lines contain each other: a line is a manager and everybody
/// below, each person once in each of the lines above them; people at the top of the organisation, the teams' own work and nobody's part the effort.
public struct GroupedEffort: Sendable {
    /// By team, in the order of the table, then people without a team, then nobody.
    public let teams: SparseEffort
    /// By unit, in the order of `unitNames`, then people and teams without a unit, then nobody.
    public let units: SparseEffort
    /// The names of units.
    public let unitNames: [String]
    /// By manager, in the order of `managers`: them and everybody below.
    public let lines: SparseEffort
    /// People to whom somebody reports, rows, ascending.
    public let managers: [Int32]
    /// How many people stand in each line, the manager counted, employees of the data date.
    public let lineSizes: [Int]
    /// How many people each team and each unit has, employees of the data date; the last is those who belong to none.
    public let teamSizes: [Int], unitSizes: [Int]

    init(_ plan: Plan, _ carried: CarriedEffort) {
        let units = UnitIndex(plan)
        let (effort, purposes) = (carried.byCarrier, carried.purposeCount)
        let teamCount = plan.teams.count
        let teamOfPerson = plan.people.rows.map { plan.people.reference(.team, $0).map(Int32.init) ?? -1 }
        func grouped(_ people: [Int32], _ teams: [Int32], _ count: Int) -> SparseEffort {
            var rows = [[Int32]](repeating: [], count: count + 2)
            for (row, group) in (people + teams).enumerated() { rows[group < 0 ? count : Int(group)].append(Int32(row)) }
            rows[count + 1] = [Int32(carried.nobody)]
            return effort.summed(rows, purposeCount: purposes)
        }
        teams = grouped(teamOfPerson, (0..<Int32(teamCount)).map(\.self), teamCount)
        self.units = grouped(units.ofPerson, units.ofTeam, units.names.count)
        unitNames = units.names
        let presence = Presence(plan)
        func sizes(_ groups: [Int32], _ count: Int) -> [Int] {
            var sizes = [Int](repeating: 0, count: count + 1)
            for (person, group) in groups.enumerated() where presence.isHere(person) {
                sizes[group < 0 ? count : Int(group)] += 1
            }
            return sizes
        }
        (teamSizes, unitSizes) = (sizes(teamOfPerson, teamCount), sizes(units.ofPerson, units.names.count))
        let managerLines = ManagerLines(plan, effort, purposeCount: purposes)
        (lines, managers, lineSizes) = (managerLines.lines, managerLines.managers, managerLines.sizes)
    }
}
