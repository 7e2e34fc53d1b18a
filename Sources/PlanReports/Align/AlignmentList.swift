import PlanAlignment
import PlanModel
import PlanNetwork

/// The lists of what is broken.
public enum AlignmentList: String, Sendable, CaseIterable {
    case orphans
    case deadEnds = "dead-ends"
    case lineOfSight = "line-of-sight"
    case singlePoints = "single-points"
    case absentOwners = "absent-owners"
    case leavers
    case unowned
    case hrOwned = "hr-owned"
    case heavyOwners = "heavy-owners"
    case overloaded
    case succession
    case incomplete
    case unassigned
    case undated

    /// What the list holds, as its heading.
    var title: String {
        switch self {
        case .orphans: "Work that serves no initiative"
        case .deadEnds: "Promises without work"
        case .lineOfSight: "People without a line of sight to an initiative"
        case .singlePoints: "Initiatives that hang on one person"
        case .absentOwners: "Owners who are not there"
        case .leavers: "Open tasks assigned to people who have left"
        case .unowned: "Without an owner"
        case .hrOwned: "Initiatives in the hands of HR whose work is done elsewhere"
        case .heavyOwners: "People who answer for more than they can"
        case .overloaded: "People who carry more than they can"
        case .succession: "Left behind by those whom the scenario takes away"
        case .incomplete: "Open tasks that do not say who does what by when"
        case .unassigned: "Open tasks with nobody assigned"
        case .undated: "Without a due date"
        }
    }

    /// The key of the list in JSON.
    var key: String {
        switch self {
        case .deadEnds: "deadEnds"
        case .lineOfSight: "withoutLineOfSight"
        case .singlePoints: "singlePoints"
        case .absentOwners: "absentOwners"
        case .hrOwned: "hrOwned"
        case .heavyOwners: "heavyOwners"
        default: rawValue
        }
    }
}

/// One entry of a list.
struct AlignmentListRow: Sendable {
    /// What is listed: `initiative`, `goal`, `project`, `task` or `person`.
    let kind: String
    let id: String, name: String
    /// The owner of an element, the manager of a person, or whom the entry is about.
    var person: Int?
    /// What is to be said of it.
    var note = ""
    /// Minutes left that it is about.
    var minutes: Int64?
    /// A share or a load.
    var share: Double?
}

extension AlignmentReport {
    /// The entries of a list: what weighs most comes first, of the same weight the higher level, then ids in natural order.
    ///
    /// - Parameter limit: how many of them are wanted; `nil` for all.
    func rows(_ list: AlignmentList, limit: Int? = nil) -> [AlignmentListRow] {
        let rows = unordered(list)
        let rank = ["initiative": 0, "goal": 1, "project": 2, "task": 3, "person": 4]
        func isBefore(_ left: AlignmentListRow, _ right: AlignmentListRow) -> Bool {
            if let a = left.share, let b = right.share, a != b { return a > b }
            if let a = left.minutes, let b = right.minutes, a != b { return a > b }
            let (a, b) = (rank[left.kind]!, rank[right.kind]!)
            return a != b ? a < b : NaturalOrder.isBefore(left.id, right.id)
        }
        guard let limit, limit < rows.count else { return rows.sorted(by: isBefore) }
        var first: [AlignmentListRow] = []
        for row in rows where first.count < limit || isBefore(row, first.last!) {
            first.insert(row, at: first.firstIndex { isBefore(row, $0) } ?? first.count)
            if first.count > limit { first.removeLast() }
        }
        return first
    }

    /// How many entries a list has.
    func count(_ list: AlignmentList) -> Int {
        let (gaps, ownership) = (alignment.gaps, alignment.ownership)
        return switch list {
        case .orphans: gaps.orphans.count
        case .deadEnds: gaps.deadEnds.count
        case .lineOfSight: alignment.coverage.people.total - alignment.coverage.people.covered
        case .singlePoints: ownership.singlePoints.count
        case .absentOwners: gaps.absentOwners.count
        case .leavers: gaps.assignedToLeavers.count
        case .unowned: gaps.unowned.count
        case .hrOwned: ownership.foreign.count
        case .heavyOwners: ownership.heavy.count
        case .overloaded: alignment.load.overloaded.count
        case .succession: succession.count
        case .incomplete: gaps.incomplete.count
        case .unassigned: gaps.unassigned.count
        case .undated: gaps.undated.count
        }
    }

