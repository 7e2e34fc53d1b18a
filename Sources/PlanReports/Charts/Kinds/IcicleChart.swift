/// A whole parted level by level from left to right: what each part is of its level stands beside it.
struct IcicleChart {
    /// A part and its parts; those of one part add up to it or to less.
    struct Node {
        let name: String
        let size: Double
        let ink: ChartInk
        let tip: String
        let parts: [Node]
    }

    let title: String, summary: String
    /// The names of the levels, from the first on.
    let levels: [String]
    let nodes: [Node]
    let legend: [Legend.Key]

    /// Smaller blocks than this are drawn as one with their neighbours, pixels.
    private static let least = 2.0
    /// Blocks from this height on bear their names, pixels.
    private static let named = 14.0

    /// The chart; `nil` where there is nothing to part.
    func chart(_ format: Chart.Format) -> Chart? {
        let total = nodes.reduce(0) { $0 + $1.size }
        guard total > 0 else { return nil }
        let width = format.width
        let key = Legend(legend, width: width - 8)
        let top = key.height + 20
        let leaves = nodes.reduce(0) { $0 + $1.leaves }
        // Tall enough for the names of the first level, whatever becomes of the others.
        let height = min(max(Double(leaves) * 16, 120), max(900, Double(nodes.count) * 17))
        var canvas = Canvas(width: format.width)
        key.draw(on: &canvas, left: 4, top: 0)
        let column = width / Double(levels.count)
        for (place, level) in levels.enumerated() {
            canvas.label(level, Double(place) * column + 4, top - 9, most: column - 8, .muted)
        }
        draw(nodes, level: 0, top: top, scale: height / total, column: column, on: &canvas)
        return Chart(title: title, summary: summary, width: width, height: top + height + 4, canvas: canvas)
    }

    private func draw(_ nodes: [Node], level: Int, top: Double, scale: Double, column: Double, on canvas: inout Canvas) {
        var y = top
        let x = Double(level) * column
        var hidden: (from: Double, count: Int)?
        for node in nodes {
            let height = node.size * scale
            // Above so many marks, blocks that nobody could see are one.
            if height < Self.least || canvas.markCount > LevelOfDetail.mostMarks {
                hidden = (hidden?.from ?? y, (hidden?.count ?? 0) + 1)
                y += height
                continue
            }
            close(&hidden, at: y, x, column, on: &canvas)
            canvas.rect(x + 0.5, y + 0.5, column - 1, height - 1, node.ink, round: 2, tip: node.tip)
            if height >= Self.named { canvas.label(node.name, x + 6, y + height / 2, most: column - 12) }
            if level + 1 < levels.count {
                draw(node.parts, level: level + 1, top: y, scale: scale, column: column, on: &canvas)
            }
            y += height
        }
        close(&hidden, at: y, x, column, on: &canvas)
    }

    private func close(
        _ hidden: inout (from: Double, count: Int)?, at y: Double, _ x: Double, _ column: Double, on canvas: inout Canvas
    ) {
        guard let (from, count) = hidden else { return }
        hidden = nil
        guard y - from >= 0.5 else { return }
        canvas.rect(x + 0.5, from, column - 1, y - from, .plainTint, tip: "\(Spelling.count(count)) small ones")
    }
}

extension IcicleChart.Node {
    /// How many blocks stand side by side at the end.
    fileprivate var leaves: Int { max(1, parts.reduce(0) { $0 + $1.leaves }) }
}
