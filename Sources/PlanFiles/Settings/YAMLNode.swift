import PlanModel

/// One value of a YAML file with its line: only what Headway reads, so no anchors, no tags, no keys given twice.
struct YAMLNode {
    /// What stands there.
    enum Value {
        /// A scalar; `isPlain` where it stands without quotes.
        case text(String, isPlain: Bool)
        case list([YAMLNode])
        /// A mapping in the order of the file; its keys differ.
        case map([YAMLEntry])
        /// A value that is already the subject of a fault.
        case refused
    }

    /// 1-based.
    let line: Int
    let value: Value
}

/// One key of a mapping and its value.
struct YAMLEntry {
    let key: String
    /// Where the key stands, 1-based.
    let line: Int
    let node: YAMLNode
}

/// Why a text is no YAML that Headway reads.
struct YAMLRefusal: Error {
    var code: String
    var line: Int?
    var column: String?
    var message: String

    static func tooDeep(line: Int, found: String) -> YAMLRefusal {
        let message = "nested too deeply (expected at most \(YAMLText.deepest) levels) (found \"\(found)\")"
        return YAMLRefusal(code: "nested-too-deep", line: line, message: message)
    }

    func fault(file: String) -> Fault { Fault(code: code, file: file, line: line, column: column, message: message) }
}

/// Text of a file as a message quotes it: at most 60 characters of one line.
func quotable(_ text: some StringProtocol) -> String {
    let start = text.unicodeScalars.prefix(61)
    var quoted = ""
    for scalar in start.prefix(60) {
        let isControl = scalar.properties.generalCategory == .control || (scalar.value | 1) == 0x2029
        quoted.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return start.count > 60 ? quoted + "…" : quoted
}
