import PlanModel
import PlanStatistics

/// The first record of a CSV file, matched with the columns of its table.
struct TableHeader: Sendable {
    /// Headers as the file spells them.
    var names: [String] = []
    /// The schema's column of each; `nil` for one that the schema does not know.
    var targets: [Int?] = []
    /// How fields become cells, by place in the file.
    var forms: [ColumnBuilder.Form] = []
    /// Where the first row begins, bytes.
    var end = 0
    /// Line ends in the header.
    var lines = 0
    /// The sum of the headers' hashes: the same for any order of columns.
    var hash: UInt64 = 0
    var faults = FaultList()
    var findings: [Finding] = []
}

/// Reads the header of a table's file.
struct HeaderReader {
    /// No table of a plan needs more; a wider file is no plan.
    static let mostColumns = 1000

    let specs: [ColumnSpec]
    let file: String

    /// The header, its faults and findings.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> TableHeader {
        var header = TableHeader()
        let mark = unsafe bytes.count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf
        var scanner = unsafe RecordScanner(bytes, from: mark ? 3 : 0)
        guard !scanner.isAtEnd else {
            fault(&header, "no-header", "the file is empty; expected a header row with \(required)")
            return header
        }
        var end = RecordScanner.End.comma
        while end == .comma {
            guard header.names.count < Self.mostColumns else {
                header.faults = FaultList()
                fault(&header, "too-many-columns", "expected at most \(Self.mostColumns) columns")
                return header
            }
            end = scanner.next()
            if let malformed = scanner.fault { fault(&header, malformed.rawValue, malformed.expected) }
            add(unsafe String(decoding: scanner.field, as: UTF8.self).trimmingSpaces, to: &header)
        }
        (header.end, header.lines) = (scanner.position, max(scanner.lines, 1))
        for (place, spec) in specs.enumerated() where spec.isRequired && !header.targets.contains(place) {
            fault(&header, "missing-column", "the column is required and missing; expected \(required)", column: spec.name)
        }
        return header
    }

    private var required: String { specs.filter(\.isRequired).map(\.name).joined(separator: ",") }

    private func add(_ name: String, to header: inout TableHeader) {
        if header.names.contains(name) {
            fault(&header, "duplicate-column", "the column stands twice in the header", column: name)
        }
        let target = specs.firstIndex { $0.name == name }
        header.names.append(name)
        header.targets.append(target)
        header.hash &+= Identity.of("\(file)\u{0}\(name)")
        if target == nil {
            header.findings.append(
                Finding(
                    code: "unknown-column", file: file, line: 1, column: name,
                    message: "the column is unknown to Headway; it is kept and not used"))
        }
    }

    private func fault(_ header: inout TableHeader, _ code: String, _ message: String, column: String? = nil) {
        header.faults.add(Fault(code: code, file: file, line: 1, column: column, message: message))
    }
}
