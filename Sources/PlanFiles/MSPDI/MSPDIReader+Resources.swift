import PlanModel

extension MSPDIReader {
    private typealias Field = MSPDIResourceField

    /// A resource; only those who work are kept.
    func takeResource(_ record: XMLRecord) {
        defer { pending = MSPDIPending() }
        guard let uid = record.integer(Field.uid, &notes) else {
            return notes.refuse(record, Field.uid, "missing-field", "the resource's unique number")
        }
        let name = record.string(Field.name)
        // Project writes a nameless row 0 for "unassigned", and blank rows.
        if record.flag(Field.isNull, &notes) || uid == 0 && name == nil {
            resources[uid] = MSPDIResource()
            return
        }
        var row = MSPDIResource(calendarUID: record.integer(Field.calendarUID, &notes).flatMap { $0 >= 0 ? $0 : nil })
        if let why = whyNotKept(record) {
            notes.losses.add(.dropped, "Resource", why, line: record.line)
        } else {
            row.place = schedule.resources.count
            schedule.resources.append(resource(record, uid, name ?? ""))
        }
        if resources.updateValue(row, forKey: uid) != nil {
            notes.refuse(record, Field.uid, "duplicate-id", "a number that no other resource has")
        }
        attributes.countLost(pending.attributes, of: "Resource", &notes)
    }

    private func whyNotKept(_ record: XMLRecord) -> String? {
        if record.flag(Field.isCostResource, &notes) || record.flag(Field.isBudget, &notes) {
            return "a cost, not one who works"
        }
        switch record.integer(Field.type, &notes) ?? 1 {
        case 0: return "a material, not one who works"
        case 2: return "a cost, not one who works"
        case 1: return nil
        default:
            notes.refuse(record, Field.type, "bad-resource", "0 (material), 1 (work) or 2 (cost)")
            return nil
        }
    }

    private func resource(_ record: XMLRecord, _ uid: Int32, _ name: String) -> ImportedResource {
        let units = record.number(Field.maxUnits, &notes)
        if let units, units < 0 { notes.refuse(record, Field.maxUnits, "bad-number", "a number from zero up") }
        var resource = ImportedResource()
        resource.id = attributes.identifier(in: pending.attributes) ?? "\(uid)"
        resource.name = name
        resource.isPool = record.flag(Field.isGeneric, &notes) || (units ?? 1) > 1
        resource.units = units
        resource.line = record.line
        return resource
    }

    /// An assignment; one to nobody only says how much work a task has.
    func takeAssignment(_ record: XMLRecord) {
        typealias Field = MSPDIAssignmentField
        if let contour = record.integer(Field.workContour, &notes), contour != 0 {
            notes.losses.add(.dropped, "Assignment/WorkContour", "work is spread evenly over the task", line: record.line)
        }
        guard let task = record.integer(Field.taskUID, &notes) else {
            return notes.refuse(record, Field.taskUID, "missing-field", "the task's unique number")
        }
        guard let resource = record.integer(Field.resourceUID, &notes), resource >= 0 else { return }
        let units = record.number(Field.units, &notes)
        if let units, units < 0 { notes.refuse(record, Field.units, "bad-number", "a number from zero up") }
        assignments.append(
            MSPDIAssignment(
                task: task, resource: resource, units: units, work: record.duration(Field.work, &notes), line: record.line))
    }

    /// Calendars of resources, and assignments between rows that are there.
    func settleResources() {
        for row in resources.values {
            guard let place = row.place, let uid = row.calendarUID else { continue }
            let calendar = calendars.place[uid]
            schedule.resources[place].calendar = calendar == schedule.calendar ? nil : calendar
        }
        var met: Set<Int64> = []
        for assignment in assignments {
            guard let (task, resource) = ends(of: assignment) else { continue }
            guard met.insert(Int64(task) << 32 | Int64(resource)).inserted else {
                notes.losses.add(
                    .dropped, "Assignment", "a second one of the same resource to the same task", line: assignment.line)
                continue
            }
            schedule.assignments.append(
                ImportedAssignment(task: task, resource: resource, units: assignment.units, line: assignment.line))
        }
    }

    private func ends(of assignment: MSPDIAssignment) -> (task: Int, resource: Int)? {
        guard case .row(.task(let task))? = ends[assignment.task] else {
            notes.losses.add(.dropped, "Assignment", "its task is a summary, left out, or not there", line: assignment.line)
            return nil
        }
        guard let resource = resources[assignment.resource] else {
            notes.losses.add(.dropped, "Assignment", "the file has no such resource", line: assignment.line)
            return nil
        }
        guard let place = resource.place else {
            notes.losses.add(.dropped, "Assignment", "its resource is none who works", line: assignment.line)
            return nil
        }
        return (task, place)
    }
}
