/// Labels along an axis that must not touch: each stays as near to its mark as it can, in the first row that has room for it.
struct LabelRail {
    /// Where a label goes.
    struct Place {
        /// The middle of the label, pixels.
        let x: Double
        /// The row, 0 the nearest to the axis.
        let row: Int
    }

    /// The left and right end of the rail, how many rows there are, and what must be free between two labels; pixels.
    let left: Double, right: Double, rows: Int, gap: Double
    private var taken: [[ClosedRange<Double>]]

    init(left: Double, right: Double, rows: Int, gap: Double = 8) {
        (self.left, self.right, self.rows, self.gap) = (left, right, rows, gap)
        taken = Array(repeating: [], count: rows)
    }

    /// Places a label so wide at a mark; `nil` where no row has room. Labels that are placed first have the better places.
    mutating func place(at mark: Double, width: Double) -> Place? {
        guard width <= right - left else { return nil }
        let x = min(max(mark, left + width / 2), right - width / 2)
        let span = x - width / 2 - gap / 2...x + width / 2 + gap / 2
        guard let row = taken.indices.first(where: { row in !taken[row].contains { $0.overlaps(span) } }) else { return nil }
        taken[row].append(span)
        return Place(x: x, row: row)
    }
}
