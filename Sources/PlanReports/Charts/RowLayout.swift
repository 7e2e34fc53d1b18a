/// Where a chart of rows puts names, marks and words: side by side where it is wide, names and words above the marks where it is narrow.
struct RowLayout {
    private let format: Chart.Format
    private let names: Double
    /// The first row's upper edge, pixels.
    let top: Double
    /// The height of a row, pixels.
    let step: Double
    private let words: Double
    /// The room for marks, pixels.
    let left: Double, right: Double
    let rowCount: Int

    /// The layout of some rows.
    ///
    /// - Parameters:
    ///   - format: how wide.
    ///   - names: what stands before the marks of each row.
    ///   - words: what stands behind them.
    ///   - mostName: how much of the width names may take, pixels.
    ///   - top: the upper edge of the first row.
    init(_ format: Chart.Format, names: [String], words: [String], mostName: Double = 300, top: Double) {
        let metrics = TextMetrics()
        func widest(_ texts: [String]) -> Double { texts.map { metrics.width(of: $0) }.max() ?? 0 }
        (self.format, self.top, rowCount) = (format, top, names.count)
        let room = words.allSatisfy(\.isEmpty) ? 0 : widest(words) + 10
        self.words = room
        if format == .wide {
            self.names = min(mostName, widest(names) + 12)
            (left, right, step) = (self.names, format.width - room, 23)
        } else {
            self.names = format.width - 16 - room
            (left, right, step) = (8, format.width - 8, 37)
        }
    }

    /// The lower edge of the last row.
    var bottom: Double { top + Double(rowCount) * step }

    /// The middle of a row's marks.
    func middle(of row: Int) -> Double { top + Double(row) * step + (format == .wide ? step / 2 : 26) }

    /// Writes the name and the word of a row.
    func write(
        _ name: String, _ word: String, row: Int, _ ink: ChartInk = .text, isBold: Bool = false, on canvas: inout Canvas
    ) {
        let y = format == .wide ? middle(of: row) : top + Double(row) * step + 9
        canvas.label(
            name, format == .wide ? 0 : 8, y, most: names - (format == .wide ? 12 : 0), isBold: isBold,
            isOverLines: format == .narrow)
        canvas.text(word, format == .wide ? format.width : right, y, ink, anchor: .end, isOverLines: format == .narrow)
    }
}
