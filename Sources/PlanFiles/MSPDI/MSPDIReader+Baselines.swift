import PlanModel

extension MSPDIReader {
    private typealias Field = MSPDIBaselineField

    /// Approved dates of the task that is being read, set 0 to 10.
    func takeBaseline(_ record: XMLRecord) {
        let number = record.integer(Field.number, &notes) ?? 0
        guard (0...10).contains(number) else { return notes.refuse(record, Field.number, "bad-number", "0 to 10") }
        var row = ImportedBaseline(task: 0)
        row.start = record.date(Field.start, &notes)
        row.finish = record.date(Field.finish, &notes)
        row.duration = record.duration(Field.duration, &notes)
        row.effort = record.duration(Field.work, &notes).flatMap { $0 > 0 ? $0 : nil }
        row.cost = record.money(Field.cost, &notes)
        let isEmpty = row.start == nil && row.finish == nil && row.duration == nil && row.effort == nil && row.cost == nil
        if !isEmpty { pending.baselines.append((Int(number), row)) }
    }

    /// The sets by name, in the order of their numbers.
    func settleBaselines() {
        for (number, rows) in baselines.sorted(by: { $0.key < $1.key }) {
            schedule.baselines.append((name: number == 0 ? "baseline" : "baseline\(number)", rows: rows))
        }
    }
}
