import PlanModel

/// Writes the cells of one column. A class, so that going through a row's columns copies no tables; its columns never change, so
/// threads may share it.
class CellWriter: @unchecked Sendable {
    /// Appends the cell of a row; nothing for an empty one.
    func write(_ row: Int, to output: inout [UInt8]) {}

    /// The writer of a column, or `nil` where all its cells are empty.
    static func make(_ data: ColumnData?, _ kind: ColumnKind, of plan: Plan) -> CellWriter? {
        switch data {
        case nil: nil
        case .texts(let texts):
            if texts.bytes.isEmpty {
                nil
            } else if case .outcomes(let unit) = kind {
                OutcomeCells(texts, unit, plan.settings.units)
            } else {
                TextCells(texts)
            }
        case .numbers(let values): values.allSatisfy(\.isNaN) ? nil : NumberCells(values)
        case .integers(let values): make(values, kind, of: plan)
        }
    }

    private static func make(_ values: [Int32], _ kind: ColumnKind, of plan: Plan) -> CellWriter? {
        let absent = kind.emptyCell
        guard values.contains(where: { $0 != absent }) else { return nil }
        switch kind {
        case .reference(let other):
            return NameCells(values.map { $0 < 0 ? $0 : $0 << 2 }, [plan[other].texts(0) ?? TextColumn()])
        case .element(let others): return NameCells(values, others.map { plan[$0].texts(0) ?? TextColumn() })
        case .calendar:
            return NameCells(values.map { $0 < 0 ? $0 : $0 << 2 }, [TextColumn(plan.settings.calendars.map(\.name))])
        case .choice(let words): return NameCells(values.map { $0 < 0 ? $0 : $0 << 2 }, [TextColumn(words)])
        case .duration: return SpanCells(values, plan.settings.units, isLag: false)
        case .lag: return SpanCells(values, plan.settings.units, isLag: true)
        case .start, .end: return DateCells(values, isEnd: kind == .end)
        case .flag: return NameCells(values.map { $0 < 0 ? -1 : $0 << 2 }, [TextColumn(["no", "yes"])])
        default: return IntegerCells(values)
        }
    }
}

extension ColumnKind {
    /// What an integer column of this kind stores for an empty cell.
    var emptyCell: Int32 {
        switch self {
        case .reference, .element, .calendar, .choice: Cell.none
        default: Cell.absent
        }
    }
}

private final class TextCells: CellWriter, @unchecked Sendable {
    private let texts: TextColumn
    init(_ texts: TextColumn) { self.texts = texts }
    override func write(_ row: Int, to output: inout [UInt8]) { output.append(field: texts.bytes[texts.range(row)]) }
}

/// Values and probabilities, durations in units of the plan.
private final class OutcomeCells: CellWriter, @unchecked Sendable {
    private let texts: TextColumn
    private let unit: Outcomes.Unit
    private let units: WorkUnits
    init(_ texts: TextColumn, _ unit: Outcomes.Unit, _ units: WorkUnits) {
        (self.texts, self.unit, self.units) = (texts, unit, units)
    }

    override func write(_ row: Int, to output: inout [UInt8]) {
        guard !texts.isEmpty(row) else { return }
        output.append(field: Outcomes(stored: texts[row])?.text(unit, units: units) ?? texts[row])
    }
}

/// Names of rows of a few tables, stored as `ElementReference.raw`.
private final class NameCells: CellWriter, @unchecked Sendable {
    private let values: [Int32]
    private let names: [TextColumn]
    init(_ values: [Int32], _ names: [TextColumn]) { (self.values, self.names) = (values, names) }
    override func write(_ row: Int, to output: inout [UInt8]) {
        guard values[row] >= 0 else { return }
        let element = ElementReference(raw: values[row])
        output.append(field: names[element.table].bytes[names[element.table].range(element.row)])
    }
}

private final class NumberCells: CellWriter, @unchecked Sendable {
    private let values: [Double]
    init(_ values: [Double]) { self.values = values }
    override func write(_ row: Int, to output: inout [UInt8]) {
        let value = values[row]
        if value.isNaN { return }
        if value == value.rounded(), value.magnitude < 1e15 {
            output.append(number: Int(value))
        } else {
            output += "\(value)".utf8
        }
    }
}

private final class IntegerCells: CellWriter, @unchecked Sendable {
    private let values: [Int32]
    init(_ values: [Int32]) { self.values = values }
    override func write(_ row: Int, to output: inout [UInt8]) {
        if values[row] != Cell.absent { output.append(number: Int(values[row])) }
    }
}

/// Dates in the shortest spelling that reads back as the same minute: without a time where the date alone means just that.
private final class DateCells: CellWriter, @unchecked Sendable {
    private let values: [Int32]
    private let isEnd: Bool
    init(_ values: [Int32], isEnd: Bool) { (self.values, self.isEnd) = (values, isEnd) }
    override func write(_ row: Int, to output: inout [UInt8]) {
        guard values[row] != Cell.absent else { return }
        let moment = LocalDateTime(minutes: values[row])
        if moment.minuteOfDay == 0 {
            return output.append(dateOf: isEnd ? LocalDateTime(minutes: values[row] - 1) : moment)
        }
        output.append(dateOf: moment)
        output.append(0x54)
        output.append(padded: moment.minuteOfDay / 60, width: 2)
        output.append(0x3a)
        output.append(padded: moment.minuteOfDay % 60, width: 2)
    }
}

/// Durations and lags, exact: days, hours and minutes that add up.
private final class SpanCells: CellWriter, @unchecked Sendable {
    private let values: [Int32]
    private let minutesPerDay: Int
    private let isLag: Bool
    init(_ values: [Int32], _ units: WorkUnits, isLag: Bool) {
        (self.values, minutesPerDay, self.isLag) = (values, units.minutesPerDay, isLag)
    }

    override func write(_ row: Int, to output: inout [UInt8]) {
        guard values[row] != Cell.absent else { return }
        let lag = isLag ? Lag(raw: values[row]) : Lag(amount: values[row], unit: .working)
        if lag.isPercent { return Self.write(percent: lag, to: &output) }
        var rest = Int(lag.minutes.magnitude)
        if lag.minutes < 0 { output.append(0x2d) }
        var isFirst = true
        for (length, unit) in [(lag.isElapsed ? 1440 : minutesPerDay, UInt8(0x64)), (60, 0x68), (1, 0x6d)] {
            let count = rest / length
            rest %= length
            if count == 0, !(isFirst && length == 1) { continue }
            if !isFirst { output.append(0x20) }
            output.append(number: count)
            if lag.isElapsed { output.append(0x65) }
            output.append(unit)
            isFirst = false
        }
    }

    /// A share, with as many decimals as it has: `50%`, `12.5e%`.
    private static func write(percent lag: Lag, to output: inout [UInt8]) {
        let (whole, rest) = lag.amount.magnitude.quotientAndRemainder(dividingBy: 100)
        if lag.amount < 0 { output.append(0x2d) }
        output.append(number: Int(whole))
        if rest > 0 { output += (rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)").utf8 }
        if lag.isElapsed { output.append(0x65) }
        output.append(0x25)
    }
}
