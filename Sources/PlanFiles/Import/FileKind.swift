/// What kind of plan a file is, found by its first bytes, never by its name.
enum FileKind: Equatable {
    /// Primavera P6, tables separated by tabs.
    case xer
    /// Primavera P6, XML.
    case pmxml
    /// Microsoft Project, XML.
    case mspdi
    /// PSPLIB, one project, each job done in one way (`.sm`).
    case singleMode
    /// Patterson's numbers, one project (`.rcp`).
    case patterson
    /// Numbers of several projects that share resources.
    case multiProject
    /// XML of another kind, by its root element.
    case otherXML(root: String)
    case unknown

    /// What is expected of a file, for messages.
    static let expected =
        "a Primavera P6 export (XER, or XML with the root APIBusinessObjects), Microsoft Project XML (root Project) or a file of "
        + "scheduling research (PSPLIB .sm, Patterson .rcp, several projects)"

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
            self = Self.kind(ofResearch: head)
        }
    }

    /// A file of scheduling research: rows of stars around `file with basedata` or `projects`, or numbers alone from the start.
    private static func kind(ofResearch text: Substring) -> FileKind {
        if text.hasPrefix("**********") {
            return ["basedata", "projects ", "jobs (incl."].contains { text.contains($0) } ? .singleMode : .unknown
        }
        // The last word may be cut off, but a number that is cut is one still.
        let words = text.split { $0.isWhitespace }
        guard words.count >= 2, words.prefix(3).allSatisfy(isNumber) else { return .unknown }
        let hasPairs = words.contains { word in
            let parts = word.split(separator: ":", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy(isNumber)
        }
        return hasPairs ? .multiProject : .patterson
    }

    private static func isNumber(_ word: Substring) -> Bool {
        let digits = word.hasPrefix("-") ? word.dropFirst() : word
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
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
