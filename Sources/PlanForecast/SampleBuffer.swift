/// A matrix of minutes that threads fill in, each its own columns.
@safe final class SampleBuffer: @unchecked Sendable {
    let rows: Int
    let columns: Int
    let base: UnsafeMutablePointer<Int32>

    init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        unsafe base = UnsafeMutablePointer.allocate(capacity: max(rows * columns, 1))
        unsafe base.initialize(repeating: 0, count: rows * columns)
    }

    deinit { unsafe base.deallocate() }

    /// Writes values into a row, from a column on.
    func set(_ values: [Int32], row: Int, column: Int) {
        precondition(row < rows && column + values.count <= columns)
        for place in values.indices { unsafe base[row * columns + column + place] = values[place] }
    }

    /// Writes one value.
    func set(_ value: Int32, row: Int, column: Int) {
        precondition(row < rows && column < columns)
        unsafe base[row * columns + column] = value
    }

    /// The first `count` values of a row.
    func row(_ row: Int, count: Int) -> [Int32] {
        precondition(row < rows && count <= columns)
        return unsafe Array(UnsafeBufferPointer(start: base + row * columns, count: count))
    }
}
