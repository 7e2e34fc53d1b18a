import PlanModel

/// Writes a table as CSV: the columns that hold anything, in schema order, then the unknown ones; quoted only where needed.
struct TableWriter {
    let table: RawTable
    /// The plan that references, calendars and units belong to.
    let plan: Plan

    /// Appends the whole file to `output`.
    func write(to output: inout [UInt8]) {
        let columns = table.specs.indices.filter { table.specs[$0].isRequired || !isEmpty($0) }
        output += columns.map { table.specs[$0].name }.joined(separator: ",").utf8
        for extra in table.extras {
            output.append(0x2c)
            Self.append(extra.name, to: &output)
        }
        output.append(0x0a)
        let units = plan.settings.units
        for row in 0..<table.count {
            for (place, column) in columns.enumerated() {
                if place > 0 { output.append(0x2c) }
                cell(column, row, units, &output)
            }
            for extra in table.extras {
                output.append(0x2c)
                Self.append(extra.cells, row, to: &output)
            }
            output.append(0x0a)
        }
    }

    private func isEmpty(_ column: Int) -> Bool {
        switch table.columns[column] {
        case nil: true
        case .texts(let texts): texts.bytes.isEmpty
        case .numbers(let values): values.allSatisfy(\.isNaN)
        case .integers(let values): values.allSatisfy { $0 == absent(table.specs[column].kind) }
        }
    }

    private func absent(_ kind: ColumnKind) -> Int32 {
        switch kind {
        case .reference, .element, .calendar, .choice: Cell.none
        default: Cell.absent
        }
    }

    private func cell(_ column: Int, _ row: Int, _ units: WorkUnits, _ output: inout [UInt8]) {
        switch table.columns[column] {
        case nil: break
        case .texts(let texts): Self.append(texts, row, to: &output)
        case .numbers(let values):
            let value = values[row]
            if !value.isNaN { output += (value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)").utf8 }
        case .integers(let values):
            let kind = table.specs[column].kind
            if values[row] != absent(kind) { integer(values[row], kind, units, &output) }
        }
    }

    private func integer(_ value: Int32, _ kind: ColumnKind, _ units: WorkUnits, _ output: inout [UInt8]) {
        switch kind {
        case .reference(let other): identifier(plan[other], Int(value), &output)
        case .element(let others):
            let element = ElementReference(raw: value)
            identifier(plan[others[element.table]], element.row, &output)
        case .calendar: Self.append(plan.settings.calendars[Int(value)].name, to: &output)
        case .choice(let words): output += words[Int(value)].utf8
        case .duration: output += units.text(minutes: Int(value)).utf8
        case .lag: output += lag(Lag(raw: value), units).utf8
        case .start, .end: output += date(value, isEnd: kind == .end).utf8
        case .flag: output += (value == 1 ? "yes" : "no").utf8
        default: output += "\(value)".utf8
        }
    }

    private func identifier(_ other: RawTable, _ row: Int, _ output: inout [UInt8]) {
        if let texts = other.texts(0) { Self.append(texts, row, to: &output) }
    }

    private func lag(_ lag: Lag, _ units: WorkUnits) -> String {
        guard lag.isElapsed else { return units.text(minutes: Int(lag.minutes)) }
        let elapsed = WorkUnits(minutesPerDay: 1440, minutesPerWeek: 10_080).text(minutes: Int(lag.minutes))
        return elapsed.map { $0.isLetter ? "e\($0)" : "\($0)" }.joined()
    }

    /// The shortest spelling that reads back as the same minute: a date alone where it means just that.
    private func date(_ minutes: Int32, isEnd: Bool) -> String {
        let moment = LocalDateTime(minutes: minutes)
        guard moment.minuteOfDay == 0 else { return moment.description }
        return isEnd ? LocalDateTime(minutes: minutes - 1).dateText : moment.dateText
    }

    private static func append(_ texts: TextColumn, _ row: Int, to output: inout [UInt8]) {
        append(texts.bytes[texts.range(row)], to: &output)
    }

    private static func append(_ text: String, to output: inout [UInt8]) { append(Array(text.utf8)[...], to: &output) }

    private static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        guard bytes.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else {
            output += bytes
            return
        }
        output.append(0x22)
        for byte in bytes {
            if byte == 0x22 { output.append(byte) }
            output.append(byte)
        }
        output.append(0x22)
    }
}
