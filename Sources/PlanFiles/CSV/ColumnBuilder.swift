import PlanModel
import PlanStatistics

/// Gathers the cells of one column of one piece of a file.
struct ColumnBuilder: Sendable {
    /// How a field becomes a cell.
    enum Form: Sendable {
        case identifier
        case text
        /// Ids of rows of the same table, resolved when all rows are known.
        case selfReference
        case reference(ReferenceTarget)
        case element(ReferenceTarget)
        case list(ReferenceTarget)
        case calendar([String: Int32])
        case duration
        case lag
        case date(endOfDay: Bool)
        case integer
        case number(ClosedRange<Double>)
        case flag
        case choice([[UInt8]])
    }

    let form: Form
    let isFilled: Bool
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var identities: [UInt64] = []
    var integers: [Int32] = []
    var numbers: [Double] = []
    /// Cells whose value was rounded to whole minutes.
    var roundings = 0

    /// All cells, in the storage of the column's kind.
    var data: ColumnData {
        switch form {
        case .identifier, .text, .selfReference, .list: .texts(TextColumn(bytes: bytes, ends: ends))
        case .number: .numbers(numbers)
        case .reference, .element, .calendar, .duration, .lag, .date, .integer, .flag, .choice: .integers(integers)
        }
    }

    /// Adds the cells of the piece that follows.
    mutating func append(_ other: ColumnBuilder) {
        let offset = UInt32(truncatingIfNeeded: bytes.count)
        bytes += other.bytes
        ends += other.ends.map { $0 &+ offset }
        identities += other.identities
        integers += other.integers
        numbers += other.numbers
        roundings += other.roundings
    }

    /// Gives the memory of all cells back.
    mutating func free() { self = ColumnBuilder(form: form, isFilled: isFilled) }

    /// Adds what an empty field means.
    mutating func appendEmpty() {
        switch form {
        case .identifier, .text, .selfReference, .list: unsafe appendText(UnsafeBufferPointer(start: nil, count: 0))
        case .number: numbers.append(.nan)
        case .reference, .element, .calendar, .choice: integers.append(Cell.none)
        case .duration, .lag, .date, .integer, .flag: integers.append(Cell.absent)
        }
    }

    @inline(__always)
    mutating func appendText(_ field: UnsafeBufferPointer<UInt8>) {
        unsafe bytes.append(contentsOf: field)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Adds a field that is not empty; a refused one counts as empty, so that rows stay whole while faults are gathered.
    mutating func append(_ field: UnsafeBufferPointer<UInt8>, units: WorkUnits) -> FieldParser.Refusal? {
        switch form {
        case .identifier:
            unsafe appendText(field)
            unsafe identities.append(Identity.of(field))
            return nil
        case .text, .selfReference:
            unsafe appendText(field)
            return nil
        case .reference(let target):
            guard let element = unsafe target.resolve(field) else { return refuse(target.refusal) }
            integers.append(element.raw >> 2)
            return nil
        case .element(let target):
            guard let element = unsafe target.resolve(field) else { return refuse(target.refusal) }
            integers.append(element.raw)
            return nil
        case .list(let target):
            unsafe appendText(field)
            return unsafe target.checkList(field)
        case .calendar(let names):
            return unsafe take(names[String(decoding: field, as: UTF8.self)], "unknown-calendar", "expected a calendar of plan.yaml")
        case .choice(let words):
            if let place = words.firstIndex(where: { unsafe $0.elementsEqual(field) }) {
                integers.append(Int32(place))
                return nil
            }
            let list = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
            return refuse(.init(code: "unknown-word", expected: "expected one of \(list)"))
        case .duration: return unsafe takeSpan(FieldParser.workSpan(field, units: units, isLag: false)) { $0.minutes }
        case .lag:
            return unsafe takeSpan(FieldParser.workSpan(field, units: units, isLag: true)) {
                Lag(minutes: $0.minutes, isElapsed: $0.isElapsed).raw
            }
        case .date(let endOfDay): return unsafe take(FieldParser.date(field, dateMeansEnd: endOfDay))
        case .integer:
            let value = unsafe FieldParser.wholeNumber(field).flatMap { Int32(exactly: $0) }
            return take(value == Cell.absent ? nil : value, "bad-number", "expected a whole number")
        case .flag: return unsafe take(flag(field), "bad-flag", "expected yes or no")
        case .number(let range): return unsafe appendNumber(field, range)
        }
    }

    private mutating func refuse(_ refusal: FieldParser.Refusal) -> FieldParser.Refusal? {
        appendEmpty()
        return refusal
    }

    private mutating func take(_ value: Int32?, _ code: String, _ expected: String) -> FieldParser.Refusal? {
        guard let value else { return refuse(.init(code: code, expected: expected)) }
        integers.append(value)
        return nil
    }

    private mutating func take(_ result: Result<Int32, FieldParser.Refusal>) -> FieldParser.Refusal? {
        switch result {
        case .success(let value):
            integers.append(value)
            return nil
        case .failure(let refusal): return refuse(refusal)
        }
    }

    private mutating func takeSpan(
        _ result: Result<FieldParser.WorkSpan, FieldParser.Refusal>, _ stored: (FieldParser.WorkSpan) -> Int32
    ) -> FieldParser.Refusal? {
        if case .success(let span) = result, span.isRounded { roundings += 1 }
        return take(result.map(stored))
    }

    private mutating func appendNumber(_ field: UnsafeBufferPointer<UInt8>, _ range: ClosedRange<Double>) -> FieldParser.Refusal? {
        if let value = unsafe FieldParser.wholeNumber(field), range.contains(value) {
            numbers.append(value)
            return nil
        }
        appendEmpty()
        let bounds = range.upperBound < .greatestFiniteMagnitude ? "from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
            : range.lowerBound == 0 ? "of zero or more" : "that is finite"
        return .init(code: "bad-number", expected: "expected a number \(bounds)")
    }

    private func plain(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }

    private func flag(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
        switch unsafe String(decoding: field, as: UTF8.self).lowercased() {
        case "yes", "true", "1", "y": 1
        case "no", "false", "0", "n": 0
        default: nil
        }
    }
}

extension String {
    /// The text without spaces at either end.
    var trimmingSpaces: String {
        guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[first...last])
    }
}
