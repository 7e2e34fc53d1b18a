/// What kind of plan a file is, found by its first bytes, never by its name.
enum FileKind: Equatable {
    /// Primavera P6, tables separated by tabs.
    case xer
    /// Primavera P6, XML.
    case pmxml
    /// Microsoft Project, XML.
    case mspdi
    /// XML of another kind, by its root element.
    case otherXML(root: String)
    case unknown

    /// What is expected of a file, for messages.
    static let expected =
        "a Primavera P6 export (XER, or XML with the root APIBusinessObjects) or Microsoft Project XML (root Project)"

    /// How many bytes decide.
    private static let prefix = 8192

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = unsafe Array(bytes.prefix(Self.prefix))
        if start.starts(with: [0xef, 0xbb, 0xbf]) { start.removeFirst(3) }
        if start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]) {
            start = start.dropFirst(2).filter { $0 != 0 }
        }
        let text = String(decoding: start, as: UTF8.self)
        let head = text.drop { $0.isWhitespace }
        if head.hasPrefix("ERMHDR") || head.hasPrefix("%T\t") {
            self = .xer
        } else if head.hasPrefix("<") {
            self = Self.kind(ofXML: head)
        } else {
            self = .unknown
        }
    }

    private static func kind(ofXML text: Substring) -> FileKind {
        guard let tag = rootTag(text) else { return .unknown }
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
        let root = name.split(separator: ":").last.map { String($0) } ?? ""
        if root == "APIBusinessObjects" { return .pmxml }
        let isForeign = tag.contains("xmlns") && !tag.contains("schemas.microsoft.com/project")
        return root == "Project" && !isForeign ? .mspdi : .otherXML(root: root)
    }

    /// The inside of the first start tag, behind declarations and comments.
    private static func rootTag(_ text: Substring) -> Substring? {
        var rest = text
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                guard let end = end(of: "-->", in: rest) else { return nil }
                rest = rest[end...]
            } else if rest.hasPrefix("?") || rest.hasPrefix("!") {
                guard let end = rest.firstIndex(of: ">") else { return nil }
                rest = rest[rest.index(after: end)...]
            } else {
                return rest.prefix { $0 != ">" }
            }
        }
        return nil
    }

    private static func end(of mark: String, in text: Substring) -> Substring.Index? {
        var at = text.startIndex
        while at < text.endIndex {
            if text[at...].hasPrefix(mark) { return text.index(at, offsetBy: mark.count) }
            at = text.index(after: at)
        }
        return nil
    }
}
