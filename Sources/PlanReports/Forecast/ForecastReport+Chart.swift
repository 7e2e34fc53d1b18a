import PlanModel
import PlanNetwork
import PlanStatistics

extension ForecastReport {
    /// The targets' ranges on one axis of dates: P10 to P90 as a bar, the P50 and the due date as marks.
    func chart(_ style: Style) -> [String] {
        let shown = targets.filter { $0.outcome != nil }
        let titles = shown.map { printable(names.title($0.target)) }
        let label = min(titles.map { DisplayWidth.of($0) }.max() ?? 0, max(12, style.width * 3 / 10))
        let dates = shown.flatMap { [$0.outcome!.p10, $0.outcome!.p90].map(date) + [names.due($0.target)].compactMap(\.self) }
        guard let axis = DateAxis(over: dates, width: style.width - label - 4) else { return [] }
        let margin = String(repeating: " ", count: label + 4)
        var lines = [style.heading("When") + "   " + style.paint("━ P10 to P90   ● P50   ◆ due", .faint)]
        for (figures, title) in zip(shown, titles) {
            let text = DisplayWidth.cut(title, to: label)
            let room = String(repeating: " ", count: label - DisplayWidth.of(text) + 2)
            lines.append("  " + text + room + bar(figures, axis, style))
        }
        return lines + [margin + style.paint(axis.labels(), .faint)]
    }

    private func bar(_ figures: TargetFigures, _ axis: DateAxis, _ style: Style) -> String {
        let outcome = figures.outcome!
        var cells = [Character](repeating: " ", count: axis.width)
        for (column, _) in axis.ticks() { cells[column] = "┊" }
        for column in axis.column(date(outcome.p10))...axis.column(date(outcome.p90)) { cells[column] = "━" }
        let middle = axis.column(date(outcome.p50))
        cells[middle] = "●"
        let due = names.due(figures.target).map(axis.column)
        if let due { cells[due] = due == middle ? "◈" : "◆" }
        while cells.last == " " { cells.removeLast() }
        let ink = figures.onTime.map(Self.ink)
        return cells.map { style.paint(String($0), $0 == "┊" ? .faint : $0 == " " ? nil : ink) }.joined()
    }

    /// How good a chance is.
    static func ink(_ share: Proportion) -> Style.Ink {
        share.value >= likely ? .good : share.value >= 0.5 ? .fair : .bad
    }
}
