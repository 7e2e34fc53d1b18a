/// How deep a text nests, found in one pass without understanding it.
///
/// Brackets inside quotes count too, so it is an estimate: it turns away what is plainly too deep before anything recurses.
/// libYAML's own limit of 1,000 levels holds for what hides from it.
struct YAMLNesting {
    /// Open brackets or block levels, whichever are more.
    var depth: Int { max(brackets, columns.count) }
    /// The line that is being read, 1-based.
    private(set) var line = 1

    private var brackets = 0
    /// Columns at which the open block levels begin, ascending.
    private var columns: [Int] = []
    private var column = 0
    /// Whether only spaces and `-`, `?`, `:` were read on the line.
    private var isIndent = true
    /// Whether the last byte was one of `-`, `?`, `:` that a space makes an indicator.
    private var isIndicator = false

    mutating func read(_ byte: UInt8) {
        switch byte {
        case 0x0a, 0x0d:
            if byte == 0x0a { line += 1 }
            (column, isIndent, isIndicator) = (0, true, false)
            return
        case 0x20:
            isIndicator = false
        default:
            if isIndent { open() }
            isIndent = isIndent && !isIndicator && (byte == 0x2d || byte == 0x3f || byte == 0x3a)
            isIndicator = isIndent
        }
        column += 1
        if byte == 0x5b || byte == 0x7b { brackets += 1 }
        if byte == 0x5d || byte == 0x7d { brackets = max(0, brackets - 1) }
    }

    /// A level begins at the column; the deeper ones have ended.
    private mutating func open() {
        while let last = columns.last, last >= column { columns.removeLast() }
        columns.append(column)
    }
}
