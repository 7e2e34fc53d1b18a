import PlanModel

extension MSPDIReader {
    private typealias Field = MSPDITaskField

    /// A line of the task table: a heading, a task, or one that is left out.
    func takeTask(_ record: XMLRecord) {
        defer { pending = MSPDIPending() }
        if record.flag(Field.isNull, &notes) { return notes.losses.add(.dropped, "Task", "a blank line", line: record.line) }
        guard let uid = record.integer(Field.uid, &notes) else {
            return notes.refuse(record, Field.uid, "missing-field", "the task's unique number")
        }
        let level = outlineLevel(record)
        while let last = outline.last, last.level >= level { outline.removeLast() }
        let isSummary = record.flag(Field.summary, &notes)
        if uid == 0, level == 0 || isSummary && schedule.tasks.isEmpty && schedule.headings.isEmpty {
            project.summaryName = record.string(Field.name) ?? ""
            register(uid, .project, record)
        } else if record.has(Field.active), !record.flag(Field.active, &notes) {
            notes.losses.add(.dropped, "Task/Active", "an inactive task takes no part in the schedule", line: record.line)
            register(uid, .leftOut, record)
        } else if isSummary {
            takeHeading(record, uid, level)
        } else {
            takeRow(record, uid)
        }
    }

    private func outlineLevel(_ record: XMLRecord) -> Int {
        if let level = record.integer(Field.outlineLevel, &notes) { return Int(level) }
        guard let range = record.range(Field.outlineNumber) else { return 1 }
        if range.count == 1, record.text[range.lowerBound] == 0x30 { return 0 }
        return 1 + record.text[range].count { $0 == 0x2E }
    }

    private func register(_ uid: Int32, _ end: MSPDIEnd, _ record: XMLRecord) {
        if ends.updateValue(end, forKey: uid) != nil {
            notes.refuse(record, Field.uid, "duplicate-id", "a number that no other task has")
        }
        guard case .row(let row) = end else {
            if !pending.links.isEmpty {
                notes.losses.add(
                    .dropped, "Task/PredecessorLink", "its task is left out", line: record.line, count: pending.links.count)
            }
            return
        }
        for var link in pending.links {
            link.successor = row
            links.append(link)
        }
    }

    private func takeHeading(_ record: XMLRecord, _ uid: Int32, _ level: Int) {
        let place = schedule.headings.count
        var heading = ImportedHeading()
        heading.id = identifier(uid)
        heading.name = record.string(Field.name) ?? ""
        heading.parent = outline.last?.heading
        (heading.constraint, heading.constraintDate) = constraint(record)
        heading.deadline = record.date(Field.deadline, &notes)
        if record.flag(Field.manual, &notes) { heading.manualStart = manualStart(record) }
        heading.line = record.line
        schedule.headings.append(heading)
        outline.append((level, place))
        register(uid, .row(.heading(place)), record)
        if !pending.baselines.isEmpty {
            notes.losses.add(
                .dropped, "Task/Baseline of a summary task", "the baselines of its tasks are kept", line: record.line,
                count: pending.baselines.count)
        }
        countRareFields(record)
    }

    private func takeRow(_ record: XMLRecord, _ uid: Int32) {
        let place = schedule.tasks.count
        var task = ImportedTask()
        task.id = identifier(uid)
        task.name = record.string(Field.name) ?? ""
        task.heading = outline.last?.heading
        task.line = record.line
        readPlan(record, &task)
        readProgress(record, &task)
        schedule.tasks.append(task)
        register(uid, .row(.task(place)), record)
        for (number, var row) in pending.baselines {
            row.task = place
            baselines[number, default: []].append(row)
        }
        countRareFields(record)
    }

    /// The identifier that Headway wrote beside the task, else its unique number.
    private func identifier(_ uid: Int32) -> String { attributes.identifier(in: pending.attributes) ?? "\(uid)" }

