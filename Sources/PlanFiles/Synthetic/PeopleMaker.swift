import PlanModel

/// Writes teams, people and their standing duties.
struct PeopleMaker {
    private let organisation: Organisation
    private let workforce: Workforce

    init(_ organisation: Organisation) { (self.organisation, workforce) = (organisation, organisation.workforce) }

    func teams() -> Table<TeamColumn> {
        var table = Table<TeamColumn>()
        let order = organisation.rows.teams
        table.setIdentifiers(IdentifierSpelling("TM", count: workforce.teamCount).column(order))
        var (names, units) = (TextGatherer(rows: order.elementAt.count, bytesPerRow: 24), TextGatherer(rows: 0, bytesPerRow: 0))
        var capacity: [Double] = []
        for team in order.elementAt.map(Int.init) {
            let members = workforce.members(of: team)
            writeUnit(of: members.lowerBound, to: &units)
            writeUnit(of: members.lowerBound, to: &names)
            names.append(NameWords.team)
            names.append(team + 1, width: 1)
            names.endRow()
            units.endRow()
            capacity.append(Double(members.reduce(0) { $0 + Int(workforce.employees[$1].fte) }) / 10)
        }
        table.set(.name, names.column)
        table.set(.unit, units.column)
        table.set(.capacity, capacity)
        return table
    }

    private func writeUnit(of person: Int, to texts: inout TextGatherer) {
        let unit = workforce.unit(of: person)
        let area = unit <= 8 ? unit : (unit - 1) / 8
        texts.append(NameWords.areas[area])
        guard unit > 8 else { return }
        texts.append([0x20])
        texts.append(NameWords.sites[(unit - 1) % 8])
    }

    func people() -> Table<PersonColumn> {
        var table = Table<PersonColumn>()
        let order = organisation.rows.people
        table.setIdentifiers(IdentifierSpelling("E", count: workforce.count).column(order))
        table.set(.name, NameMaker(seed: organisation.seed).column(order, bytesPerRow: 14) { _ in .person })
        table.set(.manager, order.elementAt.map { order.cell(workforce.manager(of: Int($0))) })
        table.set(.team, order.elementAt.map { organisation.rows.teams.cell(workforce.manager(of: Int($0))) })
        setWords(in: &table, order)
        setTerms(in: &table, order)
        return table
    }

    private func setWords(in table: inout Table<PersonColumn>, _ order: RowOrder) {
        var (units, roles) = (
            TextGatherer(rows: workforce.count, bytesPerRow: 16), TextGatherer(rows: workforce.count, bytesPerRow: 10)
        )
        for person in order.elementAt.map(Int.init) {
            var dice = organisation.dice(.kind, person)
            writeUnit(of: person, to: &units)
            units.endRow()
            roles.append(
                person == 0
                    ? NameWords.chief
                    : person < workforce.teamCount ? NameWords.head : NameWords.roles[dice.below(NameWords.roles.count)])
            roles.endRow()
        }
        table.set(.unit, units.column)
        table.set(.role, roles.column)
    }

    private func setTerms(in table: inout Table<PersonColumn>, _ order: RowOrder) {
        var (starts, ends, productivity): ([Int32], [Int32], [Double]) = ([], [], [])
        for person in order.elementAt.map(Int.init) {
            var dice = organisation.dice(.duty, person)
            let now = SyntheticSettings.dataDate.minutes / 1440 * 1440
            let standing = workforce.employees[person].standing
            starts.append(standing == .joining ? now + Int32(dice.between(2, 13)) * 7 * 1440 : Cell.absent)
            ends.append(standing == .left ? Self.lastDay(person, organisation) : Cell.absent)
            productivity.append(dice.happens(80) ? 1 : Double(dice.between(16, 24)) / 20)
        }
        table.set(.fte, order.elementAt.map { Double(workforce.employees[Int($0)].fte) / 10 })
        table.set(.calendar, order.elementAt.map { Int32(workforce.employees[Int($0)].calendar) })
        table.set(.start, starts)
        table.set(.end, ends)
        table.set(.productivity, productivity)
    }

    /// The end of the last day of somebody who has left, minutes since 1970-01-01: a day of the past quarter.
    static func lastDay(_ person: Int, _ organisation: Organisation) -> Int32 {
        var dice = organisation.dice(.duty, -1 - person)
        return (SyntheticSettings.dataDate.minutes / 1440 - Int32(dice.between(5, 80))) * 1440
    }

    func responsibilities() -> Table<ResponsibilityColumn> {
        var table = Table<ResponsibilityColumn>()
        let rows = organisation.rows
        let bearers = (0..<workforce.count).filter { workforce.employees[$0].duty > 0 }
        var (names, goals) = (TextGatherer(rows: bearers.count, bytesPerRow: 16), [Int32]())
        for person in bearers {
            var dice = organisation.dice(.duty, person)
            names.append(NameWords.duties[person < workforce.teamCount ? 0 : dice.between(1, 4)])
            names.endRow()
            goals.append(dice.happens(8) ? rows.goals.rowOf[dice.below(organisation.shape.goalCount)] : Cell.none)
        }
        table.set(.person, bearers.map { rows.people.rowOf[$0] })
        table.set(.name, names.column)
        table.set(.share, bearers.map { Double(workforce.employees[$0].duty) / 10 })
        table.set(.goal, goals)
        return table
    }
}
