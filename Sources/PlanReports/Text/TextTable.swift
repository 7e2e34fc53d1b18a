/// A table of text, its columns aligned by what they take on a terminal.
struct TextTable {
    /// One column: its title, which side its cells lean to, and whether it gives way where the table is too wide.
    struct Column {
        var title: String
        var isRight = false
        var isFlexible = false
    }

    /// One cell.
    struct Cell: ExpressibleByStringLiteral {
        var text: String
        var ink: Style.Ink?

        init(_ text: String, _ ink: Style.Ink? = nil) { (self.text, self.ink) = (printable(text), ink) }
        init(stringLiteral value: String) { self.init(value) }
    }

    /// No flexible column is cut below this.
    private static let narrowest = 8
    private static let gap = 2

    let columns: [Column]
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count)
        rows.append(cells)
    }

    /// The table without some of its columns.
    func without(_ places: Set<Int>) -> TextTable {
        var table = TextTable(columns.indices.filter { !places.contains($0) }.map { columns[$0] })
        for row in rows { table.add(row.indices.filter { !places.contains($0) }.map { row[$0] }) }
        return table
    }

    /// The table's lines, two spaces in, no line longer than the style's width where its flexible columns can give way.
    func lines(_ style: Style, indent: Int = 2) -> [String] {
        let widths = widths(available: style.width - indent)
        let head = columns.allSatisfy { $0.title.isEmpty } ? [] : [columns.map { Cell($0.title, .faint) }]
        return (head + rows).map { line($0, widths, style, indent) }
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ style: Style, _ indent: Int) -> String {
        var result = String(repeating: " ", count: indent)
        var pending = 0
        for (place, cell) in cells.enumerated() {
            let text = DisplayWidth.cut(cell.text, to: widths[place])
            let room = widths[place] - DisplayWidth.of(text)
            if columns[place].isRight { pending += room }
            if !text.isEmpty {
                result += String(repeating: " ", count: pending) + style.paint(text, cell.ink)
                pending = 0
            }
            pending += columns[place].isRight ? Self.gap : room + Self.gap
        }
        return result
    }

    private func widths(available: Int) -> [Int] {
        var widths = columns.indices.map { place in
            rows.reduce(DisplayWidth.of(columns[place].title)) { max($0, DisplayWidth.of($1[place].text)) }
        }
        var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - available
        while excess > 0 {
            let flexible = columns.indices.filter { columns[$0].isFlexible && widths[$0] > Self.narrowest }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}

/// A text broken at spaces into lines of at most `width` columns; the second and later ones begin with `indent` spaces.
func wrapped(_ text: String, width: Int, indent: Int = 0) -> [String] {
    var (lines, line): ([String], String) = ([], "")
    for word in text.split(separator: " ") {
        if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
            lines.append(line)
            line = String(repeating: " ", count: indent) + word
        } else {
            line += (line.isEmpty ? "" : " ") + word
        }
    }
    return lines + [line]
}
