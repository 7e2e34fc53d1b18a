import PlanModel

/// Gathers the calendars of an MSPDI file.
struct MSPDICalendars {
    /// A calendar with its base still named by its unique identifier.
    struct Row {
        var definition: CalendarDefinition
        var base: Int32?
        var uid: Int32
        var isBase: Bool
        var line: Int
    }

    private(set) var rows: [Row] = []
    /// The index of a calendar by its unique identifier; one that says nothing of its own is its base.
    private(set) var place: [Int32: Int] = [:]
    /// The calendar without a break, once a task needs it.
    var elapsed: Int?
    private var names: Set<String> = []
    /// What stood inside the element that is being read.
    private var shifts: [Shift] = []
    private var period: ClosedRange<Int>?
    private var week: [[Shift]?] = Array(repeating: nil, count: 7)
    private var dated: [Int: [Shift]] = [:]
    private var workWeek: [[Shift]?] = Array(repeating: nil, count: 7)
    private var workWeekDays: [Int: [Shift]] = [:]
    /// Dated days of all calendars so far.
    private var daysInAll = 0

    /// A stretch of work in a day; until 00:00 is until midnight.
    mutating func takeShift(_ record: XMLRecord, _ notes: inout XMLNotes) {
        guard let start = time(record, .fromTime, &notes), var end = time(record, .toTime, &notes) else { return }
        if end == 0 { end = 1440 }
        if start == end { return }
        guard start < end else { return notes.refuse(record, MSPDIShiftField.toTime, "bad-shift", "a time after FromTime") }
        shifts.append(Shift(start: start, end: end))
    }

    private func time(_ record: XMLRecord, _ field: MSPDIShiftField, _ notes: inout XMLNotes) -> Int? {
        guard let range = record.range(field) else { return nil }
        var reader = ByteReader(record.text, range)
        if let time = reader.timeOfDay(), reader.isAtEnd { return time }
        notes.refuse(record, field, "bad-time", "a time such as 17:00:00")
        return nil
    }

    /// The days of an exception or a week; both ends are taken as whole days.
    mutating func takePeriod(_ record: XMLRecord, _ notes: inout XMLNotes) {
        guard let first = record.date(MSPDIPeriodField.fromDate, &notes) else { return }
        let last = record.date(MSPDIPeriodField.toDate, &notes) ?? first
        // 23:59:59 is rounded to the next midnight, which belongs to the day before.
        let end = last > first ? last.advanced(byMinutes: -1).day : last.day
        period = first.day...max(first.day, end)
    }

    /// The shifts of a day that was just read, in order and apart; a working day without any has Project's usual ones.
    private mutating func dayShifts(_ isWorking: Bool, _ notes: inout XMLNotes, line: Int) -> [Shift] {
        defer { shifts = [] }
        guard isWorking else { return [] }
        if shifts.isEmpty {
            notes.losses.add(.supplied, "Calendar working day without times", "08:00–12:00 and 13:00–17:00 is used", line: line)
            return CalendarDefinition.standard.week[0]!
        }
        return shifts.joined()
    }

    /// A day of the week, or in the form of 2002 a dated exception.
    mutating func takeWeekDay(_ record: XMLRecord, _ notes: inout XMLNotes) {
        defer { period = nil }
        let shifts = dayShifts(record.flag(MSPDIWeekDayField.dayWorking, &notes), &notes, line: record.line)
        switch record.integer(MSPDIWeekDayField.dayType, &notes) {
        case 0?: for day in bounded(period, &notes, record) { dated[day] = shifts }
        case (let day)? where (1...7).contains(day): week[(Int(day) + 5) % 7] = shifts
        default: notes.refuse(record, MSPDIWeekDayField.dayType, "bad-day", "0 for an exception, or 1 (Sunday) to 7 (Saturday)")
        }
    }

    /// A day of a week that holds for a time.
    mutating func takeWorkWeekDay(_ record: XMLRecord, _ notes: inout XMLNotes) {
        let shifts = dayShifts(record.flag(MSPDIWeekDayField.dayWorking, &notes), &notes, line: record.line)
        guard let day = record.integer(MSPDIWeekDayField.dayType, &notes), (1...7).contains(day) else {
            return notes.refuse(record, MSPDIWeekDayField.dayType, "bad-day", "1 (Sunday) to 7 (Saturday)")
        }
        workWeek[(Int(day) + 5) % 7] = shifts
    }

    /// A week that holds for a time becomes dated days; exceptions go before it.
    mutating func takeWorkWeek(_ record: XMLRecord, _ notes: inout XMLNotes) {
        for day in bounded(period, &notes, record) {
            if let shifts = workWeek[Weekday(day: day).rawValue] { workWeekDays[day] = shifts }
        }
        (period, workWeek) = (nil, Array(repeating: nil, count: 7))
    }

