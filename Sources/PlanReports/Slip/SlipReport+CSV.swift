import PlanModel
import PlanSchedule

extension SlipReport {
    /// The ledgers as CSV, one row a line; a target without lines has one row whose last cells are empty.
    ///
    /// With a history it has that instead: one row a line of every week.
    public func csv() -> [UInt8] {
        if let weeks { return csv(weeks) }
        var csv = CSVWriter(
            header: [
                "target", "kind", "baseline_finish", "current_finish", "slip_minutes", "line", "task", "name", "project",
                "owner",
                "team", "cause", "predecessor", "minutes", "undo_minutes",
            ])
        for section in sections {
            if section.lines.isEmpty { write(section, nil, nil, to: &csv) }
            for (place, line) in section.lines.enumerated() { write(section, place + 1, line, to: &csv) }
        }
        return csv.bytes
    }

    private func write(_ section: Section, _ number: Int?, _ line: SlipLine?, to csv: inout CSVWriter) {
        csv.cell(names.id(section.end))
        csv.cell(names.kind(section.end))
        csv.cell(section.baselineFinish)
        csv.cell(section.currentFinish)
        csv.cell(section.minutes)
        csv.cell(number)
        for text in [line?.task.id, line?.task.name, line?.project?.id, line?.owner?.id, line?.team?.id] { csv.cell(text) }
        csv.cell(line?.cause.rawValue)
        csv.cell(line?.predecessor?.id)
        csv.cell(line?.minutes)
        csv.cell(line?.undoMinutes)
        csv.endRow()
    }
}
