import CExpat
import Glibc

extension XMLPass {
    /// An element begins.
    @inline(__always)
    mutating func begin(_ name: UnsafePointer<CChar>) {
        elements += 1
        guard elements <= limits.elements else { return refuse("expected at most \(limits.elements) elements") }
        guard levels.count + skipped < limits.depth else {
            return refuse("expected at most \(limits.depth) elements inside each other")
        }
        if skipped > 0 {
            skipped += 1
            return
        }
        guard let parent = levels.last else { return unsafe beginRoot(name) }
        if isText(nodes[Int(parent.node)].role) { return beginInsideText() }
        let count = unsafe strlen(name)
        let node = unsafe names.node(parent: parent.node, name: name, count: count) ?? meet(name, under: parent.node)
        open(node)
    }

    @inline(__always)
    private func isText(_ role: Role) -> Bool { role == .field || role == .unknown }

    private mutating func beginRoot(_ name: UnsafePointer<CChar>) {
        let local = unsafe Self.local(String(cString: name))
        guard local == nodeNames[0] else { return refuse("expected the element \(nodeNames[0]) (found \"\(local)\")") }
        open(0)
    }

    /// An element inside one whose text was being gathered: it holds more than text, and is counted as a whole.
    private mutating func beginInsideText() {
        unsafe XML_SetCharacterDataHandler(parser, nil)
        if isUnknown { saysSomething = true } else { text.append(0x2A) }  // No value looks like this one.
        skipped = 1
    }

    @inline(__always)
    private mutating func open(_ node: Int32) {
        let role = nodes[Int(node)].role
        var level = Level(node: node, textStart: text.count)
        if role != .group { level.offset = offset }
        if role == .record { level.line = line(at: level.offset) }
        levels.append(level)
        guard isText(role) else { return }
        (isUnknown, saysSomething) = (role == .unknown, false)
        unsafe XML_SetCharacterDataHandler(parser, XMLReader.onText)
    }

    /// Text of the innermost element; it may come in pieces.
    @inline(__always)
    mutating func add(_ bytes: UnsafePointer<CChar>, count: Int) {
        if isUnknown {
            if !saysSomething { saysSomething = unsafe !Self.isNeutral(bytes, count) }
            return
        }
        guard let level = levels.last else { return }
        guard text.count - level.textStart + count <= limits.fieldLength else {
            return refuse("expected at most \(limits.fieldLength) bytes of text in one element")
        }
        unsafe text.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// An element ends.
    @inline(__always)
    mutating func end() {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let level = levels.popLast() else { return }
        let node = nodes[Int(level.node)]
        switch node.role {
        case .group: break
        case .field:
            unsafe XML_SetCharacterDataHandler(parser, nil)
            slots[node.value] = .init(start: level.textStart, count: text.count - level.textStart, offset: level.offset)
        case .unknown:
            unsafe XML_SetCharacterDataHandler(parser, nil)
            count(node, level)
        case .record: handOver(node, level)
        }
    }

    private mutating func handOver(_ node: Node, _ level: Level) {
        let record = unsafe XMLRecord(
            text: text, slots: slots, base: node.base, line: level.line, offset: level.offset, document: document)
        taker.take(kind: node.value, record)
        clear(node, level)
    }

    private mutating func clear(_ node: Node, _ level: Level) {
        for slot in node.base..<node.base + node.fieldCount { slots[slot].count = -1 }
        if text.count > level.textStart { text.removeLast(text.count - level.textStart) }
    }

    private mutating func count(_ node: Node, _ level: Level) {
        guard saysSomething else { return }
        if unknowns[node.value].count == 0 { unknowns[node.value].line = line(at: level.offset) }
        unknowns[node.value].count += 1
    }

    /// Whether a text says no more than its absence: nothing, zero (`0.00`), no time (`PT0H0M0S`), no.
    private static func isNeutral(_ text: UnsafePointer<CChar>, _ count: Int) -> Bool {
        guard count <= 9, count > 0 else { return count == 0 }
        let first = unsafe text[0]
        if first == 0x66 { return unsafe count == 5 && memcmp(text, "false", 5) == 0 }
        for place in 0..<count {
            let byte = unsafe text[place]
            let isTime = first == 0x50 && (byte == 0x50 || byte == 0x54 || byte == 0x48 || byte == 0x4D || byte == 0x53)
            guard byte == 0x30 || byte == 0x2E || (0...0x20).contains(byte) || isTime else { return false }
        }
        return true
    }
}
