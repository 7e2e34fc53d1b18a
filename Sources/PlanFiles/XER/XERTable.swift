/// One table of an XER file: where its field names and rows stand.
struct XERTable {
    /// One row: its bytes from behind `%R` and the tab to the end of the line.
    struct Record {
        var start: UInt32
        var end: UInt32
        /// 1-based.
        var line: UInt32
    }

    /// In capitals.
    let name: String
    /// Of `%T`, 1-based.
    let line: Int
    /// In small letters; `nil` before `%F` was met.
    var fields: [String]?
    var records: [Record] = []
}
