/// Shares by row and column as shades, with their numbers where there is room.
struct HeatMapChart {
    /// One row of shares; `nil` where there is nothing to load.
    struct Row {
        let name: String
        let loads: [Double?]
        /// What each cell says where it is pointed at.
        let tips: [String]
    }

    let title: String, summary: String
    /// The columns' names, from the first to the last.
    let columns: [String]
    let rows: [Row]

    /// From which share on a shade is used, and its word.
    static let steps: [(from: Double, ink: ChartInk, word: String)] = [
        (0, .load0, "under 50 %"), (0.5, .load1, "50 % and more"), (0.8, .load2, "80 % and more"),
        (1.0000001, .load3, "over 100 %"),
        (1.2, .load4, "120 % and more"),
    ]

    /// The chart; `nil` without rows or columns.
    func chart(_ format: Chart.Format) -> Chart? {
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        let width = format.width
        let metrics = TextMetrics()
        let names = min(format == .wide ? 190 : 92, (rows.map { metrics.width(of: $0.name) }.max() ?? 0) + 10)
        let cell = (width - names) / Double(columns.count)
        let legend = Legend(Self.steps.map { .bar($0.ink, $0.word) }, width: width - 8)
        let step = 20.0
        let top = legend.height + 18
        // Either every cell bears its number or none does.
        let words = rows.flatMap { $0.loads.compactMap { $0.map(Self.word) } }
        let isNumbered = words.allSatisfy { metrics.width(of: $0) + 4 <= cell }
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        drawColumns(names, cell, top - 8, on: &canvas)
        for (place, row) in rows.enumerated() {
            let y = top + Double(place) * step
            canvas.label(row.name, 0, y + step / 2, most: names - 10)
            for (column, load) in row.loads.enumerated() {
                guard let load else { continue }
                let x = names + Double(column) * cell
                let ink = Self.steps.last { load >= $0.from }!.ink
                canvas.rect(x + 0.5, y + 0.5, cell - 1, step - 1, ink, tip: row.tips[column])
                if isNumbered, load >= 0.005 {
                    canvas.text(Self.word(load), x + cell / 2, y + step / 2, ink == .load4 ? .onDark : .text, anchor: .middle)
                }
            }
        }
        return Chart(title: title, summary: summary, width: width, height: top + Double(rows.count) * step + 4, canvas: canvas)
    }

    /// A load in per cent, no number where it is beyond all measure: work and nobody there, say.
    private static func word(_ load: Double) -> String { load < 9.995 ? "\(Int((load * 100).rounded()))" : ">999" }

    /// The names of columns, as many as have room.
    private func drawColumns(_ left: Double, _ cell: Double, _ y: Double, on canvas: inout Canvas) {
        let metrics = TextMetrics()
        var rail = LabelRail(left: left - 4, right: left + cell * Double(columns.count), rows: 1, gap: 6)
        for (column, name) in columns.enumerated() {
            let middle = left + (Double(column) + 0.5) * cell
            let width = metrics.width(of: name)
            guard abs((rail.placeable(at: middle, width: width) ?? -1e9) - middle) <= cell / 2 else { continue }
            if let place = rail.place(at: middle, width: width) { canvas.text(name, place.x, y, .muted, anchor: .middle) }
        }
    }
}

extension LabelRail {
    /// Where the middle of a label would come to stand between the ends of the rail.
    fileprivate func placeable(at mark: Double, width: Double) -> Double? {
        width > right - left ? nil : min(max(mark, left + width / 2), right - width / 2)
    }
}
