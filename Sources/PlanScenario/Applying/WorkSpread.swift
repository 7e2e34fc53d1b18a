import PlanModel

/// Gives assignments to people or teams so that all have about as much to do: one after the other to whoever has least for their size.
///
/// The order is that of task ids, so that the result does not depend on the order of rows. Who is on a task already gets it only where
/// nobody else can; then both assignments become one.
struct WorkSpread {
    typealias Holder = ScenarioApplier.Holder

    /// Minutes that everybody has to do, and how much of them there is.
    private var load: [Holder: Double] = [:]
    private let size: [Holder: Double]
    /// The assignment of a task to somebody.
    private var rowOf: [Key: Int] = [:]
    private let applier: ScenarioApplier
    /// What is left to hand over of each donor's work before their share is reached.
    private var allowance: [Holder: Double] = [:]

    private struct Key: Hashable {
        let task: Int, holder: Holder
    }

    /// Where assignments go: rows, in the order of tasks, and who gets each.
    private(set) var moves: [(row: Int, to: Holder)] = []

    /// - Parameters:
    ///   - rows: the assignments that may move; all others stay and count as load.
    ///   - takers: those who may get them.
    init(_ applier: ScenarioApplier, moving rows: [Int], takers: [Holder]) {
        self.applier = applier
        let moving = Set(rows)
        var size: [Holder: Double] = [:]
        for row in applier.plan.assignments.rows {
            guard let holder = applier.holder(ofAssignment: row), let task = applier.plan.assignments.reference(.task, row),
                applier.isOpen(task)
            else { continue }
            rowOf[Key(task: task, holder: holder)] = row
            if moving.contains(row) { size[holder] = 0 } else { load[holder, default: 0] += applier.minutes(ofAssignment: row) }
        }
        for holder in Set(takers).union(size.keys) { size[holder] = applier.size(of: holder) }
        self.size = size
    }

    /// Spreads assignments over some takers.
    mutating func spread(_ rows: [Int], over takers: [Holder]) {
        for row in rows {
            let task = applier.plan.assignments.reference(.task, row)!
            let free = takers.filter { rowOf[Key(task: task, holder: $0)].map { $0 == row } ?? true }
            move(row, to: best(free.isEmpty ? takers : free, applier.minutes(ofAssignment: row)))
        }
    }

    /// Spreads assignments over those who have them and newcomers, who get at most a share of what each has.
    mutating func share(_ rows: [Int], with newcomers: [Holder], most: Double) {
        for row in rows {
            allowance[applier.holder(ofAssignment: row)!, default: 0] += most * applier.minutes(ofAssignment: row)
        }
        for row in rows {
            let (task, owner) = (applier.plan.assignments.reference(.task, row)!, applier.holder(ofAssignment: row)!)
            let minutes = applier.minutes(ofAssignment: row)
            let free = newcomers.filter { rowOf[Key(task: task, holder: $0)] == nil }
            let taker = allowance[owner]! >= minutes ? best([owner] + free, minutes) : owner
            if taker != owner { allowance[owner]! -= minutes }
            move(row, to: taker)
        }
    }

    /// Who would have least to do for their size; the first of several.
    private func best(_ takers: [Holder], _ minutes: Double) -> Holder {
        takers.enumerated().min { left, right in
            let (a, b) = (ratio(left.element, minutes), ratio(right.element, minutes))
            return a != b ? a < b : left.offset < right.offset
        }!.element
    }

    private func ratio(_ holder: Holder, _ minutes: Double) -> Double {
        ((load[holder] ?? 0) + minutes) / max(size[holder] ?? 1, 1e-9)
    }

    private mutating func move(_ row: Int, to holder: Holder) {
        load[holder, default: 0] += applier.minutes(ofAssignment: row)
        let task = applier.plan.assignments.reference(.task, row)!
        if applier.holder(ofAssignment: row) != holder {
            moves.append((row, holder))
            if rowOf[Key(task: task, holder: holder)] == nil { rowOf[Key(task: task, holder: holder)] = row }
        }
    }
}

