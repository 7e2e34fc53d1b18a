/// What scenarios change, in days, each with its 95 % interval: rows of a target under its name, a row a scenario.
struct DifferenceChart {
    /// What one scenario changes about one target.
    struct Row {
        let scenario: Int
        let days: Double, low: Double, high: Double
        let word: String
        /// Whether noise does not hide it.
        let isClear: Bool
    }

    /// One target.
    struct Group {
        let name: String
        let rows: [Row]
    }

    let title: String, summary: String
    let scenarios: [String]
    let groups: [Group]

    private static let keys: [Legend.Key] = [
        .dot(.good, "earlier"), .dot(.bad, "later"), .dot(.rule, "none, or hidden by noise"), .line(.rule, "95 % interval"),
    ]

    /// The chart; `nil` without groups.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !groups.isEmpty else { return nil }
        let legend = Legend(Self.keys, width: format.width - 8)
        // A heading is a row without marks.
        let lines = groups.flatMap { group in [(group, nil)] + group.rows.map { (group, $0) } } as [(Group, Row?)]
        let layout = RowLayout(
            format, names: lines.map { $1 == nil ? "" : scenarios[$1!.scenario] }, words: lines.map { $1?.word ?? "" },
            mostName: 260,
            top: legend.height + 4)
        let (top, bottom) = (layout.top, layout.bottom)
        let ends = groups.flatMap { $0.rows.flatMap { [$0.low, $0.high, $0.days] } }
        let scale = LinearScale(
            min(ends.min() ?? 0, 0)...max(ends.max() ?? 0, 0), from: layout.left + 14, to: layout.right - 18)
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        canvas.axis(scale, top: top, bottom: bottom) { LinearScale.word($0) + " d" }
        canvas.line(scale(0), top, scale(0), bottom, .rule)
        for (place, (group, row)) in lines.enumerated() {
            let middle = layout.middle(of: place)
            guard let row else {
                let y = format == .wide ? middle : middle + 2
                canvas.label(group.name, format == .wide ? 0 : 8, y, most: format.width - 16, isBold: true, isOverLines: true)
                continue
            }
            layout.write(scenarios[row.scenario], row.word, row: place, on: &canvas)
            canvas.line(scale(row.low), middle, scale(row.high), middle, .rule, width: 2)
            let ink: ChartInk = row.isClear ? row.days < 0 ? .good : .bad : .rule
            canvas.circle(scale(row.days), middle, 4.5, ink, tip: "\(group.name), \(scenarios[row.scenario]): \(row.word)")
        }
        return Chart(title: title, summary: summary, width: format.width, height: bottom + 20, canvas: canvas)
    }
}
