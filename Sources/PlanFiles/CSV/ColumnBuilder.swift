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
        case outcomes(Outcomes.Unit)
    }

    /// The form without what comes with it, so that choosing by it touches no reference count.
    private enum Code {
        case text, identifier, list, reference, element, calendar, duration, lag, start, end, integer, number, flag, choice
        case outcomes
    }

    let form: Form
    let isFilled: Bool
    private let code: Code
    /// The words of a choice.
    private let words: [[UInt8]]
    /// The bounds of a number.
    private let range: ClosedRange<Double>
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var identities: [UInt64] = []
    var integers: [Int32] = []
    var numbers: [Double] = []
    /// Cells whose value was rounded to whole minutes.
    var roundings = 0
    /// References that are looked up a few hundred at a time.
    var pending = PendingReferences()
    /// Whether the column holds references, so that fields of the input go to `pending`.
    let isReference: Bool

    init(form: Form, isFilled: Bool) {
        (self.form, self.isFilled) = (form, isFilled)
        code = Self.code(of: form)
        isReference = code == .reference || code == .element
        if case .choice(let words) = form { self.words = words } else { words = [] }
        if case .number(let range) = form { self.range = range } else { range = 0...0 }
    }

    private static func code(of form: Form) -> Code {
        switch form {
        case .identifier: .identifier
        case .text, .selfReference: .text
        case .list: .list
        case .reference: .reference
        case .element: .element
        case .calendar: .calendar
        case .duration: .duration
        case .lag: .lag
        case .date(let endOfDay): endOfDay ? .end : .start
        case .integer: .integer
        case .number: .number
        case .flag: .flag
        case .choice: .choice
        case .outcomes: .outcomes
        }
    }

    /// Adds a reference that will be looked up by `resolvePending`.
    mutating func appendPending(_ field: UnsafeBufferPointer<UInt8>, at start: Int) {
        unsafe pending.add(field, at: start, cell: integers.count)
        integers.append(Cell.none)
    }

    /// Looks up the references added so far; `dangling` hears of cells that name nothing, with what was expected.
    mutating func resolvePending(
        in bytes: UnsafeBufferPointer<UInt8>, dangling: (Int, UnsafeBufferPointer<UInt8>, FieldParser.Refusal) -> Void
    ) {
        switch form {
        case .reference(let target):
            unsafe pending.resolve(target, in: bytes, shift: 2, into: &integers) { unsafe dangling($0, $1, target.refusal) }
        case .element(let target):
            unsafe pending.resolve(target, in: bytes, shift: 0, into: &integers) { unsafe dangling($0, $1, target.refusal) }
        default: break
        }
    }

    /// All cells, in the storage of the column's kind.
    var data: ColumnData {
        switch form {
        case .identifier, .text, .selfReference, .list, .outcomes: .texts(TextColumn(bytes: bytes, ends: ends))
        case .number: .numbers(numbers)
        case .reference, .element, .calendar, .duration, .lag, .date, .integer, .flag, .choice: .integers(integers)
        }
    }

    /// Makes room for `count` cells, judging texts by the first `seen` ones.
    mutating func reserve(_ count: Int, after seen: Int) {
        if !ends.isEmpty {
            bytes.reserveCapacity(bytes.count / seen * count + count)
            ends.reserveCapacity(count)
        }
        if !identities.isEmpty { identities.reserveCapacity(count) }
        if !integers.isEmpty { integers.reserveCapacity(count) }
        if !numbers.isEmpty { numbers.reserveCapacity(count) }
    }

    /// The cells of several pieces, one after the other.
    init(joining pieces: [ColumnBuilder]) {
        self = pieces[0]
        guard pieces.count > 1 else { return }
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        ends.reserveCapacity(pieces.reduce(0) { $0 + $1.ends.count })
        identities.reserveCapacity(pieces.reduce(0) { $0 + $1.identities.count })
        integers.reserveCapacity(pieces.reduce(0) { $0 + $1.integers.count })
        numbers.reserveCapacity(pieces.reduce(0) { $0 + $1.numbers.count })
        for piece in pieces.dropFirst() {
            let offset = UInt32(truncatingIfNeeded: bytes.count)
            bytes += piece.bytes
            for end in piece.ends { ends.append(end &+ offset) }
            identities += piece.identities
            integers += piece.integers
            numbers += piece.numbers
            roundings += piece.roundings
        }
    }

    /// Adds what an empty field means.
    mutating func appendEmpty() {
        switch code {
        case .identifier, .text, .list, .outcomes: unsafe appendText(UnsafeBufferPointer(start: nil, count: 0))
        case .number: numbers.append(.nan)
        case .reference, .element, .calendar, .choice: integers.append(Cell.none)
        case .duration, .lag, .start, .end, .integer, .flag: integers.append(Cell.absent)
        }
    }

    @inline(__always)
    mutating func appendText(_ field: UnsafeBufferPointer<UInt8>) {
        unsafe bytes.append(contentsOf: field)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Adds a field that is not empty; a refused one counts as empty, so that rows stay whole while faults are gathered.
    mutating func append(_ field: UnsafeBufferPointer<UInt8>, units: WorkUnits) -> FieldParser.Refusal? {
        switch code {
        case .text:
            unsafe appendText(field)
            return nil
        case .identifier:
            unsafe appendText(field)
            unsafe identities.append(Identity.of(field))
            return nil
        case .duration: return unsafe takeSpan(FieldParser.workSpan(field, units: units, isLag: false)) { $0.minutes }
        case .lag:
            if unsafe field[field.count - 1] == 0x25 { return unsafe take(FieldParser.percentLag(field)) }
            return unsafe takeSpan(FieldParser.workSpan(field, units: units, isLag: true)) {
                Lag(minutes: $0.minutes, isElapsed: $0.isElapsed).raw
            }
        case .start, .end: return unsafe take(FieldParser.date(field, dateMeansEnd: code == .end))
        case .choice: return unsafe appendChoice(field)
        case .number: return unsafe appendNumber(field)
        case .integer:
            let value = unsafe FieldParser.wholeNumber(field).flatMap { Int32(exactly: $0) }
            return take(value == Cell.absent ? nil : value, "bad-number", "expected a whole number")
        case .flag: return unsafe take(flag(field), "bad-flag", "expected yes or no")
        case .reference, .element, .list, .calendar: return unsafe appendName(field)
        case .outcomes: return unsafe appendOutcomes(field, units)
        }
    }

    /// Adds a name of something else in the plan.
    private mutating func appendName(_ field: UnsafeBufferPointer<UInt8>) -> FieldParser.Refusal? {
        switch form {
        case .reference(let target), .element(let target):
            guard let element = unsafe target.resolve(field) else { return refuse(target.refusal) }
            integers.append(code == .reference ? element.raw >> 2 : element.raw)
            return nil
        case .list(let target):
            unsafe appendText(field)
            return unsafe target.checkList(field)
        case .calendar(let names):
            return unsafe take(
                names[String(decoding: field, as: UTF8.self)], "unknown-calendar", "expected a calendar of plan.yaml")
        default: preconditionFailure("a form without names")
        }
    }

    private mutating func appendOutcomes(_ field: UnsafeBufferPointer<UInt8>, _ units: WorkUnits) -> FieldParser.Refusal? {
        guard case .outcomes(let unit) = form else { preconditionFailure("a form without outcomes") }
        switch unsafe FieldParser.outcomes(field, unit, units: units) {
        case .success(let (outcomes, isRounded)):
            if isRounded { roundings += 1 }
            var text = outcomes.stored
            text.withUTF8 { unsafe appendText($0) }
            return nil
        case .failure(let refusal): return refuse(refusal)
        }
    }

    private mutating func appendChoice(_ field: UnsafeBufferPointer<UInt8>) -> FieldParser.Refusal? {
        search: for place in words.indices where words[place].count == field.count {
            for offset in 0..<field.count where unsafe words[place][offset] != field[offset] { continue search }
            integers.append(Int32(place))
            return nil
        }
        let list = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
        return refuse(.init(code: "unknown-word", expected: "expected one of \(list)"))
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

    private mutating func appendNumber(_ field: UnsafeBufferPointer<UInt8>) -> FieldParser.Refusal? {
        if let value = unsafe FieldParser.wholeNumber(field), range.contains(value) {
            numbers.append(value)
            return nil
        }
        appendEmpty()
        let bounds =
            range.upperBound < .greatestFiniteMagnitude
            ? "from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
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
