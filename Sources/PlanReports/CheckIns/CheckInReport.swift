public import PlanModel
public import PlanMonitoring

/// Whether managers and their people meet, with names: what `headway checkins` shows.
public struct CheckInReport: Sendable {
    let plan: Plan
    let checkIns: CheckIns
    let rollUps: CheckInRollUps
    let staleness: ReportStaleness
    /// Whether check-ins go with results; `nil` where that was not asked.
    let results: RhythmResults?
    /// The baseline that slips are from.
    let baseline: String
    /// What text and CSV list alone; `nil` for the whole report.
    let list: CheckInList?
    /// By person row, their place in the natural order of ids.
    private let rank: [Int32]

    /// The report of a plan's check-ins.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - checkIns: of the plan.
    ///   - staleness: of the plan.
    ///   - results: of the check-ins, and the baseline that slips are from; `nil` where they were not asked for.
    ///   - list: what text and CSV list alone; `nil` for the whole report.
    public init(
        of plan: Plan, _ checkIns: CheckIns, _ staleness: ReportStaleness,
        results: (RhythmResults, baseline: String)? = nil, list: CheckInList? = nil
    ) {
        (self.plan, self.checkIns, self.staleness, self.list) = (plan, checkIns, staleness, list)
        (self.results, baseline) = (results?.0, results?.baseline ?? "")
        rollUps = CheckInRollUps(of: checkIns, in: plan)
        var rank = [Int32](repeating: 0, count: plan.people.count)
        if let ids = plan.people.texts(.id), ids.count > 0 {
            for (place, row) in NaturalOrder.sortedRows(ids).enumerated() { rank[Int(row)] = Int32(place) }
        }
        self.rank = rank
    }

    // MARK: order and words

    /// Overdue pairs, those that have climbed most and are overdue longest first, then in the natural order of ids.
    var overdue: [CheckInPair] {
        checkIns.pairs.filter(\.overdue).sorted { left, right in
            if left.overdueDays != right.overdueDays { return left.overdueDays > right.overdueDays }
            return isBefore(left, right)
        }
    }

    /// All pairs in the natural order of ids, those of one employee by time.
    var ordered: [CheckInPair] { checkIns.pairs.sorted(by: isBefore) }

    private func isBefore(_ left: CheckInPair, _ right: CheckInPair) -> Bool {
        left.employee != right.employee
            ? rank[Int(left.employee)] < rank[Int(right.employee)] : left.firstDay < right.firstDay
    }

    /// Groups in the natural order of ids and names, people without a unit last.
    func ordered(_ groups: [CheckInGroup]) -> [CheckInGroup] {
        groups.sorted { left, right in
            if let a = left.manager, let b = right.manager { return rank[Int(a)] < rank[Int(b)] }
            guard let a = left.unit, let b = right.unit else { return left.unit != nil }
            return NaturalOrder.isBefore(a, b)
        }
    }

    func id(_ person: Int32) -> String { plan.people.text(.id, Int(person)) }

    func name(_ person: Int32) -> String { plan.people.text(.name, Int(person)) }

    /// Identifier and name: `E017 Ana Weber`.
    func title(_ person: Int32) -> String { "\(id(person)) \(name(person))" }

    func title(_ group: CheckInGroup) -> String { group.manager.map(title) ?? group.unit ?? "people without a unit" }

    func date(_ day: Int) -> LocalDateTime { LocalDateTime(minutes: Int32(clamping: day * 1440)) }

    /// The share of the meetings due that were held, to whole per cent.
    static func percent(_ figures: CheckInFigures) -> String {
        AlignmentReport.percent(Int64(figures.kept), of: Int64(figures.expected))
    }
}
