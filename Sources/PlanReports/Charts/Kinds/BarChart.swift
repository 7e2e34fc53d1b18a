/// Shares or amounts as bars, a row each, with a mark to hold them against.
struct BarChart {
    /// One bar.
    struct Row {
        let name: String
        /// How long the bar is; `nil` where it is withheld or there is nothing to tell.
        let value: Double?
        /// What it is held against; `nil` for nothing.
        let mark: Double?
        /// The value in words, or why there is none.
        let word: String
        let ink: ChartInk
    }

    let title: String, summary: String
    let rows: [Row]
    /// What bars and marks are; empty for no legend.
    let legend: [Legend.Key]
    /// The end of the axis.
    let most: Double
    /// A tick of the axis in words.
    let word: (Double) -> String

    /// The chart; `nil` without rows.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !rows.isEmpty else { return nil }
        let key = Legend(legend, width: format.width - 8)
        let layout = RowLayout(
            format, names: rows.map(\.name), words: rows.map(\.word), top: legend.isEmpty ? 4 : key.height + 4)
        let scale = LinearScale(0...most, from: layout.left + 4, to: layout.right - 12)
        var canvas = Canvas(width: format.width)
        if !legend.isEmpty { key.draw(on: &canvas, left: 4, top: 0) }
        canvas.axis(scale, top: layout.top, bottom: layout.bottom, word: word)
        for (place, row) in rows.enumerated() {
            layout.write(row.name, row.word, row: place, row.value == nil ? .muted : .text, on: &canvas)
            let middle = layout.middle(of: place)
            if let value = row.value {
                canvas.rect(
                    scale(0), middle - 5, scale(value) - scale(0), 10, row.ink, round: 1, tip: "\(row.name): \(row.word)")
            }
            if let mark = row.mark { canvas.line(scale(mark), middle - 8, scale(mark), middle + 8, .text, width: 2) }
        }
        return Chart(title: title, summary: summary, width: format.width, height: layout.bottom + 20, canvas: canvas)
    }
}
