/// What lengthens a finish and what shortens it, in days, the most first, each with its Monte Carlo error.
struct TornadoChart {
    /// One task, driver or risk.
    struct Row {
        let name: String
        let days: Double
        /// How far the 95 % interval reaches to either side, days; `nil` where there is none to tell.
        let reach: Double?
        let word: String
        let isTask: Bool
    }

    let title: String, summary: String
    let rows: [Row]

    /// The chart; `nil` without rows.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !rows.isEmpty else { return nil }
        let keys: [Legend.Key] = [.bar(.main, "task"), .bar(.second, "driver or risk"), .line(.text, "95 % interval")]
        let legend = Legend(keys, width: format.width - 8)
        let layout = RowLayout(format, names: rows.map(\.name), words: rows.map(\.word), top: legend.height + 4)
        let ends = rows.flatMap { row in
            let reach = row.reach ?? 0
            return [row.days - reach, row.days + reach]
        }
        let scale = LinearScale(min(ends.min()!, 0)...max(ends.max()!, 0), from: layout.left + 12, to: layout.right - 16)
        let (top, bottom) = (layout.top, layout.bottom)
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        canvas.axis(scale, top: top, bottom: bottom) { LinearScale.word($0) + " d" }
        canvas.line(scale(0), top, scale(0), bottom, .rule)
        for (place, row) in rows.enumerated() {
            layout.write(row.name, row.word, row: place, on: &canvas)
            let middle = layout.middle(of: place)
            let (low, high) = (min(scale(0), scale(row.days)), max(scale(0), scale(row.days)))
            canvas.rect(
                low, middle - 5, max(high - low, 1), 10, row.isTask ? .main : .second, round: 1, tip: "\(row.name): \(row.word)"
            )
            if let reach = row.reach, reach > 0 {
                canvas.line(scale(row.days - reach), middle, scale(row.days + reach), middle, .text, width: 1.5)
            }
        }
        return Chart(title: title, summary: summary, width: format.width, height: bottom + 20, canvas: canvas)
    }
}
