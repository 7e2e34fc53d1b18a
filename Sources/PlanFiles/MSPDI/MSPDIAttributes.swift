import PlanModel

/// The custom fields of an MSPDI file.
struct MSPDIAttributes {
    /// The alias of the field in which Headway keeps its own identifiers.
    static let identifierAlias = "Headway id"

    /// By number, the name and alias of a field.
    private(set) var names: [String: String] = [:]
    /// The numbers of fields that hold Headway's identifiers.
    private var identifiers: Set<String> = []

    /// A field is defined.
    mutating func define(_ number: String, name: String, alias: String?) {
        names[number] = alias.map { "\(name), \"\($0)\"" } ?? name
        if alias == Self.identifierAlias { identifiers.insert(number) }
    }

    /// The identifier among the values of one row.
    func identifier(in values: [MSPDIAttribute]) -> String? {
        values.first { identifiers.contains($0.field) && !$0.value.isEmpty }?.value
    }

    /// Counts the values that are lost.
    func countLost(_ values: [MSPDIAttribute], of row: String, _ notes: inout XMLNotes) {
        for value in values where !identifiers.contains(value.field) && !["", "0"].contains(value.value) {
            let name = names[value.field] ?? value.field
            notes.losses.add(.dropped, "\(row)/ExtendedAttribute (\(name))", "a custom field", line: value.line)
        }
    }
}

extension MSPDIReader {
    /// The definition of a custom field.
    func takeDefinition(_ record: XMLRecord) {
        guard let number = record.string(MSPDIDefinitionField.fieldID) else { return }
        attributes.define(
            number, name: record.string(MSPDIDefinitionField.fieldName) ?? number,
            alias: record.string(MSPDIDefinitionField.alias))
    }

    /// The value of a custom field.
    func attribute(_ record: XMLRecord) -> MSPDIAttribute {
        MSPDIAttribute(
            field: record.string(MSPDIAttributeField.fieldID) ?? "", value: record.string(MSPDIAttributeField.value) ?? "",
            line: record.line)
    }
}
