/// What the marks of a chart are, in as many lines as they need.
struct Legend {
    /// A mark and its word.
    enum Key {
        case bar(ChartInk, String), line(ChartInk, String), dashed(ChartInk, String), dot(ChartInk, String), diamond(
            ChartInk, String)
        case mark(ChartInk, String)

        var word: String {
            switch self {
            case .bar(_, let word), .line(_, let word), .dashed(_, let word), .dot(_, let word), .diamond(_, let word),
                .mark(_, let word):
                word
            }
        }
    }

    /// The height of a line, pixels.
    static let line = 18.0
    private static let key = 20.0, gap = 14.0

    /// The keys of each line.
    private let lines: [[(x: Double, key: Key)]]

    /// A legend no wider than so many pixels.
    init(_ keys: [Key], width: Double) {
        let metrics = TextMetrics()
        var (lines, x): ([[(x: Double, key: Key)]], Double) = ([[]], 0)
        for key in keys {
            let length = Self.key + metrics.width(of: key.word) + Self.gap
            if x > 0, x + length - Self.gap > width {
                lines.append([])
                x = 0
            }
            lines[lines.count - 1].append((x, key))
            x += length
        }
        self.lines = lines
    }

    /// Pixels.
    var height: Double { Double(lines.count) * Self.line + 4 }

    func draw(on canvas: inout Canvas, left: Double, top: Double) {
        for (row, line) in lines.enumerated() {
            let y = top + (Double(row) + 0.5) * Self.line
            for (x, key) in line {
                Self.draw(key, on: &canvas, left + x, y)
                canvas.text(key.word, left + x + Self.key, y, .muted)
            }
        }
    }

    private static func draw(_ key: Key, on canvas: inout Canvas, _ x: Double, _ y: Double) {
        switch key {
        case .bar(let ink, _): canvas.rect(x, y - 4, 15, 8, ink, round: 2)
        case .line(let ink, _): canvas.line(x, y, x + 15, y, ink, width: 2)
        case .dashed(let ink, _): canvas.line(x, y, x + 15, y, ink, width: 1.5, isDashed: true)
        case .dot(let ink, _): canvas.circle(x + 7.5, y, 4, ink)
        case .diamond(let ink, _): canvas.diamond(x + 7.5, y, 5, ink)
        case .mark(let ink, _): canvas.line(x + 7.5, y - 6, x + 7.5, y + 6, ink, width: 2)
        }
    }
}
