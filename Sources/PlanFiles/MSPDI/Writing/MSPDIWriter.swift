public import PlanModel

extension Plan {
    /// Writes the plan as MSPDI, the XML of Microsoft Project; the file appears whole under its name or not at all.
    ///
    /// - Parameters:
    ///   - path: a file that does not exist yet.
    ///   - dates: when tasks start and finish, as a schedule has them; without them only given dates are written.
    ///   - forecast: figures for the custom fields `P50 finish`, `P80 finish` and `Criticality index`.
    /// - Returns: what the format cannot hold: `dropped` or `changed`, with counts.
    /// - Throws: `OutputError`; nothing is left behind then.
    public func writeMSPDI(
        to path: String, dates: TaskDates? = nil, forecast: TaskForecastFigures? = nil
    ) throws(OutputError) -> [Finding] {
        var writer = MSPDIWriter(plan: self, dates: dates, forecast: forecast)
        try WholeFile.write([writer.document()], to: path)
        return writer.losses.findings(file: path.split(separator: "/").last.map(String.init) ?? path)
    }
}

/// Writes MSPDI, elements in the order of Microsoft's schema.
struct MSPDIWriter {
    let plan: Plan
    let dates: TaskDates?
    let forecast: TaskForecastFigures?
    let outline: WrittenOutline
    var losses = LossLedger()

    init(plan: Plan, dates: TaskDates? = nil, forecast: TaskForecastFigures? = nil) {
        (self.plan, self.dates, self.forecast) = (plan, dates, forecast)
        outline = WrittenOutline(plan)
    }

    /// The document's bytes.
    mutating func document() -> [UInt8] {
        countLosses()
        var xml = XMLText()
        let rows = MSPDITaskRows(self, &losses)
        xml.group("Project", attributes: " xmlns=\"http://schemas.microsoft.com/project\"") { xml in
            writeProject(&xml)
            xml.group("ExtendedAttributes") { writeDefinitions(&$0) }
            xml.group("Calendars") { MSPDICalendarRows(plan).write(&$0) }
            xml.group("Tasks") { rows.write(&$0) }
            xml.group("Resources") { MSPDIResourceRows(plan).write(&$0) }
            xml.group("Assignments") { MSPDIResourceRows(plan).writeAssignments(&$0, outline) }
        }
        return xml.bytes
    }

    private func writeProject(_ xml: inout XMLText) {
        let rules = plan.settings.scheduling
        let minutesPerDay = plan.settings.units.minutesPerDay
        xml.field("SaveVersion", 14)
        xml.field("Name", plan.settings.name)
        xml.field("Title", plan.settings.name)
        xml.field("ScheduleFromStart", 1)
        xml.date("StartDate", rules.start ?? plan.settings.epoch)
        xml.date("FinishDate", dates?.finish.compactMap { $0 }.max())
        xml.number("CriticalSlackLimit", (Double(rules.criticalFloat) / Double(max(minutesPerDay, 1))).rounded())
        xml.field("CalendarUID", plan.settings.calendar + 1)
        xml.field("DefaultStartTime", "08:00:00")
        xml.field("DefaultFinishTime", "17:00:00")
        xml.field("MinutesPerDay", minutesPerDay)
        xml.field("MinutesPerWeek", plan.settings.units.minutesPerWeek)
        xml.field("DaysPerMonth", 20)
        xml.flag("MultipleCriticalPaths", rules.openEndsAreCritical)
        xml.date("StatusDate", plan.settings.dataDate)
    }

    private func writeDefinitions(_ xml: inout XMLText) {
        if forecast != nil {
            define(MSPDIField.p50, "Date1", "P50 finish", &xml)
            define(MSPDIField.p80, "Date2", "P80 finish", &xml)
            define(MSPDIField.criticality, "Number1", "Criticality index", &xml)
        }
        if !outline.idsAreNumbers { define(MSPDIField.taskIdentifier, "Text30", MSPDIAttributes.identifierAlias, &xml) }
        if plan.people.count + plan.teams.count > 0 {
            define(MSPDIField.resourceIdentifier, "Text1", MSPDIAttributes.identifierAlias, &xml)
        }
    }

    private func define(_ number: String, _ name: String, _ alias: String, _ xml: inout XMLText) {
        xml.group("ExtendedAttribute") { xml in
            xml.field("FieldID", number)
            xml.field("FieldName", name)
            xml.field("Alias", alias)
        }
    }
}

/// The numbers of Project's custom fields.
enum MSPDIField {
    static let p50 = "188743945", p80 = "188743946", criticality = "188743767"
    static let taskIdentifier = "188744016"
    static let resourceIdentifier = "205520904"

    /// Writes the value of one.
    static func write(_ number: String, _ value: String?, _ xml: inout XMLText) {
        guard let value else { return }
        xml.group("ExtendedAttribute") { xml in
            xml.field("FieldID", number)
            xml.field("Value", value)
        }
    }
}
