import PlanModel

/// What is wrong with the records of check-ins: meetings that cannot have been, and meetings told twice.
///
/// Records without an answer may lie anywhere: a meeting to come may be in the diary of somebody who will have left.
struct CheckInFaults {
    private let plan: Plan
    private let records: CheckInRecords
    /// Columns, taken out of their tables once; `nil` where the plan does not have them.
    private let dates: [Int32], starts: [Int32]?, ends: [Int32]?

    init(_ plan: Plan) {
        (self.plan, records) = (plan, CheckInRecords(of: plan))
        dates = plan.checkIns.integers(.date) ?? []
        (starts, ends) = (plan.people.integers(.start), plan.people.integers(.end))
    }

    /// All of it, in the order of rows.
    var all: [Fault] {
        guard !records.all.isEmpty else { return [] }
        var faults: [(row: Int32, fault: Fault)] = []
        for employee in plan.people.rows {
            var before: CheckInRecords.Record?
            for record in records.of(employee) {
                if let fault = fault(employee, record) { faults.append((record.row, fault)) }
                if let before, before.day == record.day, before.manager == record.manager {
                    faults.append(duplicate(before.row, record.row))
                }
                before = record
            }
        }
        return faults.sorted { $0.row < $1.row }.map(\.fault)
    }

    private func duplicate(_ first: Int32, _ second: Int32) -> (row: Int32, fault: Fault) {
        let line = plan.checkIns.raw.place(ofRow: Int(min(first, second))).line
        let row = max(first, second)
        let message = "expected one record of a pair a day (found another on line \(line))"
        return (row, fault(row, "date", "duplicate-check-in", message))
    }

    /// What is wrong with one record.
    private func fault(_ employee: Int, _ record: CheckInRecords.Record) -> Fault? {
        let (row, manager) = (record.row, Int(record.manager))
        if manager == employee {
            let found = "expected somebody else as manager (found \(name(employee)) with themself)"
            return fault(row, "manager", "check-in-with-oneself", found)
        }
        guard record.answer != .untouched else { return nil }
        if dates[Int(row)] > plan.settings.dataDate.minutes { return answeredTooEarly(record) }
        return absent(employee, record) ?? absent(manager, record)
    }

    private func answeredTooEarly(_ record: CheckInRecords.Record) -> Fault {
        fault(
            record.row, "held", "answered-before-due",
            "expected no answer yet to a meeting after the data date \(plan.settings.dataDate) "
                + "(found \(record.answer == .held ? "yes" : "no") for \(date(dates[Int(record.row)])))")
    }

    /// Somebody who was not there, or not there any more.
    private func absent(_ person: Int, _ record: CheckInRecords.Record) -> Fault? {
        let minute = dates[Int(record.row)]
        if let start = starts?[person], start != Cell.absent, Int(record.day) < LocalDateTime(minutes: start).day {
            return fault(
                record.row, "date", "check-in-before-start",
                "expected no meeting before \(name(person)) came on \(date(start)) (found \(date(minute)))")
        }
        if let end = ends?[person], end != Cell.absent, minute >= end {
            return fault(
                record.row, "date", "check-in-after-end",
                "expected no meeting after the last day of \(name(person)), \(date(end - 1)) (found \(date(minute)))")
        }
        return nil
    }

    private func date(_ minute: Int32) -> String { LocalDateTime(minutes: minute).dateText }

    private func name(_ person: Int) -> String { plan.people.raw.identifier(person) }

    private func fault(_ row: Int32, _ column: String, _ code: String, _ message: String) -> Fault {
        let place = plan.checkIns.raw.place(ofRow: Int(row))
        return Fault(code: code, file: place.file, line: place.line, column: column, message: message)
    }
}