    private func unordered(_ list: AlignmentList) -> [AlignmentListRow] {
        let (gaps, ownership) = (alignment.gaps, alignment.ownership)
        switch list {
        case .orphans:
            return gaps.orphans.map { orphan in
                row(orphan.element, Spelling.count(orphan.openTasks, "open task"), orphan.minutes)
            }
        case .deadEnds:
            return gaps.deadEnds.map { element in
                row(element, element.level == .initiative ? "no goal" : element.level == .goal ? "no project" : "no task")
            }
        case .lineOfSight: return blindRows
        case .singlePoints:
            return ownership.singlePoints.map { point in
                AlignmentListRow(
                    kind: "initiative", id: plan.initiatives.text(.id, Int(point.initiative)),
                    name: plan.initiatives.text(.name, Int(point.initiative)), person: Int(point.person),
                    note: "\(Self.percent(point.minutes, of: point.total)) of its work", minutes: point.minutes,
                    share: point.share)
            }
        case .absentOwners: return gaps.absentOwners.map(row)
        case .leavers: return gaps.assignedToLeavers.map(row)
        case .unowned: return gaps.unowned.map { row($0) }
        case .hrOwned: return foreignRows
        case .heavyOwners: return heavyRows
        case .overloaded: return overloadedRows
        case .succession: return succession.map(row)
        case .incomplete: return gaps.incomplete.map(row)
        case .unassigned: return gaps.unassigned.map { row($0, "", alignment.effort.ofTask[Int($0.row)]) }
        case .undated: return gaps.undated.map { row($0) }
        }
    }

    private func row(_ element: AlignmentElement, _ note: String = "", _ minutes: Int64? = nil) -> AlignmentListRow {
        let row = Int(element.row)
        let (table, owner): (RawTable, Int?) =
            switch element.level {
            case .initiative: (plan.initiatives.raw, plan.initiatives.reference(.owner, row))
            case .goal: (plan.goals.raw, plan.goals.reference(.owner, row))
            case .project: (plan.projects.raw, plan.projects.reference(.owner, row))
            case .task: (plan.tasks.raw, plan.tasks.reference(.owner, row))
            }
        // The second column of each of these tables is the name.
        return AlignmentListRow(
            kind: "\(element.level)", id: table.identifier(row), name: table.texts(1)?[row] ?? "", person: owner, note: note,
            minutes: minutes)
    }

    private func row(_ absent: AlignmentGaps.AbsentOwner) -> AlignmentListRow {
        var row = row(absent.element)
        row.person = Int(absent.person)
        let date = absent.reason == .toCome ? plan.people.date(.start, row.person!) : plan.people.date(.end, row.person!)
        row.note =
            absent.reason.rawValue
            + (date.map { absent.reason == .toCome ? ", on \(Spelling.day($0))" : ", \(Spelling.lastDay($0))" } ?? "")
        return row
    }

    private func row(_ gap: SuccessionGaps.Gap) -> AlignmentListRow {
        var row = row(gap.element)
        row.person = Int(gap.person)
        row.note = (gap.isOwner ? "owner" : "the only one at work") + " leaves, \(Spelling.lastDay(gap.on))"
        return row
    }

    private func row(_ incomplete: AlignmentGaps.Incomplete) -> AlignmentListRow {
        let missing = [
            incomplete.hasWho ? nil : "nobody", incomplete.hasWhat ? nil : "no name", incomplete.hasWhen ? nil : "no date",
        ]
        return row(
            AlignmentElement(.task, Int(incomplete.task)), Spelling.list(missing.compactMap(\.self)),
            alignment.effort.ofTask[Int(incomplete.task)])
    }

    private func person(_ person: Int, _ note: String, minutes: Int64? = nil, share: Double? = nil) -> AlignmentListRow {
        AlignmentListRow(
            kind: "person", id: plan.people.text(.id, person), name: plan.people.text(.name, person),
            person: plan.people.reference(.manager, person), note: note, minutes: minutes, share: share)
    }

    private var blindRows: [AlignmentListRow] {
        alignment.blindPeople(of: plan).map { person($0, Self.words(alignment.sight.ofPerson[$0])) }
    }

    private var foreignRows: [AlignmentListRow] {
        alignment.ownership.foreign.map { foreign in
            AlignmentListRow(
                kind: "initiative", id: plan.initiatives.text(.id, Int(foreign.initiative)),
                name: plan.initiatives.text(.name, Int(foreign.initiative)), person: Int(foreign.owner),
                note: "\(foreign.unit) does \(Self.percent(foreign.share)), HR \(Self.percent(foreign.ownShare)) of its work")
        }
    }

    private var heavyRows: [AlignmentListRow] {
        alignment.ownership.heavy.map { heavy in
            let parts = [(heavy.initiatives, "initiative"), (heavy.goals, "goal"), (heavy.projects, "project")]
            return person(
                Int(heavy.person), Spelling.list(parts.filter { $0.0 > 0 }.map { Spelling.count($0.0, $0.1) }),
                share: Double(heavy.total))
        }
    }

    private var overloadedRows: [AlignmentListRow] {
        alignment.load.overloaded.map { entry in
            let (work, room) = (days(entry.minutes), days(entry.capacity))
            let until = Spelling.lastDay(network.date(of: entry.until))
            return person(
                Int(entry.person), "\(work) of work, \(room) of time until \(until)", minutes: entry.minutes, share: entry.load)
        }
    }

    /// Minutes as working days.
    func days(_ minutes: Int64) -> String { Spelling.days(Int(minutes), plan.settings.units) }
}
