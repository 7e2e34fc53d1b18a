import PlanModel

/// What reading values out of XML records brings to light.
struct XMLNotes {
    /// The file's name, for faults.
    let file: String
    /// Values that are none.
    var faults = FaultList()
    /// What could not be carried over.
    var losses = LossLedger()

    init(file: String) { self.file = file }

    /// Notes that the text of a field is no value.
    ///
    /// - Parameter expected: what would have been one, in words.
    mutating func refuse<Field: XMLField>(_ record: XMLRecord, _ field: Field, _ code: String, _ expected: String) {
        let found = record.string(field).map { "found \"\($0.prefix(60))\"" } ?? "found nothing"
        faults.add(
            Fault(
                code: code, file: file, line: record.line(of: field), column: Field.names[field.rawValue],
                message: "expected \(expected) (\(found))"))
    }
}
