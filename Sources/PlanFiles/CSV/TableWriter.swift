import PlanModel

/// Writes a table as CSV: the required columns and those that hold anything, in schema order, then the unknown ones.
struct TableWriter {
    let table: RawTable
    /// The plan that references, calendars and units belong to.
    let plan: Plan

    /// Appends the whole file to `output`.
    func write(to output: inout [UInt8]) {
        var (names, writers): ([String], [CellWriter]) = ([], [])
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
        for (place, name) in names.enumerated() {
            if place > 0 { output.append(0x2c) }
            output.append(field: name)
        }
        output.append(0x0a)
        for row in 0..<table.count {
            for (place, writer) in writers.enumerated() {
                if place > 0 { output.append(0x2c) }
                writer.write(row, to: &output)
            }
            output.append(0x0a)
        }
    }
}
