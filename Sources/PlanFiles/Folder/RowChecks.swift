import PlanModel

/// Checks that look at several cells of a row, or at a row and the settings: order of estimates, order of dates, one of two.
struct RowChecks {
    let plan: Plan

    /// Adds what is wrong with any row.
    func run(_ faults: inout FaultList, _ findings: inout [Finding]) {
        checkEstimates(&faults)
        checkSeverities(&faults)
        checkActuals(&faults, &findings)
        checkAssignments(&faults)
        checkAvailability(&faults)
        checkBaselines(&findings)
    }

    private func fault(_ table: RawTable, _ row: Int, _ column: String?, _ code: String, _ message: String) -> Fault {
        let (file, line) = table.place(ofRow: row)
        return Fault(code: code, file: file, line: line, column: column, message: message)
    }

    private func finding(_ table: RawTable, _ row: Int, _ column: String, _ code: String, _ message: String) -> Finding {
        let (file, line) = table.place(ofRow: row)
        return Finding(code: code, file: file, line: line, column: column, message: message)
    }

    /// optimistic ≤ most likely ≤ pessimistic, as far as given.
    private func checkEstimates(_ faults: inout FaultList) {
        let tasks = plan.tasks
        let names = ["optimistic", "most_likely", "pessimistic"]
        let columns = [TaskColumn.optimistic, .mostLikely, .pessimistic].map(tasks.integers)
        for row in tasks.rows {
            var previous: (value: Int32, place: Int)?
            for place in 0..<3 {
                guard let value = columns[place]?[row], value != Cell.absent else { continue }
                if let previous, value < previous.value {
                    faults.add(
                        fault(
                            tasks.raw, row, names[place], "estimates-out-of-order",
                            "expected optimistic <= most_likely <= pessimistic (found \(names[place]) \(span(value)) below "
                                + "\(names[previous.place]) \(span(previous.value)))"))
                }
                previous = (value, place)
            }
        }
    }

    /// The same of risks.
    private func checkSeverities(_ faults: inout FaultList) {
        let names = ["optimistic", "most_likely", "pessimistic"]
        for row in plan.risks.rows {
            var previous: (value: Double, place: Int)?
            for (place, column) in [RiskColumn.optimistic, .mostLikely, .pessimistic].enumerated() {
                guard let value = plan.risks.number(column, row) else { continue }
                if let previous, value < previous.value {
                    faults.add(
                        fault(
                            plan.risks.raw, row, names[place], "estimates-out-of-order",
                            "expected optimistic <= most_likely <= pessimistic (found \(names[place]) \(value) below "
                                + "\(names[previous.place]) \(previous.value))"))
                }
                previous = (value, place)
            }
        }
    }

    private func span(_ minutes: Int32) -> String { plan.settings.units.text(minutes: Int(minutes)) }

    private func checkActuals(_ faults: inout FaultList, _ findings: inout [Finding]) {
        let tasks = plan.tasks
        guard let starts = tasks.integers(.actualStart) ?? tasks.integers(.actualFinish) else { return }
        let finishes = tasks.integers(.actualFinish)
        let hasStarts = tasks.integers(.actualStart) != nil
        for row in tasks.rows where starts[row] != Cell.absent || (finishes?[row] ?? Cell.absent) != Cell.absent {
            let start = hasStarts && starts[row] != Cell.absent ? LocalDateTime(minutes: starts[row]) : nil
            checkActuals(row, start, tasks.date(.actualFinish, row), &faults, &findings)
        }
    }

    private func checkActuals(
        _ row: Int, _ start: LocalDateTime?, _ finish: LocalDateTime?, _ faults: inout FaultList, _ findings: inout [Finding]
    ) {
        let (tasks, epoch, dataDate) = (plan.tasks.raw, plan.settings.epoch, plan.settings.dataDate)
        for (date, column) in [(start, "actual_start"), (finish, "actual_finish")] {
            guard let date else { continue }
            if date.day < epoch.day {
                faults.add(
                    fault(
                        tasks, row, column, "before-epoch", "expected no date before the plan's epoch \(epoch) (found \(date))")
                )
            }
            if date > dataDate {
                findings.append(
                    finding(
                        tasks, row, column, "actual-after-data-date",
                        "\(date) lies after the data date \(dataDate); it is used as given"))
            }
        }
        if let finish, let start, finish < start {
            faults.add(
                fault(
                    tasks, row, "actual_finish", "finish-before-start",
                    "expected no finish before the start \(start) (found \(finish))"))
        }
        if finish != nil, start == nil {
            faults.add(
                fault(tasks, row, "actual_start", "missing-value", "a finished task needs its actual start (found none)"))
        }
    }

    private func checkAssignments(_ faults: inout FaultList) {
        let table = plan.assignments
        for row in table.rows where (table.reference(.person, row) == nil) == (table.reference(.team, row) == nil) {
            let found = table.reference(.person, row) == nil ? "neither" : "both"
            faults.add(fault(table.raw, row, "person", "one-of-two", "expected a person or a team (found \(found))"))
        }
    }

    private func checkAvailability(_ faults: inout FaultList) {
        let table = plan.availability
        for row in table.rows {
            if (table.reference(.person, row) == nil) == (table.reference(.team, row) == nil) {
                let found = table.reference(.person, row) == nil ? "neither" : "both"
                faults.add(fault(table.raw, row, "person", "one-of-two", "expected a person or a team (found \(found))"))
            }
            guard let from = table.date(.from, row) else { continue }
            if let to = table.date(.to, row), to <= from {
                faults.add(
                    fault(table.raw, row, "to", "end-before-start", "expected an end after the start \(from) (found \(to))"))
            }
            if table.number(.capacity, row) == nil, table.date(.to, row) == nil {
                faults.add(
                    fault(
                        table.raw, row, "to", "missing-value",
                        "expected an end: a row without a capacity is an absence (found none)"))
            }
        }
    }

    private func checkBaselines(_ findings: inout [Finding]) {
        for (_, table) in plan.baselines.sorted(by: { $0.key < $1.key }) {
            let early = table.rows.filter { row in (table.date(.start, row) ?? plan.settings.epoch) < plan.settings.epoch }
            guard let first = early.first else { continue }
            findings.append(
                finding(
                    table.raw, first, "start", "before-epoch",
                    "\(early.count) baseline starts lie before the epoch, this one first"))
        }
    }
}
