import PlanModel

/// Finishes as ranges on one axis of dates: P10 to P90 as a bar, P50 and P80 in it, the due date beside it, a row a target.
struct RangeChart {
    /// One target.
    struct Row {
        let name: String
        let p10: LocalDateTime, p50: LocalDateTime, p80: LocalDateTime, p90: LocalDateTime
        let due: LocalDateTime?
        /// How sure it is, in words; empty without a due date.
        let chance: String
        let ink: ChartInk
        /// What the row says where it is pointed at.
        let tip: String
    }

    let title: String, summary: String
    let rows: [Row]

    private var keys: [Legend.Key] {
        let isDue = rows.contains { $0.due != nil }
        return [.bar(isDue ? .good : .main, "P10 to P90"), .dot(.text, "P50"), .mark(.text, "P80")]
            + (isDue ? [.diamond(.text, "due")] : [])
    }

    /// The chart; `nil` without rows.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !rows.isEmpty else { return nil }
        let legend = Legend(keys, width: format.width - 8)
        let layout = RowLayout(
            format, names: rows.map(\.name), words: rows.map(\.chance), mostName: 230, top: legend.height + 4)
        let dates = rows.flatMap { [$0.p10, $0.p90, $0.due].compactMap(\.self) }
        guard let scale = DateScale(over: dates, left: layout.left, right: layout.right) else { return nil }
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        canvas.axis(scale, top: layout.top, bottom: layout.bottom)
        for (place, row) in rows.enumerated() {
            layout.write(row.name, row.chance, row: place, on: &canvas)
            draw(row, scale, layout.middle(of: place), on: &canvas)
        }
        return Chart(title: title, summary: summary, width: format.width, height: layout.bottom + 20, canvas: canvas)
    }

    private func draw(_ row: Row, _ scale: DateScale, _ y: Double, on canvas: inout Canvas) {
        let (low, high) = (scale(row.p10), scale(row.p90))
        // A finish that is known is a point, and shown as wide as it can be seen.
        canvas.rect(min(low, high - 3), y - 4.5, max(high - low, 3), 9, row.ink, round: 2, tip: row.tip)
        canvas.line(scale(row.p80), y - 7, scale(row.p80), y + 7, .text, width: 2)
        canvas.circle(scale(row.p50), y, 4.5, .paper)
        canvas.circle(scale(row.p50), y, 3.5, .text)
        guard let due = row.due else { return }
        canvas.diamond(scale(due), y, 7, .paper)
        canvas.diamond(scale(due), y, 5.5, .text, tip: "due \(Spelling.lastDay(due))")
    }
}
