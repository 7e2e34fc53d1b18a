import PlanAlignment
import PlanModel
import PlanStatistics

extension AlignmentReport {
    /// One table: the list that was asked for, else who carries what where a grouping was asked for, else the initiatives.
    public func csv() -> [UInt8] {
        if let list { return csv(list) }
        if let grouping { return csv(grouping) }
        var header = [
            "initiative", "name", "owner", "effort_minutes", "effort_share", "weight_share", "gap", "main_person",
            "main_person_share",
        ]
        let costs = consequence.map { ConsequenceWords(report: self, consequence: $0).p80ByInitiative }
        if costs != nil { header += ["unaligned_cost_p80_minutes", "low", "high"] }
        var csv = CSVWriter(header: header)
        for row in initiatives {
            let (entry, main) = (alignment.strategy.initiatives[row], alignment.ownership.mainCarriers[row])
            csv.cell(plan.initiatives.text(.id, row))
            csv.cell(plan.initiatives.text(.name, row))
            csv.cell(plan.initiatives.reference(.owner, row).map { plan.people.text(.id, $0) })
            csv.cell(Int(entry.minutes))
            csv.cell(entry.effortShare)
            csv.cell(entry.weightShare)
            csv.cell(entry.gap)
            csv.cell(main.map { plan.people.text(.id, Int($0.person)) })
            csv.cell(main?.share)
            if let costs {
                let cost = costs[row]
                csv.cell(cost?.value)
                csv.cell(cost?.interval?.lowerBound)
                csv.cell(cost?.interval?.upperBound)
            }
            csv.endRow()
        }
        let none = String?.none
        csv.cell(none)
        csv.cell("serves no initiative")
        csv.cell(none)
        csv.cell(Int(alignment.flow.unaligned))
        csv.cell(alignment.strategy.unalignedShare)
        for _ in 5..<header.count { csv.cell(none) }
        csv.endRow()
        return csv.bytes
    }

    /// One row for each initiative that somebody works for; an empty initiative is what serves none.
    private func csv(_ grouping: Grouping) -> [UInt8] {
        var csv = CSVWriter(header: [grouping.rawValue, "name", "people", "initiative", "effort_minutes", "share"])
        for group in groups(grouping) {
            let minutes = group.minutes
            for share in group.shares {
                csv.cell(group.id)
                csv.cell(group.name)
                csv.cell(group.people)
                csv.cell(share.purpose > 0 ? initiativeID(purpose: share.purpose) : nil)
                csv.cell(Int(share.minutes))
                csv.cell(Double(share.minutes) / Double(minutes))
                csv.endRow()
            }
        }
        return csv.bytes
    }

    private func csv(_ list: AlignmentList) -> [UInt8] {
        var csv = CSVWriter(header: ["kind", "id", "name", "person", "person_name", "note", "effort_minutes", "share"])
        for row in rows(list) {
            csv.cell(row.kind)
            csv.cell(row.id)
            csv.cell(row.name)
            csv.cell(row.person.map { plan.people.text(.id, $0) })
            csv.cell(row.person.map { plan.people.text(.name, $0) })
            csv.cell(row.note)
            csv.cell(row.minutes.map(Int.init))
            csv.cell(row.share)
            csv.endRow()
        }
        return csv.bytes
    }
}
