import PlanModel
import PlanNetwork
import PlanSchedule

extension PathReport {
    /// The paths as CSV, a row for each task of each.
    func csv() -> [UInt8] {
        var csv = CSVWriter(header: [
            "target", "path", "float_minutes", "joins", "place", "task", "start", "finish", "drag_minutes",
        ])
        let lookup = PathEndLookup(plan, schedule.network)
        for section in sections {
            let target = lookup.word(for: section.end)
            for (number, path) in section.paths.enumerated() {
                for (place, node) in path.nodes.enumerated() {
                    csv.cell(target)
                    csv.cell(number + 1)
                    csv.cell(path.float)
                    csv.cell(path.joins.map(id))
                    csv.cell(place + 1)
                    csv.cell(id(node))
                    csv.cell(schedule.date(schedule.startInstant(node)))
                    csv.cell(schedule.date(schedule.finishInstant(node)))
                    csv.cell(number == 0 ? Int(section.drags[place]) : nil)
                    csv.endRow()
                }
            }
        }
        return csv.bytes
    }
}
