import PlanModel
import PlanSchedule

/// What ledgers add up to, for people.
extension SlipReport {
    // MARK: one target

    /// By cause, owner, team and project, each of which adds up to the slip.
    func rollUpLines(_ section: Section, _ style: Style) -> [String] {
        guard !section.lines.isEmpty else { return [] }
        return SlipRollUp.Key.allCases.flatMap { key in
            let groups = SlipRollUp(of: section.lines, by: key).groups
            return groups.count > 1 || groups.contains { $0.id != nil } ? table(groups, key, scale(section), style) : []
        }
    }

    private func table(_ groups: [SlipRollUp.Group], _ key: SlipRollUp.Key, _ scale: SlipScale, _ style: Style) -> [String] {
        var table = TextTable([.init(title: ""), .init(title: "", isFlexible: true), .init(title: "", isRight: true)])
        let fold = SlipFold(groups.map(\.minutes))
        let shares = scale.shares(of: fold.amounts)
        for (place, share) in zip(fold.places, shares) {
            let (id, name) = (groups[place].id ?? "-", groups[place].name)
            table.add([.init(key == .cause ? "" : id), .init(name), .init(scale.text(share), Self.ink(share))])
        }
        if fold.hidden > 0 {
            table.add(["", .init("\(Spelling.count(fold.hidden)) more"), .init(scale.text(shares[shares.count - 1]))])
        }
        return ["", style.heading("By \(key.rawValue)")] + table.without(key == .cause ? [0] : []).lines(style)
    }

    // MARK: several targets

    /// Targets by causes, in working days; causes that find no room stand together.
    func matrixLines(_ style: Style) -> [String] {
        let shown = sections.filter { !$0.lines.isEmpty }
        guard !shown.isEmpty else { return [] }
        let causes = causes(of: shown, most: max((style.width - Self.matrixNames) / Self.matrixCell, 2))
        var table = TextTable(
            [.init(title: "", isFlexible: true)] + causes.map { .init(title: Self.title($0), isRight: true) }
                + [.init(title: "slip", isRight: true)])
        for section in shown {
            let scale = SlipScale(days: section.units)
            let amounts = causes.map { cause in
                section.lines.reduce(0) { $0 + (Self.column($1, causes) == cause ? $1.minutes : 0) }
            }
            let shares = scale.shares(of: amounts)
            let cells = zip(amounts, shares).map { amount, share in
                TextTable.Cell(amount == 0 ? "·" : scale.number(share), amount == 0 ? .faint : Self.ink(share))
            }
            table.add(
                [.init(names.title(section.end))] + cells + [
                    .init(scale.number(scale.share(of: section.minutes ?? 0)), .heading)
                ])
        }
        return ["", style.heading("By cause") + "   " + style.paint("working days; each row adds up", .faint)]
            + table.lines(style)
    }

    /// Columns for the names and the sum, and for a cause.
    private static let matrixNames = 28, matrixCell = 10

    /// The causes that get a column, in the order of `SlipCause`; `nil`, the last, for the others, where there are more than `most`.
    private func causes(of sections: [Section], most: Int) -> [SlipCause?] {
        var sizes: [SlipCause: Int] = [:]
        for line in sections.flatMap(\.lines) { sizes[line.cause, default: 0] += Int(line.minutes.magnitude) }
        // Float is no cause among others: what it took up is always told apart.
        if sizes[.absorbedByFloat] != nil { sizes[.absorbedByFloat] = Int.max }
        let all = SlipCause.allCases.filter { sizes[$0] != nil }
        if all.count <= most { return all }
        let biggest = Set(all.sorted { sizes[$0]! > sizes[$1]! }.prefix(most - 1))
        return all.filter(biggest.contains) + [nil]
    }

    private static func column(_ line: SlipLine, _ causes: [SlipCause?]) -> SlipCause? {
        causes.contains(line.cause) ? line.cause : nil
    }

    private static func title(_ cause: SlipCause?) -> String {
        switch cause {
        case .startedLate: "started"
        case .ranLong: "ran long"
        case .remainingGrew: "grew"
        case .logicChanged: "logic"
        case .lagChanged: "lag"
        case .scopeAdded: "scope"
        case .calendarChanged: "calendar"
        case .waitedForPeople: "people"
        case .constraint: "dates"
        case .absorbedByFloat: "float"
        case nil: "other"
        }
    }
}
