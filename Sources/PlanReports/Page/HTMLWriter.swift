/// Writes HTML to bytes as it goes; texts are escaped, names of elements and classes are the program's own.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// An element; what is in it is what `content` writes.
    mutating func element(_ name: String, _ attributes: String = "", _ content: (inout HTMLWriter) -> Void) {
        bytes.append(text: attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>")
        content(&self)
        bytes.append(text: "</\(name)>")
    }

    /// An element with a text in it.
    mutating func element(_ name: String, _ attributes: String = "", text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// A text.
    mutating func text(_ text: String) { bytes.append(markup: text) }

    /// What is HTML already, of the program's own making.
    mutating func raw(_ html: String) { bytes.append(text: html) }

    /// What is HTML already.
    mutating func raw(_ html: [UInt8]) { bytes += html }

    /// A new line in the source, for those who compare two pages.
    mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

    /// A table that scrolls by itself where it is wider than the page.
    mutating func table(_ table: PageTable, caption: String) {
        raw("<div class=\"scrolls\" data-scrolls tabindex=\"0\" role=\"region\" aria-label=\"")
        text(caption)
        raw("\">")
        element("table") { html in
            html.element("caption", "class=\"hidden\"", text: caption)
            html.element("thead") { html in
                html.element("tr") { html in
                    for column in table.columns {
                        html.element("th", column.isRight ? "scope=\"col\" class=\"n\"" : "scope=\"col\"", text: column.title)
                    }
                }
            }
            html.element("tbody") { html in
                for row in table.rows { html.row(row, table.columns) }
            }
        }
        raw("</div>")
        newLine()
    }

    private mutating func row(_ cells: [String], _ columns: [PageTable.Column]) {
        element("tr") { html in
            for (cell, column) in zip(cells, columns) {
                html.element("td", column.isRight ? "class=\"n\"" : "") { html in
                    // A name in a script that runs to the left does not turn its neighbours around.
                    if column.isRight { html.text(cell) } else { html.element("bdi", text: cell) }
                }
            }
        }
        newLine()
    }

    /// A chart for wide and for narrow pages, a note and the table of its numbers; says whether there was anything to draw.
    mutating func figure(_ figure: Figure) -> Bool {
        guard let wide = figure.draw(.wide), let narrow = figure.draw(.narrow) else { return false }
        element("figure") { html in
            html.element("div", "class=\"wide\"") { $0.raw(wide.svg(inPage: true)) }
            html.element("div", "class=\"narrow\"") { $0.raw(narrow.svg(inPage: true)) }
            if !figure.note.isEmpty { html.element("figcaption", text: figure.note) }
            html.element("details") { html in
                html.element("summary", text: "The numbers")
                html.table(figure.table, caption: wide.title)
            }
        }
        newLine()
        return true
    }
}
