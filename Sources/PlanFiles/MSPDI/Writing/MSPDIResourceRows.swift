import PlanModel

/// Writes people and teams as resources, and who works on what.
struct MSPDIResourceRows {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func write(_ xml: inout XMLText) {
        for row in plan.people.rows {
            write(
                row, plan.people.text(.id, row), plan.people.text(.name, row), plan.people.number(.fte, row), isPool: false,
                &xml)
        }
        for row in plan.teams.rows {
            write(
                plan.people.count + row, plan.teams.text(.id, row), plan.teams.text(.name, row),
                plan.teams.number(.capacity, row),
                isPool: true, &xml)
        }
    }

    private func write(
        _ place: Int, _ id: String, _ name: String, _ units: Double?, isPool: Bool, _ xml: inout XMLText
    ) {
        xml.group("Resource") { xml in
            xml.field("UID", place + 1)
            xml.field("ID", place + 1)
            xml.field("Name", name)
            xml.field("Type", 1)
            xml.flag("IsNull", false)
            xml.number("MaxUnits", units ?? 1)
            xml.field("CalendarUID", MSPDICalendarRows.number(ofResource: place, in: plan))
            xml.flag("IsGeneric", isPool)
            MSPDIField.write(MSPDIField.resourceIdentifier, id, &xml)
        }
    }

    /// Assignments; the work of one is what its share does in the task's duration.
    func writeAssignments(_ xml: inout XMLText, _ outline: WrittenOutline) {
        for row in plan.assignments.rows {
            let person = plan.assignments.reference(.person, row)
            guard let task = plan.assignments.reference(.task, row),
                let resource = person ?? plan.assignments.reference(.team, row).map({ plan.people.count + $0 })
            else { continue }
            let units = plan.assignments.number(.units, row) ?? 1
            let work = (Double(plan.tasks[task].duration ?? 0) * units).rounded()
            xml.group("Assignment") { xml in
                xml.field("UID", row + 1)
                xml.field("TaskUID", Int(outline.taskNumbers[task]))
                xml.field("ResourceUID", resource + 1)
                xml.number("Units", units)
                xml.duration("Work", work < 0x1p29 ? Int32(work) : nil)
            }
        }
    }
}