extension ScenarioApplier {
    /// Who an assignment names.
    func holder(ofAssignment row: Int) -> Holder? {
        plan.assignments.reference(.person, row).map { .person($0) } ?? plan.assignments.reference(.team, row).map { .team($0) }
    }

    /// The person-minutes that are left of an assignment.
    func minutes(ofAssignment row: Int) -> Double {
        Double(remaining(plan.assignments.reference(.task, row)!)) * (plan.assignments.number(.units, row) ?? 1)
    }

    /// How much of somebody there is: their FTE; of a team its capacity, else its people's.
    func size(of holder: Holder) -> Double {
        if let own = baseCapacity(holder) { return own }
        return members(of: holder.row).reduce(0) { $0 + (plan.people.number(.fte, $1) ?? 1) }
    }

    /// The people of a team who have not left by the data date, in natural order of their ids.
    func members(of team: Int) -> [Int] {
        let date = plan.settings.dataDate
        let rows = plan.people.rows.filter {
            plan.people.reference(.team, $0) == team && (plan.people.date(.end, $0).map { $0 > date } ?? true)
        }
        return rows.sorted { NaturalOrder.isBefore(plan.people.text(.id, $0), plan.people.text(.id, $1)) }
    }

    /// The assignments of open tasks that a test wants, in natural order of the tasks' ids, then of who has them.
    func openAssignments(where isWanted: (_ task: Int, _ holder: Holder) -> Bool) -> [Int] {
        let rows = plan.assignments.rows.filter { row in
            guard let task = plan.assignments.reference(.task, row), let holder = holder(ofAssignment: row) else {
                return false
            }
            return isOpen(task) && isWanted(task, holder)
        }
        func key(_ row: Int) -> (String, String) {
            (plan.tasks.text(.id, plan.assignments.reference(.task, row)!), name(holder(ofAssignment: row)!))
        }
        return rows.map { ($0, key($0)) }.sorted { left, right in
            left.1.0 != right.1.0
                ? NaturalOrder.isBefore(left.1.0, right.1.0) : NaturalOrder.isBefore(left.1.1, right.1.1)
        }.map(\.0)
    }

    /// The id of a person or a team.
    func name(_ holder: Holder) -> String {
        switch holder {
        case .person(let row): plan.people.text(.id, row)
        case .team(let row): plan.teams.text(.id, row)
        }
    }

    /// Writes where assignments go; where somebody gets a task twice both become one, of no more units than one full person or the
    /// larger of the two.
    mutating func make(_ moves: [(row: Int, to: Holder)]) {
        guard !moves.isEmpty else { return }
        for (row, holder) in moves {
            if holder.column == .person || plan.assignments.integers(.person) != nil {
                plan.assignments.set(.person, row, holder.column == .person ? Int32(holder.row) : Cell.none)
            }
            if holder.column == .team || plan.assignments.integers(.team) != nil {
                plan.assignments.set(.team, row, holder.column == .team ? Int32(holder.row) : Cell.none)
            }
        }
        let touched = Set(moves.map { plan.assignments.reference(.task, $0.row)! })
        var (kept, gone): ([Pair: Int], Set<Int>) = ([:], [])
        for row in plan.assignments.rows {
            guard let task = plan.assignments.reference(.task, row), touched.contains(task),
                let holder = holder(ofAssignment: row)
            else { continue }
            guard let first = kept[Pair(task: task, holder: holder)] else {
                kept[Pair(task: task, holder: holder)] = row
                continue
            }
            let (a, b) = (plan.assignments.number(.units, first) ?? 1, plan.assignments.number(.units, row) ?? 1)
            plan.assignments.set(.units, first, min(a + b, max(1, a, b)))
            gone.insert(row)
        }
        plan.assignments.raw.removeRows(gone)
    }

    private struct Pair: Hashable {
        let task: Int, holder: Holder
    }
}