    /// An exception, be it on dates or by a rule.
    mutating func takeException(_ record: XMLRecord, _ notes: inout XMLNotes) {
        defer { period = nil }
        let shifts = dayShifts(record.flag(MSPDIExceptionField.dayWorking, &notes), &notes, line: record.line)
        guard let rule = RecurringDays(record, period: period, &notes) else { return }
        guard daysInAll <= Self.mostDays else { return }
        let days = rule.days()
        for day in allowed(days, &notes, record) { dated[day] = shifts }
        if rule.isCut(after: days) { cut(&notes, record) }
    }

    private mutating func bounded(_ period: ClosedRange<Int>?, _ notes: inout XMLNotes, _ record: XMLRecord) -> [Int] {
        guard let period else { return [] }
        if period.count > RecurringDays.limit { cut(&notes, record) }
        let count = Swift.min(period.count, RecurringDays.limit)
        return allowed(Array(period.lowerBound..<period.lowerBound + count), &notes, record)
    }

    /// No file has more dated days than a few million in all, so that a small one cannot ask for endless work.
    private mutating func allowed(_ days: [Int], _ notes: inout XMLNotes, _ record: XMLRecord) -> [Int] {
        let before = daysInAll
        daysInAll += days.count
        if daysInAll <= Self.mostDays { return days }
        if before <= Self.mostDays {
            notes.faults.add(
                Fault(
                    code: "too-many-days", file: notes.file, line: record.line,
                    message: "expected at most \(Self.mostDays) days of exceptions in all calendars"))
        }
        return []
    }

    private static let mostDays = 4_000_000

    private func cut(_ notes: inout XMLNotes, _ record: XMLRecord) {
        notes.losses.add(
            .changed, "Calendar exception of many days", "only its first \(RecurringDays.limit) days are kept",
            line: record.line)
    }

    /// The calendar ends.
    mutating func takeCalendar(_ record: XMLRecord, _ notes: inout XMLNotes) {
        defer { (week, dated, workWeekDays) = (Array(repeating: nil, count: 7), [:], [:]) }
        guard let uid = record.integer(MSPDICalendarField.uid, &notes) else {
            return notes.refuse(record, MSPDICalendarField.uid, "missing-field", "the calendar's unique number")
        }
        let name = record.string(MSPDICalendarField.name) ?? "Calendar \(uid)"
        let exceptions = dated.merging(workWeekDays) { own, _ in own }
        rows.append(
            Row(
                definition: .init(name: name, week: week, exceptions: exceptions),
                base: record.integer(MSPDICalendarField.baseCalendarUID, &notes).flatMap { $0 > 0 ? $0 : nil }, uid: uid,
                isBase: record.flag(MSPDICalendarField.isBaseCalendar, &notes), line: record.line))
    }

    /// The calendars of the plan, their bases and names settled.
    mutating func definitions(_ notes: inout XMLNotes) -> [CalendarDefinition] {
        var kept: [Row] = []
        for row in rows where row.isBase || !row.saysNothing {
            guard place.updateValue(kept.count, forKey: row.uid) == nil else {
                notes.faults.add(
                    Fault(
                        code: "duplicate-id", file: notes.file, line: row.line, column: "UID",
                        message: "calendar \(row.uid) stands twice"))
                continue
            }
            kept.append(row)
        }
        for row in rows where !(row.isBase || !row.saysNothing) { place[row.uid] = row.base.flatMap { place[$0] } }
        return kept.map { row in settled(row, &notes) }
    }

    private mutating func settled(_ row: Row, _ notes: inout XMLNotes) -> CalendarDefinition {
        var definition = row.definition
        definition.name = unused(definition.name)
        guard let base = row.base, base != row.uid else { return definition }
        definition.base = place[base]
        if definition.base == nil {
            notes.losses.add(.dropped, "Calendar/BaseCalendarUID", "the file has no such calendar", line: row.line)
        }
        return definition
    }

    /// A name that no calendar has yet, made from one.
    mutating func unused(_ name: String) -> String {
        var (result, number) = (name, 2)
        while !names.insert(result).inserted { (result, number) = ("\(name) \(number)", number + 1) }
        return result
    }
}

extension MSPDICalendars.Row {
    /// Whether it only repeats its base.
    var saysNothing: Bool {
        base != nil && definition.exceptions.isEmpty && definition.week.allSatisfy { $0 == nil }
    }
}

extension [Shift] {
    /// The same working time, in order and apart.
    func joined() -> [Shift] {
        var result: [Shift] = []
        for shift in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = result.last, shift.start <= last.end {
                result[result.count - 1].end = Swift.max(last.end, shift.end)
            } else {
                result.append(shift)
            }
        }
        return result
    }
}
