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

    /// The table's lines, two spaces in, none longer than the style's width.
    func lines(_ style: Style, indent: Int = 2) -> [String] {
        let (head, rows) = parts(style, indent: indent)
        return head + rows.flatMap(\.self)
    }

    /// The line of titles, if there is one, and the lines of each row: one, or several where the table is too wide even with its flexible
    /// columns cut; then each row is a block, its first words on a line and what else there is, with the titles, below.
    func parts(_ style: Style, indent: Int = 2) -> (head: [String], rows: [[String]]) {
        let widths = widths(available: style.width - indent)
        guard widths.reduce(0, +) + Self.gap * (columns.count - 1) <= style.width - indent else {
            return ([], rows.map { block($0, style, indent) })
        }
        let head = columns.allSatisfy { $0.title.isEmpty } ? [] : [columns.map { Cell($0.title, .faint) }]
        return (head.map { line($0, widths, style, indent) }, rows.map { [line($0, widths, style, indent)] })
    }

    /// A row as a block.
    private func block(_ cells: [Cell], _ style: Style, _ indent: Int) -> [String] {
        let told = cells.indices.filter { !cells[$0].text.isEmpty }
        // The name of a row is what gives way in a table; a mark or a number may stand before it.
        let name = told.first { columns[$0].isFlexible } ?? told.first ?? 0
        let head = told.filter { $0 < name && columns[$0].title.isEmpty } + [name]
        var lines = [String(repeating: " ", count: indent)]
        var used = indent
        func add(_ text: String, _ ink: Style.Ink?, separator: String) {
            let width = DisplayWidth.of(text)
            if used + DisplayWidth.of(separator) + width > style.width, used > indent + 2 {
                lines.append(String(repeating: " ", count: indent + 2))
                used = indent + 2
            } else {
                lines[lines.count - 1] += separator
                used += DisplayWidth.of(separator)
            }
            lines[lines.count - 1] += style.paint(text, ink)
            used += width
        }
        for (place, cell) in head.enumerated() { add(cells[cell].text, cells[cell].ink, separator: place == 0 ? "" : "  ") }
        let rest = told.filter { !head.contains($0) }
        guard !rest.isEmpty else { return lines }
        lines.append(String(repeating: " ", count: indent + 2))
        used = indent + 2
        for (place, cell) in rest.enumerated() {
            let title = printable(columns[cell].title)
            add(
                title.isEmpty ? cells[cell].text : "\(title) \(cells[cell].text)", cells[cell].ink,
                separator: place == 0 ? "" : " · ")
        }
        return lines
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
