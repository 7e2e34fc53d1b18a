import PlanModel

/// The capacity of one person or team over time, as an edit changes it: a base and stretches that differ from it.
struct CapacitySchedule {
    /// Where the value changes: from the minute on; the first entry is the beginning of time.
    private var points: [(from: Int32, value: Double)]

    /// What a base and rows of `availability` come to: of rows that overlap the one that begins later counts, of those that begin
    /// together the shorter one.
    init(base: Double, rows: [(from: Int32, to: Int32, value: Double)]) {
        let sorted = rows.sorted { ($0.from, $1.to, $0.value) < ($1.from, $0.to, $1.value) }
        let edges = Set([Int32.min] + rows.flatMap { [$0.from, $0.to] }).filter { $0 < Int32.max }.sorted()
        points = edges.map { at in (at, sorted.last { $0.from <= at && at < $0.to }?.value ?? base) }
    }

    /// The value at a moment.
    func value(at minute: Int32) -> Double { points.last { $0.from <= minute }!.value }

    /// Changes the values from one minute up to another one.
    mutating func change(from: Int32, to: Int32, _ new: (Double) -> Double) {
        guard from < to else { return }
        for edge in [from, to] where edge < Int32.max && !points.contains(where: { $0.from == edge }) {
            points.append((edge, value(at: edge)))
            points.sort { $0.from < $1.from }
        }
        for place in points.indices where points[place].from >= from && points[place].from < to {
            points[place].value = new(points[place].value)
        }
    }

    /// The stretches that differ from a base, apart and in order.
    func rows(base: Double) -> [(from: Int32, to: Int32, value: Double)] {
        var rows: [(from: Int32, to: Int32, value: Double)] = []
        for (place, point) in points.enumerated() where point.value != base {
            let to = place + 1 < points.count ? points[place + 1].from : Int32.max
            if let last = rows.last, last.to == point.from, last.value == point.value {
                rows[rows.count - 1].to = to
            } else {
                rows.append((point.from, to, point.value))
            }
        }
        return rows
    }
}

extension ScenarioApplier {
    /// Whose capacity.
    enum Holder: Hashable {
        case person(Int), team(Int)

        var column: AvailabilityColumn { if case .person = self { .person } else { .team } }
        var row: Int {
            switch self {
            case .person(let row), .team(let row): row
            }
        }
    }

    /// The rows of `availability` that set a holder's capacity; absences stay apart.
    private func capacityRows(of holder: Holder) -> [Int] {
        plan.availability.rows.filter {
            plan.availability.reference(holder.column, $0) == holder.row && plan.availability.number(.capacity, $0) != nil
        }
    }

    /// What there is of a holder by its own cell: a person's FTE, a team's capacity; `nil` of a team that has that of its people.
    func baseCapacity(_ holder: Holder) -> Double? {
        switch holder {
        case .person(let row): plan.people.number(.fte, row) ?? 1
        case .team(let row): plan.teams.number(.capacity, row)
        }
    }

    /// The capacity of a holder as the plan has it.
    func capacity(of holder: Holder, base: Double) -> CapacitySchedule {
        CapacitySchedule(
            base: base,
            rows: capacityRows(of: holder).map { row in
                (
                    plan.availability.integer(.from, row)!, plan.availability.integer(.to, row) ?? Int32.max,
                    plan.availability.number(.capacity, row)!
                )
            })
    }

    /// Writes a holder's capacity, in place of the rows that it had.
    mutating func write(_ schedule: CapacitySchedule, of holder: Holder, base: Double) {
        plan.availability.raw.removeRows(Set(capacityRows(of: holder)))
        let rows = schedule.rows(base: base)
        let first = plan.availability.count
        plan.availability.raw.appendRows(rows.count)
        for (place, row) in rows.enumerated() {
            plan.availability.set(holder.column, first + place, Int32(holder.row))
            plan.availability.set(.from, first + place, max(row.from, plan.settings.epoch.minutes))
            if row.to < Int32.max { plan.availability.set(.to, first + place, row.to) }
            plan.availability.set(.capacity, first + place, row.value)
        }
    }

    /// Changes a holder's capacity for a time. A team without a capacity of its own is left to its people.
    ///
    /// - Returns: whether anything changed.
    @discardableResult
    mutating func changeCapacity(
        of holder: Holder, from: LocalDateTime?, until: LocalDateTime?, _ new: (Double) -> Double
    ) -> Bool {
        guard let base = baseCapacity(holder) else { return false }
        let start = from ?? plan.settings.dataDate
        var schedule = capacity(of: holder, base: base)
        let before = schedule.rows(base: base)
        schedule.change(from: start.minutes, to: until?.minutes ?? Int32.max) { max(0, new($0)) }
        guard !schedule.rows(base: base).elementsEqual(before, by: ==) else { return false }
        write(schedule, of: holder, base: base)
        return true
    }
}
