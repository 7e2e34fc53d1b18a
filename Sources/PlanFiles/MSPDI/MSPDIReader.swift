import PlanModel

/// Reads MSPDI, the XML of Microsoft Project 2002 to 2019, also as other tools write it.
///
/// One pass; what refers to rows further down is settled at the end. Early and late dates, slacks and the like are not read: they
/// are computed anew by Project's conventions.
final class MSPDIReader: XMLRecordTaker {
    var notes: XMLNotes
    var schedule = ImportedSchedule()
    var project = MSPDIProject()
    var calendars = MSPDICalendars()
    /// Rows by unique identifier; what was left out is there too.
    var ends: [Int32: MSPDIEnd] = [:]
    /// The summary tasks that are open at this point of the outline.
    var outline: [(level: Int, heading: Int)] = []
    /// What stood inside the task that is being read.
    var pending = MSPDIPending()
    var links: [MSPDILink] = []
    var baselines: [Int: [ImportedBaseline]] = [:]
    /// What tasks say of calendars and types, in the order of the tasks.
    var taskWork: [MSPDITaskWork] = []
    var resources: [Int32: MSPDIResource] = [:]
    var assignments: [MSPDIAssignment] = []
    var attributes = MSPDIAttributes()

    private init(file: String) { notes = XMLNotes(file: file) }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its name, for faults.
    ///   - faults: receives everything that is wrong with it.
    /// - Returns: the schedule; `nil` if there were faults.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, faults: inout FaultList) -> ImportedSchedule? {
        let reader = MSPDIReader(file: file)
        var form = FaultList()
        let unknowns = unsafe XMLReader.read(
            bytes, file: file, root: "Project", shape: .mspdi, taker: reader, faults: &form)
        if form.isEmpty { reader.settle(unknowns) }
        form.add(reader.notes.faults)
        form.sort()
        faults.add(form)
        guard form.isEmpty else { return nil }
        reader.schedule.losses = reader.notes.losses
        return reader.schedule
    }

    func take(kind: Int, _ record: XMLRecord) {
        switch MSPDIKind(rawValue: kind)! {
        case .project: takeProject(record)
        case .attributeDefinition: takeDefinition(record)
        case .calendar: calendars.takeCalendar(record, &notes)
        case .weekDay: calendars.takeWeekDay(record, &notes)
        case .workWeekDay: calendars.takeWorkWeekDay(record, &notes)
        case .workWeek: calendars.takeWorkWeek(record, &notes)
        case .exception: calendars.takeException(record, &notes)
        case .period: calendars.takePeriod(record, &notes)
        case .shift: calendars.takeShift(record, &notes)
        case .task: takeTask(record)
        case .link: takeLink(record)
        case .baseline: takeBaseline(record)
        case .taskAttribute: pending.attributes.append(attribute(record))
        case .resourceAttribute: pending.attributes.append(attribute(record))
        case .resource: takeResource(record)
        case .assignment: takeAssignment(record)
        }
    }

    /// Settles what could not be settled before the whole file was read.
    private func settle(_ unknowns: [XMLUnknown]) {
        settleCalendars()
        settleProject()
        settleResources()
        settleLinks()
        settleTaskCalendars()
        settleBaselines()
        countLosses(unknowns)
    }
}
