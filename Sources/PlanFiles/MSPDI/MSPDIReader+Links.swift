import PlanModel

extension MSPDIReader {
    private typealias Field = MSPDILinkField

    /// A relation, told by its successor.
    func takeLink(_ record: XMLRecord) {
        guard let predecessor = record.integer(Field.predecessorUID, &notes) else {
            return notes.refuse(record, Field.predecessorUID, "missing-field", "the predecessor's unique number")
        }
        let types: [RelationType] = [.FF, .FS, .SF, .SS]
        let code = Int(record.integer(Field.type, &notes) ?? 1)
        guard types.indices.contains(code) else {
            return notes.refuse(record, Field.type, "bad-relation", "0 (FF), 1 (FS), 2 (SF) or 3 (SS)")
        }
        pending.links.append(
            MSPDILink(
                predecessor: predecessor, type: types[code], lag: lag(record),
                isExternal: record.flag(Field.crossProject, &notes), line: record.line))
    }

    /// Tenths of a minute, or percent.
    private func lag(_ record: XMLRecord) -> Lag {
        let format = record.integer(Field.lagFormat, &notes) ?? 7
        let isElapsed = MSPDIUnits.isElapsed(format)
        guard let amount = record.number(Field.linkLag, &notes) else { return Lag(minutes: 0) }
        let scaled = MSPDIUnits.isPercent(format) ? amount * 100 : amount / 10
        guard scaled.magnitude < 0x1p29 else {
            notes.refuse(record, Field.linkLag, "bad-lag", "a lag of less than 1,000 years")
            return Lag(minutes: 0)
        }
        if MSPDIUnits.isPercent(format) {
            return Lag(amount: Int32(scaled.rounded()), unit: isElapsed ? .elapsedPercent : .percent)
        }
        if scaled != scaled.rounded() {
            notes.losses.add(.changed, "PredecessorLink/LinkLag", "rounded to the nearest minute", line: record.line)
        }
        return Lag(minutes: Int32(scaled.rounded()), isElapsed: isElapsed)
    }

    /// Relations between rows that are there.
    func settleLinks() {
        for link in links {
            if let why = whyLeftOut(link) {
                notes.losses.add(.dropped, "Task/PredecessorLink", why, line: link.line)
            } else if case .row(let predecessor)? = ends[link.predecessor] {
                schedule.relations.append(
                    ImportedRelation(
                        predecessor: predecessor, successor: link.successor, type: link.type, lag: link.lag, line: link.line))
            }
        }
        links = []
    }

    private func whyLeftOut(_ link: MSPDILink) -> String? {
        if link.isExternal { return "a relation with a task of another file" }
        switch ends[link.predecessor] {
        case .row(let predecessor): return predecessor == link.successor ? "a relation of a task with itself" : nil
        case .project: return "a relation with the line of the whole project"
        case .leftOut: return "its predecessor is left out"
        case nil: return "the file has no such predecessor"
        }
    }
}
