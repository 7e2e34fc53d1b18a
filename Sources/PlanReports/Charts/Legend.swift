/// What the marks of a chart are, in as many lines as they need.
struct Legend {
    /// A mark and its word.
    struct Key {
        enum Shape { case bar, line, dashed, dot, diamond, mark }

        let shape: Shape
        let ink: ChartInk
        let word: String

        static func bar(_ ink: ChartInk, _ word: String) -> Key { Key(shape: .bar, ink: ink, word: word) }
        static func line(_ ink: ChartInk, _ word: String) -> Key { Key(shape: .line, ink: ink, word: word) }
        static func dashed(_ ink: ChartInk, _ word: String) -> Key { Key(shape: .dashed, ink: ink, word: word) }
        static func dot(_ ink: ChartInk, _ word: String) -> Key { Key(shape: .dot, ink: ink, word: word) }
        static func diamond(_ ink: ChartInk, _ word: String) -> Key { Key(shape: .diamond, ink: ink, word: word) }
        /// An upright stroke.
        static func mark(_ ink: ChartInk, _ word: String) -> Key { Key(shape: .mark, ink: ink, word: word) }
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
        switch key.shape {
        case .bar: canvas.rect(x, y - 4, 15, 8, key.ink, round: 2)
        case .line: canvas.line(x, y, x + 15, y, key.ink, width: 2)
        case .dashed: canvas.line(x, y, x + 15, y, key.ink, width: 1.5, isDashed: true)
        case .dot: canvas.circle(x + 7.5, y, 4, key.ink)
        case .diamond: canvas.diamond(x + 7.5, y, 5, key.ink)
        case .mark: canvas.line(x + 7.5, y - 6, x + 7.5, y + 6, key.ink, width: 2)
        }
    }
}
