import PlanAlignment
import PlanModel

/// Somebody who carries effort: a person, a team, a unit, a manager's line, or nobody.
struct AlignmentGroup: Sendable {
    /// The identifier; a unit's name; `nil` for those who belong to none and for nobody.
    let id: String?
    /// What people call it.
    let name: String
    /// How many people it has; `nil` where that says nothing.
    let people: Int?
    /// Minutes by purpose, in the order of initiatives, what serves none last.
    let shares: [(purpose: Int32, minutes: Int64)]

    /// All its minutes.
    var minutes: Int64 { shares.reduce(0) { $0 + $1.minutes } }
    /// Those that serve no initiative.
    var unaligned: Int64 { shares.last.map { $0.purpose == 0 ? $0.minutes : 0 } ?? 0 }
}

extension AlignmentReport {
    /// Everybody of a kind in natural order, then those who belong to none, then nobody (these two only where they carry something).
    func groups(_ grouping: Grouping) -> [AlignmentGroup] {
        let groups = alignment.groups
        switch grouping {
        case .person:
            let people = ordered(plan.people.texts(.id)).map { row in
                AlignmentGroup(
                    id: plan.people.text(.id, row), name: plan.people.text(.name, row), people: nil,
                    shares: shares(alignment.carried.byCarrier, row))
            }
            let teams = ordered(plan.teams.texts(.id)).map { row in
                AlignmentGroup(
                    id: plan.teams.text(.id, row), name: plan.teams.text(.name, row), people: nil,
                    shares: shares(alignment.carried.byCarrier, alignment.carried.personCount + row))
            }
            return people + teams.filter { $0.minutes > 0 } + nobody(alignment.carried.byCarrier)
        case .team:
            let teams = ordered(plan.teams.texts(.id)).map { row in
                AlignmentGroup(
                    id: plan.teams.text(.id, row), name: plan.teams.text(.name, row), people: groups.teamSizes[row],
                    shares: shares(groups.teams, row))
            }
            return teams + rest("people without a team", groups.teams, groups.teamSizes) + nobody(groups.teams)
        case .unit:
            let order = groups.unitNames.indices.sorted { NaturalOrder.isBefore(groups.unitNames[$0], groups.unitNames[$1]) }
            let units = order.map { place in
                AlignmentGroup(
                    id: groups.unitNames[place], name: groups.unitNames[place], people: groups.unitSizes[place],
                    shares: shares(groups.units, place))
            }
            return units + rest("people and teams without a unit", groups.units, groups.unitSizes) + nobody(groups.units)
        case .line:
            let ids = TextColumn(groups.managers.map { plan.people.text(.id, Int($0)) })
            return ordered(ids).map { place in
                let person = Int(groups.managers[place])
                return AlignmentGroup(
                    id: plan.people.text(.id, person), name: plan.people.text(.name, person), people: groups.lineSizes[place],
                    shares: shares(groups.lines, place))
            }
        }
    }

    private func ordered(_ ids: TextColumn?) -> [Int] {
        guard let ids, ids.count > 0 else { return [] }
        return NaturalOrder.sortedRows(ids).map(Int.init)
    }

    /// A row's minutes by initiative in natural order, what serves none last.
    func shares(_ effort: SparseEffort, _ row: Int) -> [(purpose: Int32, minutes: Int64)] {
        let places = effort[row]
        guard places.count > 1 else { return places.map { (effort.purposes[$0], effort.minutes[$0]) } }
        return places.map { (purpose: effort.purposes[$0], minutes: effort.minutes[$0]) }.sorted { left, right in
            guard left.purpose > 0, right.purpose > 0 else { return left.purpose > 0 && right.purpose == 0 }
            return NaturalOrder.isBefore(initiativeID(purpose: left.purpose), initiativeID(purpose: right.purpose))
        }
    }

    private func rest(_ name: String, _ effort: SparseEffort, _ sizes: [Int]) -> [AlignmentGroup] {
        let group = AlignmentGroup(
            id: nil, name: name, people: sizes[sizes.count - 1], shares: shares(effort, effort.count - 2))
        return group.minutes > 0 || sizes[sizes.count - 1] > 0 ? [group] : []
    }

    private func nobody(_ effort: SparseEffort) -> [AlignmentGroup] {
        let group = AlignmentGroup(id: nil, name: "nobody assigned", people: nil, shares: shares(effort, effort.count - 1))
        return group.minutes > 0 ? [group] : []
    }
}