    private func readPlan(_ record: XMLRecord, _ task: inout ImportedTask) {
        let isManual = record.flag(Field.manual, &notes)
        let isForeign = record.flag(Field.externalTask, &notes) || record.flag(Field.isSubproject, &notes)
        if isForeign {
            notes.losses.add(
                .changed, "Task/ExternalTask", "a task or plan of another file is kept as a task at its dates",
                line: record.line)
        }
        if isManual || isForeign { task.manualStart = manualStart(record) }
        task.duration =
            (isManual ? record.duration(Field.manualDuration, &notes) : nil) ?? record.duration(Field.duration, &notes)
        if task.duration == nil {
            task.duration = 0
            notes.losses.add(.supplied, "Task/Duration", "a task without one takes no time", line: record.line)
        }
        task.effort = record.duration(Field.work, &notes).flatMap { $0 > 0 ? $0 : nil }
        (task.constraint, task.constraintDate) = constraint(record)
        task.deadline = record.date(Field.deadline, &notes)
        task.priority = record.integer(Field.priority, &notes).flatMap { $0 == 500 ? nil : $0 }
        task.cost = record.money(Field.cost, &notes)
        let format = record.integer(Field.durationFormat, &notes) ?? 7
        taskWork.append(
            MSPDITaskWork(
                calendarUID: record.integer(Field.calendarUID, &notes).flatMap { $0 >= 0 ? $0 : nil },
                isElapsed: MSPDIUnits.isElapsed(format), isFixedDuration: record.integer(Field.type, &notes) == 1,
                ignoresResources: record.flag(Field.ignoreResourceCalendar, &notes), isPinned: task.manualStart != nil))
    }

    private func readProgress(_ record: XMLRecord, _ task: inout ImportedTask) {
        task.actualStart = record.date(Field.actualStart, &notes)
        task.actualFinish = record.date(Field.actualFinish, &notes)
        task.percentComplete = percent(record, Field.percentComplete)
        task.physicalPercent = percent(record, Field.physicalPercentComplete)
        guard task.actualFinish == nil else { return }
        let remaining = record.duration(Field.remainingDuration, &notes)
        if task.actualStart != nil || remaining != task.duration && remaining != 0 { task.remaining = remaining }
        guard task.actualStart != nil, remaining ?? 0 > 0 else { return }
        // What is left is laid from here on, whether the task was split there or not.
        task.resume = record.date(Field.resume, &notes) ?? record.date(Field.stop, &notes)
    }

    private func percent(_ record: XMLRecord, _ field: MSPDITaskField) -> Double? {
        guard let value = record.number(field, &notes), value != 0 else { return nil }
        if !(0...100).contains(value) { notes.refuse(record, field, "bad-number", "0 to 100") }
        return value
    }

    private func manualStart(_ record: XMLRecord) -> LocalDateTime? {
        record.date(Field.manualStart, &notes) ?? record.date(Field.start, &notes)
    }

    private static let constraints: [ConstraintName?] = [
        nil, .asLateAsPossible, .mustStartOn, .mustFinishOn, .startNoEarlierThan, .startNoLaterThan, .finishNoEarlierThan,
        .finishNoLaterThan,
    ]

    private func constraint(_ record: XMLRecord) -> (ConstraintName?, LocalDateTime?) {
        let date = record.date(Field.constraintDate, &notes)
        guard let code = record.integer(Field.constraintType, &notes) else { return (nil, nil) }
        guard Self.constraints.indices.contains(Int(code)) else {
            notes.refuse(record, Field.constraintType, "bad-constraint", "0 to 7")
            return (nil, nil)
        }
        guard let name = Self.constraints[Int(code)], !name.isDateless else { return (Self.constraints[Int(code)], nil) }
        guard date != nil else {
            notes.losses.add(.dropped, "Task/ConstraintType", "a constraint without a date", line: record.line)
            return (nil, nil)
        }
        return (name, date)
    }

    /// What few tasks have and a plan cannot say.
    private func countRareFields(_ record: XMLRecord) {
        if let delay = record.number(Field.levelingDelay, &notes), delay != 0 {
            notes.losses.add(.dropped, "Task/LevelingDelay", "people's limits are looked at anew", line: record.line)
        }
        if record.flag(Field.recurring, &notes), record.flag(Field.summary, &notes) {
            notes.losses.add(
                .dropped, "Task/Recurring", "the rule of a recurring task; its occurrences are kept", line: record.line)
        }
        if record.flag(Field.milestone, &notes), !record.flag(Field.summary, &notes),
            record.duration(Field.duration, &notes) ?? 0 > 0
        {
            notes.losses.add(.dropped, "Task/Milestone", "the mark of a task that takes time", line: record.line)
        }
        attributes.countLost(pending.attributes, of: "Task", &notes)
    }
}
