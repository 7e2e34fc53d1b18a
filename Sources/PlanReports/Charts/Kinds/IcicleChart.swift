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
        var blocks = stacked(nodes, from: top, scale: height / total)
        for level in levels.indices {
            draw(blocks, x: Double(level) * column, column, on: &canvas)
            blocks = blocks.flatMap { stacked($0.node.parts, from: $0.y, scale: height / total) }
        }
        return Chart(title: title, summary: summary, width: width, height: top + height + 4, canvas: canvas)
    }

    /// A part and where it lies.
    private struct Block {
        let node: Node
        let y: Double, height: Double
    }

    /// Parts one below the other.
    private func stacked(_ nodes: [Node], from top: Double, scale: Double) -> [Block] {
        var y = top
        return nodes.map { node in
            defer { y += node.size * scale }
            return Block(node: node, y: y, height: node.size * scale)
        }
    }

    /// Draws a level; blocks that nobody could see, and of very many the smallest, are one with their neighbours.
    private func draw(_ blocks: [Block], x: Double, _ column: Double, on canvas: inout Canvas) {
        let most = LevelOfDetail.mostMarks / (2 * levels.count)
        let least = blocks.count > most ? max(Self.least, blocks.map(\.height).sorted(by: >)[most]) : Self.least
        var hidden: (from: Double, to: Double, count: Int)?
        for block in blocks {
            if block.height < least {
                // Only what touches is one; between parts of two parents there may be room.
                if let open = hidden, block.y - open.to > 0.5 { close(&hidden, x, column, on: &canvas) }
                hidden = (hidden?.from ?? block.y, block.y + block.height, (hidden?.count ?? 0) + 1)
                continue
            }
            close(&hidden, x, column, on: &canvas)
            canvas.rect(x + 0.5, block.y + 0.5, column - 1, block.height - 1, block.node.ink, round: 2, tip: block.node.tip)
            if block.height >= Self.named {
                canvas.label(block.node.name, x + 6, block.y + block.height / 2, most: column - 12)
            }
        }
        close(&hidden, x, column, on: &canvas)
    }

    private func close(
        _ hidden: inout (from: Double, to: Double, count: Int)?, _ x: Double, _ column: Double, on canvas: inout Canvas
    ) {
        guard let (from, to, count) = hidden else { return }
        hidden = nil
        guard to - from >= 0.5 else { return }
        canvas.rect(x + 0.5, from, column - 1, to - from, .plainTint, tip: "\(Spelling.count(count)) small ones")
    }
}

extension IcicleChart.Node {
    /// How many blocks stand side by side at the end.
    fileprivate var leaves: Int { max(1, parts.reduce(0) { $0 + $1.leaves }) }
}
