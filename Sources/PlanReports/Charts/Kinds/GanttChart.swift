import PlanModel

/// Tasks on an axis of dates: planned as bars, when they end in the samples as whiskers, how often they decide as a share.
struct GanttChart {
    /// One task.
    struct Row {
        let name: String
        let start: LocalDateTime, finish: LocalDateTime
        /// P10, P50 and P90 of its own finish; `nil` where the forecast did not keep them.
        let finishes: (p10: LocalDateTime, p50: LocalDateTime, p90: LocalDateTime)?
        /// How often it lay on the driving path, 0 to 1; `nil` where it is not known.
        let criticality: Double?
        let criticalityWord: String
        let tip: String
    }

    let title: String, summary: String
    let rows: [Row]
    let dataDate: LocalDateTime
    /// When the target is due.
    let due: LocalDateTime?

    /// The chart; `nil` without rows.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !rows.isEmpty else { return nil }
        let legend = Legend(keys, width: format.width - 8)
        let layout = RowLayout(
            format, names: rows.map(\.name), words: rows.map(\.criticalityWord), mostName: 290, top: legend.height + 4)
        let dates = rows.flatMap { row in [row.start, row.finish] + (row.finishes.map { [$0.p10, $0.p90] } ?? []) }
        let ends = dates + [dataDate, due].compactMap(\.self)
        guard let scale = DateScale(over: ends, left: layout.left, right: layout.right) else { return nil }
        let (top, bottom) = (layout.top, layout.bottom)
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        canvas.axis(scale, top: top, bottom: bottom)
        canvas.line(scale(dataDate), top, scale(dataDate), bottom, .rule, isDashed: true, tip: "data date")
        if let due {
            canvas.line(scale(due), top, scale(due), bottom, .text, width: 1.5, tip: "due \(Spelling.lastDay(due))")
        }
        for (place, row) in rows.enumerated() {
            layout.write(row.name, row.criticalityWord, row: place, on: &canvas)
            draw(row, scale, layout.middle(of: place), on: &canvas)
        }
        return Chart(title: title, summary: summary, width: format.width, height: bottom + 20, canvas: canvas)
    }

    private var keys: [Legend.Key] {
        var keys: [Legend.Key] = [.bar(.main, "planned, on the path in most samples"), .bar(.faint, "in fewer")]
        if rows.contains(where: { $0.finishes != nil }) { keys.append(.line(.bad, "P10 to P90 of its end, with P50")) }
        if due != nil { keys.append(.mark(.text, "due")) }
        return keys
    }

    private func draw(_ row: Row, _ scale: DateScale, _ y: Double, on canvas: inout Canvas) {
        let (low, high) = (scale(row.start), scale(row.finish))
        let isSure = row.criticality.map { $0 >= 0.5 } ?? true
        canvas.rect(low, y - 5, max(high - low, 2), 10, isSure ? .main : .faint, round: 1, tip: row.tip)
        guard let finishes = row.finishes else { return }
        let (p10, p50, p90) = (scale(finishes.p10), scale(finishes.p50), scale(finishes.p90))
        guard p90 - p10 >= 0.5 else { return }
        canvas.line(p10, y, p90, y, .bad, width: 1.5)
        for x in [p10, p90] { canvas.line(x, y - 4, x, y + 4, .bad, width: 1.5) }
        canvas.circle(p50, y, 2.5, .bad)
    }
}
