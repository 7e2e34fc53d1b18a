import PlanModel

/// One column of all pieces of a file, one after the other, with the index of its identifiers.
struct MergedColumn: Sendable {
    /// All cells.
    let data: ColumnData
    /// Finds rows; `nil` unless the column holds identifiers.
    let index: IdentifierIndex?
    /// Rows whose identifier an earlier row has, with that row.
    let duplicates: [(row: Int, earlier: Int)]
    /// Cells whose value was rounded to whole minutes.
    let roundings: Int

    init(_ pieces: [TablePiece], column: Int) {
        let merged = ColumnBuilder(joining: pieces.map { $0.columns[column] })
        (data, roundings) = (merged.data, merged.roundings)
        var duplicates: [(row: Int, earlier: Int)] = []
        if case .texts(let texts) = data, merged.identities.count == texts.count, !texts.bytes.isEmpty {
            index = IdentifierIndex(texts, identities: merged.identities) { duplicates.append(($0, $1)) }
        } else {
            index = nil
        }
        self.duplicates = duplicates
    }
}
