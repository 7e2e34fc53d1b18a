import PlanModel

/// Reads an XER file, the tables that Primavera P6 exports.
struct XERReader {
    let text: XERText
    let file: String
    var faults = FaultList()
    var export = PrimaveraExport()

    /// The schedule of a file, or `nil` with at least one fault.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents, valid for the call.
    ///   - file: its name in faults and findings.
    ///   - faults: gets every fault of the file.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, faults: inout FaultList) -> ImportedSchedule? {
        var reader = XERReader(text: unsafe XERText(bytes), file: file)
        var scanner = XERScanner(reader.text, file: file)
        scanner.scan()
        reader.faults = scanner.faults
        reader.export.losses = scanner.losses
        reader.readHeader(scanner.header)
        reader.read(scanner.tables)
        let before = faults.count
        faults.add(reader.faults)
        let schedule = PrimaveraAssembler.schedule(reader.export, file: file, faults: &faults)
        return faults.count == before ? schedule : nil
    }

    private mutating func readHeader(_ fields: [String]) {
        export.name = fileStem(file)
        if fields.isEmpty {
            export.losses.add(.supplied, "ERMHDR", "the file has no first line of that name; it is read as if it had", line: 1)
        }
        if fields.count > 2 {
            var date = fields[2]
            if case .success(let read) = date.withUTF8({ unsafe PrimaveraFields.date($0) }) { export.exported = read }
        }
        if !text.isUTF8 {
            export.losses.add(.changed, "encoding", "the bytes are not UTF-8; they are read as Windows code page 1252", line: 1)
        }
    }

    private mutating func read(_ tables: [XERTable]) {
        for table in tables {
            switch table.name {
            case "PROJECT": readProjects(table)
            case "CALENDAR": readCalendars(table)
            case "PROJWBS": readElements(table)
            case "RSRC": readResources(table)
            case "TASK": readTasks(table)
            case "TASKPRED": readRelations(table)
            case "TASKRSRC": readAssignments(table)
            case "PROJCOST": readExpenses(table)
            case "SCHEDOPTIONS", "RSRCRATE": break
            default:
                guard !table.records.isEmpty else { continue }
                export.losses.add(
                    .dropped, table.name, XERLosses.reason(table: table.name), line: table.line, count: table.records.count)
            }
        }
        // These say more about rows of other tables, which may stand behind them.
        for table in tables where table.name == "SCHEDOPTIONS" { readOptions(table) }
        for table in tables where table.name == "RSRCRATE" { readRates(table) }
        if !tables.contains(where: { $0.name == "TASK" && !$0.records.isEmpty }) {
            export.losses.add(.changed, "TASK", "the file has no activities; the plan has no tasks")
        }
    }

    /// Walks the rows of a table.
    mutating func forEachRow<Column>(
        of table: XERTable, as column: Column.Type, _ body: (inout XERReader, inout XERRows<Column>) -> Void
    ) {
        var rows = XERRows<Column>(table, text: text, file: file)
        if rows.isReadable {
            while rows.advance() { body(&self, &rows) }
            rows.countUnread(&export.losses)
        }
        faults.add(rows.faults)
    }
}

/// A file's name without folder and ending.
func fileStem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
}
