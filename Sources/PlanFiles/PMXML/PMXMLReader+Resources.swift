import PlanModel

/// Resources, assignments and expenses.
extension PMXMLReader {
    func takeResource(_ record: XMLRecord) {
        let kinds: KeyValuePairs<String, PrimaveraResource.Kind> = [
            "Labor": .labour, "Nonlabor": .equipment, "Material": .material,
        ]
        read(record, PMXMLResource.self) { row in
            var resource = PrimaveraResource()
            (resource.key, resource.line) = (row.requiredKey(.key), row.line)
            (resource.code, resource.name, resource.calendar) = (row.text(.code), row.text(.name), row.key(.calendar))
            resource.kind = row.code(.kind, kinds) ?? .labour
            resource.units = (row.number(.most) ?? row.number(.usual)).flatMap { $0 > 0 ? $0 : nil }
            export.resources.append(resource)
        }
    }

    func takeRate(_ record: XMLRecord) {
        read(record, PMXMLRate.self) { row in
            let resource = row.requiredKey(.resource)
            guard let most = row.number(.most), let start = row.date(.start), most > 0 else { return }
            if start >= rates[resource]?.start ?? start { rates[resource] = (start, most) }
        }
    }

    func takeAssignment(_ record: XMLRecord) {
        read(record, PMXMLAssignment.self) { row in
            export.assignments.append(
                PrimaveraAssignment(
                    activity: row.requiredKey(.activity), resource: row.key(.resource), units: row.number(.units),
                    cost: row.number(.cost) ?? 0, line: row.line))
        }
    }

    func takeExpense(_ record: XMLRecord) {
        read(record, PMXMLExpense.self) { row in
            guard let activity = row.key(.activity), let cost = row.number(.cost) else { return }
            export.expenses.append((activity, cost))
        }
    }
}
