import PlanModel

/// Reads PMXML, the XML that Primavera P6 exports (root `APIBusinessObjects`), in one pass.
final class PMXMLReader: XMLRecordTaker {
    let file: String
    var export = PrimaveraExport()
    var faults = FaultList()
    /// What stood inside the calendar that is being read.
    var shifts: [Shift] = []
    var week: [[Shift]?] = Array(repeating: nil, count: 7)
    var exceptions: [Int: [Shift]] = [:]
    /// Schedule options by project key.
    var options: [(project: Int?, read: (inout PrimaveraProject) -> Void)] = []
    /// The baseline in force of a project.
    var currentBaselines: [(own: Int, baseline: Int)] = []
    /// The last rate of each resource.
    var rates: [Int: (start: LocalDateTime, most: Double)] = [:]

    private init(file: String) { self.file = file }

    /// The schedule of a file, or `nil` with at least one fault.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents, valid for the call.
    ///   - file: its name in faults and findings.
    ///   - faults: gets every fault of the file.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, faults: inout FaultList) -> ImportedSchedule? {
        let reader = PMXMLReader(file: file)
        var form = FaultList()
        let unknowns = unsafe XMLReader.read(
            bytes, file: file, root: "APIBusinessObjects", shape: .pmxml, taker: reader, faults: &form)
        faults.add(form)
        faults.add(reader.faults)
        // What a file says after it went wrong is not known, so nothing is said about what refers to it.
        guard form.isEmpty else { return nil }
        reader.settle(unknowns)
        let schedule = PrimaveraAssembler.schedule(reader.export, file: file, faults: &faults)
        return faults.isEmpty ? schedule : nil
    }

    func take(kind: Int, _ record: XMLRecord) {
        switch PMXMLKind(rawValue: kind)! {
        case .project: takeProject(record, isBaseline: false)
        case .baseline: takeProject(record, isBaseline: true)
        case .options: takeOptions(record)
        case .calendar: takeCalendar(record)
        case .weekDay: takeWeekDay(record)
        case .exception: takeException(record)
        case .shift: takeShift(record)
        case .element: takeElement(record)
        case .activity: takeActivity(record)
        case .relation: takeRelation(record)
        case .assignment: takeAssignment(record)
        case .expense: takeExpense(record)
        case .resource: takeResource(record)
        case .rate: takeRate(record)
        }
    }

    /// Reads the fields of a record and keeps its faults.
    func read<Field: PMXMLField>(_ record: XMLRecord, _ fields: Field.Type, _ body: (inout PMXMLRow<Field>) -> Void) {
        var row = PMXMLRow<Field>(record, file: file)
        body(&row)
        if !row.faults.isEmpty { faults.add(row.faults) }
    }

    /// What could not be settled before the whole file was read.
    private func settle(_ unknowns: [XMLUnknown]) {
        export.name = fileStem(file)
        for place in export.projects.indices {
            for option in options where option.project == export.projects[place].key { option.read(&export.projects[place]) }
        }
        for (own, baseline) in currentBaselines {
            for place in export.projects.indices where export.projects[place].key == baseline {
                export.projects[place].baselineOf = export.projects[place].baselineOf ?? own
            }
        }
        for place in export.resources.indices {
            if let rate = rates[export.resources[place].key] { export.resources[place].units = rate.most }
        }
        markRoots()
        countLosses(unknowns)
        if export.activities.isEmpty {
            export.losses.add(.changed, "Activity", "the file has no activities; the plan has no tasks")
        }
    }

    /// P6 leaves out the element that stands for the project; other tools write it, with the project's own code.
    private func markRoots() {
        let codes = Dictionary(export.projects.map { ($0.key, $0.code) }) { first, _ in first }
        for place in export.elements.indices where export.elements[place].parent == nil {
            guard let project = export.elements[place].project, let code = codes[project] else { continue }
            export.elements[place].isRoot = export.elements[place].code == code
        }
    }

    private func countLosses(_ unknowns: [XMLUnknown]) {
        var (derived, bookkeeping) = (0, 0)
        for unknown in unknowns {
            let path = unknown.path.split(separator: "/").dropFirst().joined(separator: "/")
            let name = path.split(separator: "/").last.map { String($0) } ?? path
            if PMXMLLosses.isDerived(name) {
                derived += unknown.count
            } else if PMXMLLosses.isBookkeeping(name) {
                bookkeeping += unknown.count
            } else {
                export.losses.add(.dropped, path, PMXMLLosses.reason(path: path), line: unknown.line, count: unknown.count)
            }
        }
        if derived > 0 {
            export.losses.add(.dropped, "derived fields", "dates, floats and totals are computed anew", count: derived)
        }
        if bookkeeping > 0 {
            export.losses.add(.dropped, "P6's bookkeeping", "keys, flags and stamps of P6's own", count: bookkeeping)
        }
    }
}
