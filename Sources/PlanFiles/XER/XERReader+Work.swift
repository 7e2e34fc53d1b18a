import PlanModel

/// Resources, relations, assignments and expenses.
extension XERReader {
    mutating func readResources(_ table: XERTable) {
        let kinds: [(StaticString, PrimaveraResource.Kind)] = [
            ("RT_Labor", .labour), ("RT_Equip", .equipment), ("RT_Mat", .material), ("L", .labour), ("N", .equipment),
            ("M", .material),
        ]
        forEachRow(of: table, as: XERResourceColumn.self) { reader, row in
            var resource = PrimaveraResource()
            (resource.key, resource.line) = (row.requiredKey(.key), row.line)
            (resource.code, resource.name) = (row.text(.code), row.text(.name))
            resource.kind = row.code(.kind, kinds) ?? .labour
            resource.calendar = row.key(.calendar)
            resource.units = (row.number(.most) ?? row.number(.usual)).flatMap { $0 > 0 ? $0 : nil }
            reader.export.resources.append(resource)
        }
    }

    /// The last rate of a resource says how much of it there is.
    mutating func readRates(_ table: XERTable) {
        var latest: [Int: (start: LocalDateTime, most: Double)] = [:]
        forEachRow(of: table, as: XERRateColumn.self) { _, row in
            let resource = row.requiredKey(.resource)
            guard let most = row.number(.most), let start = row.date(.start), most > 0 else { return }
            if start >= latest[resource]?.start ?? start { latest[resource] = (start, most) }
        }
        for place in export.resources.indices {
            if let rate = latest[export.resources[place].key] { export.resources[place].units = rate.most }
        }
    }

    mutating func readRelations(_ table: XERTable) {
        let types: [(StaticString, RelationType)] = [
            ("PR_FS", .FS), ("PR_SS", .SS), ("PR_FF", .FF), ("PR_SF", .SF), ("FS", .FS), ("SS", .SS), ("FF", .FF), ("SF", .SF),
        ]
        export.relations.reserveCapacity(table.records.count)
        forEachRow(of: table, as: XERRelationColumn.self) { reader, row in
            var relation = PrimaveraRelation()
            (relation.predecessor, relation.successor) = (row.requiredKey(.predecessor), row.requiredKey(.successor))
            (relation.predecessorProject, relation.successorProject) = (
                row.key(.predecessorProject), row.key(.successorProject)
            )
            relation.type = row.code(.type, types) ?? .FS
            relation.lag = row.minutes(.lag) ?? 0
            relation.line = row.line
            reader.export.relations.append(relation)
        }
    }

    mutating func readAssignments(_ table: XERTable) {
        forEachRow(of: table, as: XERAssignmentColumn.self) { reader, row in
            reader.export.assignments.append(
                PrimaveraAssignment(
                    activity: row.requiredKey(.task), resource: row.key(.resource), units: row.number(.units),
                    cost: row.number(.cost) ?? 0, line: row.line))
        }
    }

    mutating func readExpenses(_ table: XERTable) {
        forEachRow(of: table, as: XERExpenseColumn.self) { reader, row in
            guard let task = row.key(.task), let cost = row.number(.cost) else { return }
            reader.export.expenses.append((task, cost))
        }
    }
}
