import PlanModel
import PlanSchedule

/// The lines of a ledger, added up by something that they share.
struct SlipRollUp: Sendable {
    /// By what lines are added up.
    enum Key: String, Sendable, CaseIterable {
        case cause, owner, team, project
    }

    /// The lines of one cause, owner, team or project.
    struct Group: Sendable {
        /// A cause or an identifier; `nil` for lines that have none.
        let id: String?
        /// What people call it.
        var name: String
        var minutes: Int
    }

    /// The largest amount first, of the same size by identifier in natural order; the minutes add up to the slip.
    let groups: [Group]

    init(of lines: [SlipLine], by key: Key) {
        var (groups, places): ([Group], [String?: Int]) = ([], [:])
        for line in lines {
            let found = Self.group(line, key)
            guard let place = places[found.id] else {
                places[found.id] = groups.count
                groups.append(found)
                continue
            }
            groups[place].minutes += line.minutes
            if found.id == nil, found.name != groups[place].name { groups[place].name = "float, and \(Self.nobody(key))" }
        }
        self.groups = groups.sorted { left, right in
            let (a, b) = (left.minutes.magnitude, right.minutes.magnitude)
            return a != b ? a > b : NaturalOrder.isBefore(left.id ?? "", right.id ?? "")
        }
    }

    private static func group(_ line: SlipLine, _ key: Key) -> Group {
        let named: SlipLine.Named?
        switch key {
        case .cause: return Group(id: line.cause.rawValue, name: line.cause.rawValue, minutes: line.minutes)
        case .owner: named = line.owner
        case .team: named = line.team
        case .project: named = line.project
        }
        let lack = line.cause == .absorbedByFloat ? "float" : nobody(key)
        return Group(id: named?.id, name: named?.name ?? lack, minutes: line.minutes)
    }

    private static func nobody(_ key: Key) -> String { key == .owner ? "nobody" : "no \(key.rawValue)" }
}
