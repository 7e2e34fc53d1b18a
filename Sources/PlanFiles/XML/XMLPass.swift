import CExpat
import Glibc

/// Takes the records of an XML file as they end.
protocol XMLRecordTaker: AnyObject {
    /// A record has ended.
    ///
    /// - Parameters:
    ///   - kind: as the shape has it.
    ///   - record: its texts.
    func take(kind: Int, _ record: XMLRecord)
}

/// An element that the shape does not know.
struct XMLUnknown {
    /// Names from the root on: `Project/Tasks/Task/Notes`.
    let path: String
    /// How many of them held something other than nothing, zero or no.
    var count = 0
    /// Where the first of those stands.
    var line = 0
}

/// What a pass over an XML file keeps between two events of the parser.
@safe struct XMLPass {
    enum Role { case group, record, field, unknown }

    /// What an element of the shape means; names are kept apart, so that copying one costs nothing.
    struct Node {
        var role: Role
        var parent: Int32
        /// Kind of a record, slot of a field, place of an unknown one in `unknowns`.
        var value = 0
        /// Of a record: its first slot, and how many.
        var base = 0, fieldCount = 0
    }

    struct Level {
        var node: Int32
        /// Where the element's own texts begin, and where it begins in the file.
        var textStart = 0, offset = 0, line = 0
    }

    let parser: XML_Parser
    let taker: any XMLRecordTaker
    let limits: XMLLimits
    let document: UnsafeBufferPointer<UInt8>
    var names = XMLNameTable()
    var nodes: [Node] = []
    /// Of the nodes, in their order.
    var nodeNames: [String] = []
    var slots: [XMLRecord.Slot] = []
    var unknowns: [XMLUnknown] = []
    /// The elements that are open; the last is the innermost.
    var levels: [Level] = []
    /// Open elements inside one that is not wanted.
    var skipped = 0
    var elements = 0
    /// Whether the innermost element is one that the shape does not know, and whether it has said something.
    var isUnknown = false, saysSomething = false
    var text: [UInt8] = []
    var stop: String?
    private var lineOffset = 0, line = 1

    init(parser: XML_Parser, taker: any XMLRecordTaker, limits: XMLLimits, document: UnsafeBufferPointer<UInt8>) {
        unsafe (self.parser, self.taker, self.limits, self.document) = (parser, taker, limits, document)
    }

    /// The line of a place in the file, 1-based; places come in rising order.
    mutating func line(at offset: Int) -> Int {
        let end = unsafe min(max(offset, lineOffset), document.count)
        while lineOffset < end, let start = unsafe document.baseAddress {
            guard let found = unsafe memchr(start + lineOffset, 0x0A, end - lineOffset) else { break }
            lineOffset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            line += 1
        }
        lineOffset = end
        return line
    }

    var offset: Int { unsafe Int(XML_GetCurrentByteIndex(parser)) }

    /// Ends the pass with a fault.
    mutating func refuse(_ reason: String) {
        if stop == nil { stop = reason }
        unsafe XML_StopParser(parser, 0)
    }
}
