import PlanModel
import PlanStatistics

/// Writes a table as CSV: the required columns and those that hold anything, in schema order, then the unknown ones.
struct TableWriter: Sendable {
    /// Rows that a thread writes at a time.
    private static let piece = 1 << 15

    private let count: Int
    private var names: [String] = []
    private var writers: [CellWriter] = []

    /// - Parameters:
    ///   - table: what is written.
    ///   - plan: the plan that references, calendars and units belong to.
    init(table: RawTable, plan: Plan) {
        count = table.count
        for (column, spec) in table.specs.enumerated() {
            let writer = CellWriter.make(table.columns[column], spec.kind, of: plan)
            guard writer != nil || spec.isRequired else { continue }
            names.append(spec.name)
            writers.append(writer ?? CellWriter())
        }
        for extra in table.extras {
            names.append(extra.name)
            writers.append(CellWriter.make(.texts(extra.cells), .text, of: plan) ?? CellWriter())
        }
    }

    /// The whole file, in pieces that follow each other.
    func pieces(threads: Int) -> [[UInt8]] {
        [header]
            + Parallel.map(count: (count + Self.piece - 1) / Self.piece, threads: threads) { piece in
                rows(piece * Self.piece..<min((piece + 1) * Self.piece, count))
            }
    }

    private var header: [UInt8] {
        var output: [UInt8] = []
        for (place, name) in names.enumerated() {
            if place > 0 { output.append(0x2c) }
            output.append(field: name)
        }
        output.append(0x0a)
        return output
    }

    private func rows(_ rows: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(rows.count * writers.count * 12)
        for row in rows {
            for (place, writer) in writers.enumerated() {
                if place > 0 { output.append(0x2c) }
                writer.write(row, to: &output)
            }
            output.append(0x0a)
        }
        return output
    }
}
