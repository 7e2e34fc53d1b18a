import PlanModel

/// Writes the outline of tasks.
struct MSPDITaskRows {
    let plan: Plan
    let outline: WrittenOutline
    let dates: TaskDates?
    let forecast: TaskForecastFigures?
    /// By unique number of the successor.
    private var links: [Int32: [MSPDIWrittenLink]] = [:]
    private var baselines: [(number: Int, rows: [Int: Int], table: Table<BaselineColumn>)] = []
    /// By heading, the first start and the last finish of the tasks below it.
    private var spans: [(start: LocalDateTime, finish: LocalDateTime)?] = []
    private var calendars: MSPDITaskCalendars

    init(_ writer: MSPDIWriter, _ losses: inout LossLedger) {
        (plan, outline, dates, forecast) = (writer.plan, writer.outline, writer.dates, writer.forecast)
        calendars = MSPDITaskCalendars(plan)
        links = MSPDIWrittenLink.links(of: plan, outline, &losses)
        baselines = MSPDIBaselineNumbers.numbered(plan, &losses)
        spans = headingSpans()
    }

    func write(_ xml: inout XMLText) {
        var numbers: [Int] = []
        for (place, (line, level)) in outline.lines.enumerated() {
            if numbers.count > level { numbers.removeLast(numbers.count - level) }
            if numbers.count < level { numbers.append(1) } else { numbers[level - 1] += 1 }
            xml.group("Task") { xml in
                switch line {
                case .heading(let heading): write(heading: heading, place + 1, numbers, &xml)
                case .task(let task): write(task: task, place + 1, numbers, &xml)
                }
            }
        }
    }

    private func writeHead(_ number: Int32, _ place: Int, _ name: String, isManual: Bool, _ xml: inout XMLText) {
        xml.field("UID", Int(number))
        xml.field("ID", place)
        xml.field("Name", name)
        xml.flag("Active", true)
        xml.flag("Manual", isManual)
    }

    private func writePlace(_ numbers: [Int], _ xml: inout XMLText) {
        let text = numbers.map { String($0) }.joined(separator: ".")
        xml.field("WBS", text)
        xml.field("OutlineNumber", text)
        xml.field("OutlineLevel", numbers.count)
    }

    private func write(heading: Int, _ place: Int, _ numbers: [Int], _ xml: inout XMLText) {
        let row = outline.headings[heading]
        let manual = row.summary.flatMap { plan.summaries.date(.manualStart, $0) }
        writeHead(outline.headingNumbers[heading], place, row.name, isManual: manual != nil, &xml)
        xml.field("Type", 1)
        xml.flag("IsNull", false)
        writePlace(numbers, &xml)
        xml.date("Start", spans[heading]?.start)
        xml.date("Finish", spans[heading]?.finish)
        xml.date("ManualStart", manual)
        xml.flag("Summary", true)
        if let summary = row.summary {
            MSPDIConstraint.write(
                plan.summaries.reference(.constraint, summary), plan.summaries.date(.constraintDate, summary), &xml)
            xml.date("Deadline", plan.summaries.date(.deadline, summary))
        }
        writeLinks(outline.headingNumbers[heading], &xml)
        if !outline.idsAreNumbers { MSPDIField.write(MSPDIField.taskIdentifier, row.id, &xml) }
    }

    private func write(task row: Int, _ place: Int, _ numbers: [Int], _ xml: inout XMLText) {
        let tasks = plan.tasks
        let manual = tasks.date(.manualStart, row)
        writeHead(outline.taskNumbers[row], place, tasks.text(.name, row), isManual: manual != nil, &xml)
        xml.field("Type", calendars.followsResource(row) ? 0 : 1)
        xml.flag("IsNull", false)
        writePlace(numbers, &xml)
        xml.field("Priority", Int(min(max(tasks.integer(.priority, row) ?? 500, 0), 1000)))
        let progress = MSPDIProgress(plan, row)
        xml.date("Start", progress.start ?? dates?.start[row])
        xml.date("Finish", progress.finish ?? dates?.finish[row])
        xml.duration("Duration", progress.duration)
        xml.date("ManualStart", manual)
        xml.duration("ManualDuration", manual == nil ? nil : progress.duration)
        xml.field("DurationFormat", 7)
        xml.duration("Work", tasks.integer(.effort, row))
        xml.date("Resume", progress.resume)
        xml.flag("Milestone", progress.duration == 0)
        xml.flag("Summary", false)
        progress.write(&xml, cost: tasks.number(.cost, row))
        writeConstraints(row, &xml)
        xml.number("PhysicalPercentComplete", progress.physicalPercent)
        writeLinks(outline.taskNumbers[row], &xml)
        writeFigures(row, &xml)
        writeBaselines(row, &xml)
    }

    private func writeConstraints(_ row: Int, _ xml: inout XMLText) {
        let tasks = plan.tasks
        MSPDIConstraint.write(tasks.reference(.constraint, row), nil, &xml)
        let calendar = calendars.calendar(ofTask: row)
        xml.field("CalendarUID", calendar.map { $0 + 1 } ?? -1)
        MSPDIConstraint.writeDate(tasks.reference(.constraint, row), tasks.date(.constraintDate, row), &xml)
        xml.date("Deadline", tasks.date(.deadline, row) ?? tasks[row].due)
        xml.flag("IgnoreResourceCalendar", calendar != nil)
    }

    private func writeLinks(_ number: Int32, _ xml: inout XMLText) {
        for link in links[number] ?? [] { link.write(&xml) }
    }

    private func writeFigures(_ row: Int, _ xml: inout XMLText) {
        if let forecast {
            MSPDIField.write(MSPDIField.p50, forecast.p50[row].map { "\($0):00" }, &xml)
            MSPDIField.write(MSPDIField.p80, forecast.p80[row].map { "\($0):00" }, &xml)
            MSPDIField.write(MSPDIField.criticality, forecast.criticalityIndex[row].map { "\($0)" }, &xml)
        }
        if !outline.idsAreNumbers { MSPDIField.write(MSPDIField.taskIdentifier, plan.tasks.text(.id, row), &xml) }
    }

    private func writeBaselines(_ task: Int, _ xml: inout XMLText) {
        for (number, rows, table) in baselines {
            guard let row = rows[task] else { continue }
            xml.group("Baseline") { xml in
                xml.field("Number", number)
                xml.date("Start", table.date(.start, row))
                xml.date("Finish", table.date(.finish, row))
                xml.duration("Duration", table.integer(.duration, row))
                xml.duration("Work", table.integer(.effort, row))
                xml.money("Cost", table.number(.cost, row))
            }
        }
    }

    private func headingSpans() -> [(start: LocalDateTime, finish: LocalDateTime)?] {
        var spans: [(start: LocalDateTime, finish: LocalDateTime)?] = Array(repeating: nil, count: outline.headings.count)
        guard let dates else { return spans }
        var open: [Int] = []
        for (line, level) in outline.lines {
            open.removeLast(max(0, open.count - level + 1))
            switch line {
            case .heading(let heading): open.append(heading)
            case .task(let task):
                guard let start = dates.start[task], let finish = dates.finish[task] else { continue }
                for heading in open {
                    let span = spans[heading] ?? (start, finish)
                    spans[heading] = (min(span.start, start), max(span.finish, finish))
                }
            }
        }
        return spans
    }
}
