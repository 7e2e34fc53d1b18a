/// A chart with the table of its numbers.
struct Figure {
    /// Draws the chart for a width; `nil` where there is nothing to draw.
    let draw: (Chart.Format) -> Chart?
    /// All its numbers.
    let table: PageTable
    /// What the reader must know to read it; empty for nothing.
    var note = ""
}

/// A table of a page: words in cells.
struct PageTable {
    /// One column.
    struct Column {
        let title: String
        var isRight = false
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    /// A table without rows; titles of columns with numbers begin with a space that is not shown.
    init(_ titles: [String]) {
        columns = titles.map { $0.hasPrefix(" ") ? Column(title: String($0.dropFirst()), isRight: true) : Column(title: $0) }
    }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count)
        rows.append(cells)
    }
}
