/// Walks the fields of CSV records (RFC 4180) over bytes in memory.
///
/// One pass, no copies: a plain field is a range of the input; only a quoted one with doubled quotes is unescaped, into `buffer`.
@safe struct RecordScanner {
    /// What ended a field.
    enum End {
        case comma, line, input
    }

    /// Why a field is malformed.
    enum Fault: String {
        case strayQuote = "stray-quote"
        case openQuote = "open-quote"
        case tooLong = "field-too-long"
        case badUTF8 = "bad-utf8"

        var expected: String {
            switch self {
            case .strayQuote: "a quote inside a field; expected the whole field quoted and the quote doubled"
            case .openQuote: "the quoted field never ends; expected a closing quote"
            case .tooLong: "expected a field of at most 1 MiB"
            case .badUTF8: "bytes that are not UTF-8; expected UTF-8 text"
            }
        }
    }

    /// The longest field that is read, bytes.
    static let longestField = 1 << 20

    let input: UnsafeBufferPointer<UInt8>
    /// Where the next field begins.
    var position: Int
    /// Line ends passed so far.
    var lines = 0
    /// The field read last: a range of the input, or of `buffer`.
    private(set) var field = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private(set) var fault: Fault?
    /// Where the field begins in the input; `nil` for one that was unescaped.
    private(set) var inputOffset: Int?
    private var buffer: FieldBuffer?

    init(_ input: UnsafeBufferPointer<UInt8>, from position: Int) {
        unsafe self.input = unsafe input
        self.position = position
    }

    var isAtEnd: Bool { unsafe position >= input.count }

    /// Steps over a line that holds nothing.
    ///
    /// - Precondition: `position` stands on its line end.
    mutating func skipEmptyLine() {
        position += unsafe input[position] == 0x0d ? 2 : 1
        lines += 1
    }

    /// Reads the next field into `field` and says what ended it; `fault` is set if it is malformed.
    mutating func next() -> End {
        fault = nil
        if unsafe position < input.count && input[position] == 0x22 { return quoted() }
        let start = position
        var at = position
        var union: UInt8 = 0
        var end = End.input
        scan: while unsafe at < input.count {
            let byte = unsafe input[at]
            switch byte {
            case 0x2c:
                end = .comma
                break scan
            case 0x0a:
                end = .line
                break scan
            case 0x22: fault = .strayQuote
            default: union |= byte
            }
            at += 1
        }
        position = at + (end == .input ? 0 : 1)
        if end == .line { lines += 1 }
        if end != .comma, at > start, unsafe input[at - 1] == 0x0d { at -= 1 }
        inputOffset = start
        unsafe finish(UnsafeBufferPointer(rebasing: input[start..<at]), union)
        return end
    }

    private mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, _ union: UInt8) {
        unsafe field = bytes
        if fault == nil, bytes.count > Self.longestField { fault = .tooLong }
        if fault == nil, union >= 0x80, unsafe String(validating: bytes, as: UTF8.self) == nil { fault = .badUTF8 }
    }

    /// A field that begins with a quote: everything up to the closing one, doubled quotes halved.
    private mutating func quoted() -> End {
        let start = position + 1
        var at = start
        var (union, doubled, closed): (UInt8, Bool, Bool) = (0, false, false)
        while unsafe at < input.count {
            let byte = unsafe input[at]
            if byte == 0x22 {
                if unsafe at + 1 < input.count && input[at + 1] == 0x22 {
                    doubled = true
                    at += 1
                } else {
                    closed = true
                    break
                }
            } else if byte == 0x0a {
                lines += 1
            }
            union |= byte
            at += 1
        }
        let end = at
        if !closed { fault = .openQuote }
        let ender = unsafe skipAfterQuote(min(at + 1, input.count))
        if doubled, end - start <= Self.longestField {
            let buffer = self.buffer ?? FieldBuffer()
            self.buffer = buffer
            inputOffset = nil
            unsafe finish(buffer.unescape(UnsafeBufferPointer(rebasing: input[start..<end])), union)
        } else {
            inputOffset = start
            unsafe finish(UnsafeBufferPointer(rebasing: input[start..<end]), union)
        }
        return ender
    }

    /// From behind a closing quote to the end of the field, where nothing but a line end may stand.
    private mutating func skipAfterQuote(_ start: Int) -> End {
        var at = start
        while unsafe at < input.count {
            let byte = unsafe input[at]
            at += 1
            if byte == 0x2c {
                position = at
                return .comma
            }
            if byte == 0x0a {
                position = at
                lines += 1
                return .line
            }
            if byte != 0x0d { fault = fault ?? .strayQuote }
        }
        position = at
        return .input
    }
}

/// Room for one field whose doubled quotes are halved; allocated when the first such field turns up.
@safe private final class FieldBuffer {
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: RecordScanner.longestField)

    deinit { unsafe bytes.deallocate() }

    /// The bytes with doubled quotes halved; valid until the next call.
    ///
    /// - Precondition: at most `RecordScanner.longestField` bytes, quotes in pairs.
    func unescape(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (at, count) = (0, 0)
        while at < field.count {
            unsafe bytes[count] = field[at]
            at += unsafe field[at] == 0x22 ? 2 : 1
            count += 1
        }
        return unsafe UnsafeBufferPointer(start: bytes, count: count)
    }
}
