/// How parts add up to a whole: each bar begins where the one before it ended, the last one is their sum.
struct WaterfallChart {
    /// One part.
    struct Step {
        let name: String
        /// What it adds, in parts of a unit.
        let amount: Int
        let word: String
        let tip: String
    }

    let title: String, summary: String
    let steps: [Step]
    /// What they come to, and the name of that.
    let total: Step
    /// A tick of the axis in words.
    let word: (Double) -> String
    /// Parts of a unit of the axis.
    let parts: Double

    /// The chart; `nil` without steps.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !steps.isEmpty else { return nil }
        let rows = steps + [total]
        let words = (rows.map { TextMetrics(isBold: true).width(of: $0.word) }.max() ?? 0) + 10
        let layout = RowLayout(format, names: rows.map(\.name), words: [], mostName: 340, top: 4)
        let ends = steps.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.amount) }.map { Double($0) / parts }
        // Words stand right of their bars, and left of those that reach the end.
        let scale = LinearScale(ends.min()!...ends.max()!, from: layout.left + 8, to: layout.right - words)
        var canvas = Canvas(width: format.width)
        canvas.axis(scale, top: layout.top, bottom: layout.bottom, word: word)
        canvas.line(scale(0), layout.top, scale(0), layout.bottom, .rule)
        for (place, row) in rows.enumerated() {
            let isTotal = place == steps.count
            let (from, to) = isTotal ? (0, ends[place]) : (ends[place], ends[place + 1])
            let middle = layout.middle(of: place)
            layout.write(row.name, "", row: place, isBold: isTotal, on: &canvas)
            let (low, high) = (min(scale(from), scale(to)), max(scale(from), scale(to)))
            let ink: ChartInk = isTotal ? .main : row.amount > 0 ? .bad : .good
            canvas.rect(low, middle - 6, max(high - low, 1), 12, ink, round: 1, tip: row.tip)
            canvas.text(row.word, high + 6, middle, isBold: isTotal, isOverLines: true)
            if !isTotal, format == .wide { canvas.line(scale(to), middle + 6, scale(to), middle + layout.step - 6, .rule) }
        }
        return Chart(title: title, summary: summary, width: format.width, height: layout.bottom + 20, canvas: canvas)
    }
}
