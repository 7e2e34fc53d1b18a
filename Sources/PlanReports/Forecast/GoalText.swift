import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

extension ForecastReport {
    /// Goals shown unless all are asked for.
    private static let mostGoals = 12

    /// The goals of the targets shown, with their chances to be missed, met and exceeded; then those without an outcome.
    func goalLines(_ style: Style) -> [String] {
        let known = goals.filter { $0.chances != nil }
        let unknown = goals.filter { $0.finding(names) != nil }
        guard !known.isEmpty || !unknown.isEmpty else { return [] }
        let rest = "chances when due, at each measure's own pace"
        return [style.heading("Goals") + "   " + style.paint(rest, .faint)]
            + (known.isEmpty ? [] : table(mostAtRisk(known), style)) + hiddenLine(known.count, style)
            + unknownLines(unknown, style)
    }

    /// All goals in order, or the ones most likely to be missed.
    private func mostAtRisk(_ known: [GoalFigures]) -> [GoalFigures] {
        guard !request.listsGoals, known.count > Self.mostGoals else { return known }
        let sorted = known.enumerated().sorted { left, right in
            let (one, other) = (left.element.chances!.missed.hits, right.element.chances!.missed.hits)
            return one != other ? one > other : left.offset < right.offset
        }
        return sorted.prefix(Self.mostGoals).map(\.element)
    }

    private func table(_ goals: [GoalFigures], _ style: Style) -> [String] {
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: "Due", isRight: true), .init(title: "Now", isRight: true),
            .init(title: "To meet", isRight: true), .init(title: "Missed", isRight: true), .init(title: "Met", isRight: true),
            .init(title: "Exceeded", isRight: true),
        ])
        for goal in goals {
            let chances = goal.chances!
            let kept = Proportion(hits: chances.met.hits + chances.exceeded.hits, of: chances.met.count)
            table.add([
                .init(names.title(goal.target)), .init(names.due(goal.target).map(Spelling.lastDay) ?? "-"),
                .init(Self.number(chances.levels.current)), .init(Self.number(chances.levels.met)),
                .init(Spelling.percentWithError(chances.missed), Self.ink(kept)), .init(Spelling.percentWithError(chances.met)),
                .init(Spelling.percentWithError(chances.exceeded)),
            ])
        }
        return table.without(style.width < 76 ? style.width < 64 ? [1, 2, 3] : [2, 3] : []).lines(style)
    }

    private func hiddenLine(_ known: Int, _ style: Style) -> [String] {
        guard !request.listsGoals, known > Self.mostGoals else { return [] }
        let more = "  \(Spelling.count(known - Self.mostGoals)) more, less likely to be missed; --goals lists all"
        return [style.paint(more, .faint)]
    }

    private func unknownLines(_ unknown: [GoalFigures], _ style: Style) -> [String] {
        guard !unknown.isEmpty else { return [] }
        let most = request.listsGoals ? unknown.count : Self.mostGoals
        let listed = unknown.prefix(most).map { "\(names.id($0.target)!) (\($0.gap!.words))" }
        let more = unknown.count > most ? ["\(Spelling.count(unknown.count - most)) more"] : []
        return wrapped("No outcome: " + printable(Spelling.list(listed + more)), width: style.width - 2, indent: 2).map {
            "  " + $0
        }
    }

    /// A number without a fraction that says nothing.
    static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : value.description
    }
}
