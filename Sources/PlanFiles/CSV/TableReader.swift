import PlanModel
import PlanStatistics

/// Reads one CSV file into the columns of one table.
struct TableReader {
    /// Which table, and its columns.
    let name: TableName
    let specs: [ColumnSpec]
    /// The file, as faults name it.
    let file: String
    /// Units, calendars, and the tables read so far.
    let context: ReadContext

    /// The table; rows are whole even where fields were refused, so that all faults come out of one run.
    func read(
        _ bytes: UnsafeBufferPointer<UInt8>, faults: inout FaultList, findings: inout [Finding]
    ) -> RawTable {
        var header = unsafe HeaderReader(specs: specs, file: file).read(bytes)
        findings += header.findings
        guard header.faults.isEmpty else {
            faults.add(header.faults)
            return RawTable(name: name, specs: specs)
        }
        header.forms = header.targets.map { target in target.map { context.form(of: specs[$0].kind, in: name) } ?? .text }
        var pieces = unsafe readPieces(bytes, header, pieces: context.threads > 1 ? context.threads * 2 : 1)
        if pieces.count > 1, pieces.contains(where: { $0.isMalformed }) { pieces = unsafe readPieces(bytes, header, pieces: 1) }
        return assemble(pieces, header, &faults, &findings)
    }

    private func readPieces(_ bytes: UnsafeBufferPointer<UInt8>, _ header: TableHeader, pieces: Int) -> [TablePiece] {
        let starts = unsafe FileSplitter.starts(of: bytes, from: header.end, pieces: pieces, threads: context.threads)
        let shared = unsafe FileSplitter.Shared(bytes: bytes)
        return Parallel.map(count: starts.count, threads: context.threads) { index in
            let end = unsafe index + 1 < starts.count ? starts[index + 1] : shared.bytes.count
            var piece = TablePiece(header: header, specs: specs, units: context.units, file: file)
            unsafe piece.read(UnsafeBufferPointer(rebasing: shared.bytes[starts[index]..<end]))
            return piece
        }
    }

    /// Puts pieces together, several columns at a time.
    private func assemble(
        _ pieces: [TablePiece], _ header: TableHeader, _ faults: inout FaultList, _ findings: inout [Finding]
    ) -> RawTable {
        var table = RawTable(name: name, specs: specs)
        table.count = pieces.reduce(0) { $0 + $1.rows }
        table.contentHash = pieces.reduce(header.hash) { $0 &+ $1.contentHash }
        table.source = TableSource(file: file, jumps: jumps(of: pieces, headerLines: header.lines))
        addFaults(of: pieces, headerLines: header.lines, to: &faults)
        let columns = Parallel.map(count: header.targets.count, threads: context.threads) { MergedColumn(pieces, column: $0) }
        for (place, target) in header.targets.enumerated() {
            if let target {
                table.columns[target] = columns[place].data
                if specs[target].kind == .identifier { index(&table, columns[place], &faults) }
                if columns[place].roundings > 0 { findings.append(rounding(columns[place].roundings, specs[target].name)) }
            } else if case .texts(let cells) = columns[place].data {
                table.extras.append(ExtraColumn(name: header.names[place], cells: cells))
            }
        }
        resolveSelfReferences(&table, &faults)
        return table
    }

    /// Turns ids of rows of the same table into those rows, now that all are known.
    private func resolveSelfReferences(_ table: inout RawTable, _ faults: inout FaultList) {
        for (column, spec) in specs.enumerated() where spec.kind == .reference(name) {
            guard let texts = table.texts(column) else { continue }
            table.columns[column] = .integers(
                (0..<table.count).map { row in
                    if texts.isEmpty(row) { return Cell.none }
                    if let found = table.row(of: texts[row]) { return Int32(found) }
                    faults.add(
                        Fault(
                            code: "dangling-reference", file: file, line: table.source!.line(ofRow: row), column: spec.name,
                            message: "names nothing; expected an id of \(name.rawValue).csv (found \"\(texts[row])\")"))
                    return Cell.none
                })
        }
    }

    private func index(_ table: inout RawTable, _ column: MergedColumn, _ faults: inout FaultList) {
        table.index = column.index
        guard case .texts(let texts) = column.data, let source = table.source else { return }
        for (row, earlier) in column.duplicates {
            faults.add(
                Fault(
                    code: "duplicate-id", file: file, line: source.line(ofRow: row), column: specs[0].name,
                    message:
                        "an id must be unique; line \(source.line(ofRow: earlier)) has it already (found \"\(texts[row])\")"))
        }
    }

    private func rounding(_ count: Int, _ column: String) -> Finding {
        Finding(
            code: "rounded-minutes", file: file, column: column,
            message: "\(count) values are no whole minutes and were rounded to the nearest one")
    }

    private func jumps(of pieces: [TablePiece], headerLines: Int) -> [(row: Int, line: Int)] {
        var (row, line) = (0, headerLines + 1)
        var jumps: [(row: Int, line: Int)] = []
        for piece in pieces {
            if piece.rows > 0, piece.jumps.first?.row != 0 { jumps.append((row, line)) }
            jumps += piece.jumps.map { ($0.row + row, $0.line + line) }
            row += piece.rows
            line += piece.lines
        }
        return jumps.first?.row == 0 ? jumps : [(0, headerLines + 1)] + jumps
    }

    private func addFaults(of pieces: [TablePiece], headerLines: Int, to faults: inout FaultList) {
        var line = headerLines + 1
        for piece in pieces {
            for var fault in piece.faults.faults {
                fault.line = fault.line.map { $0 + line }
                faults.add(fault)
            }
            faults.addUnlisted(piece.faults.count - piece.faults.faults.count)
            line += piece.lines
        }
    }
}

/// What reading a table needs to know of the rest of the plan.
struct ReadContext: Sendable {
    let units: WorkUnits
    /// Calendars by name, with their index.
    let calendars: [String: Int32]
    /// The tables read so far.
    var tables: [TableName: RawTable]
    let threads: Int

    /// How fields of a column become cells.
    func form(of kind: ColumnKind, in table: TableName) -> ColumnBuilder.Form {
        switch kind {
        case .identifier: .identifier
        case .text: .text
        case .reference(let other): other == table ? .selfReference : .reference(target([other]))
        case .element(let others): .element(target(others))
        case .list(let other): .list(target([other]))
        case .calendar: .calendar(calendars)
        case .duration: .duration
        case .lag: .lag
        case .start: .date(endOfDay: false)
        case .end: .date(endOfDay: true)
        case .integer: .integer
        case .number(let range): .number(range)
        case .flag: .flag
        case .choice(let words): .choice(words.map { Array($0.utf8) })
        case .outcomes(let unit): .outcomes(unit)
        }
    }

    private func target(_ names: [TableName]) -> ReferenceTarget {
        ReferenceTarget(names.map { tables[$0] ?? RawTable(name: $0, specs: []) })
    }
}
