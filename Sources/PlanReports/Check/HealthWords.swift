import PlanModel
import PlanSchedule

/// A plan's health in words: ids for rows, numbers with their units.
struct HealthWords: Sendable {
    let plan: Plan
    let health: Health

    init(_ plan: Plan, _ health: Health) { (self.plan, self.health) = (plan, health) }

    /// How many points passed: `9 of 13 points passed, score 0.69`.
    var score: String {
        guard let score = health.score else { return "no point of the DCMA assessment is applicable" }
        return
            "\(health.passed) of \(Spelling.count(health.applicable, "applicable DCMA point")) passed, score \(Self.ratio(score))"
    }

    /// Two digits that never round up to a bound that was missed: `0.94`.
    static func ratio(_ value: Double) -> String {
        let hundredths = Int((value * 100 + 1e-9).rounded(.down))
        let digits = hundredths.magnitude % 100
        return (hundredths < 0 ? "-" : "") + "\(hundredths.magnitude / 100)." + (digits < 10 ? "0" : "") + "\(digits)"
    }

    /// A share to a tenth of a per cent: `4.9 %`; `< 0.1 %` and `> 99.9 %` where rounding would claim none or all.
    static func percent(_ value: Double) -> String {
        if value > 0, value < 0.001 { return "< 0.1 %" }
        if value < 1, value > 0.999 { return "> 99.9 %" }
        let tenths = Int((value * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    /// A value or threshold of a point: a share in per cent, an index to two digits.
    static func value(_ value: Double, of point: DCMAPoint) -> String {
        switch point {
        case .criticalPathLength, .baselineExecution: ratio(value)
        default: percent(value)
        }
    }

    /// What a value is made of: `12 of 571 tasks`, `600 d of 600 d`.
    func parts(_ result: DCMAResult) -> String {
        switch result.unit {
        case .minutes:
            "\(Spelling.days(result.numerator, plan.settings.units)) of \(Spelling.days(result.denominator, plan.settings.units))"
        case .tasks, .relations: "\(Spelling.count(result.numerator)) of \(Spelling.count(result.denominator))"
        }
    }

    /// What a result needs to be understood beside its numbers; empty where that is nothing.
    func remark(_ result: DCMAResult) -> String {
        switch result.point {
        case .criticalPathTest:
            guard let test = health.criticalPathTest, let moved = test.moved else { return "" }
            let task = ids(result.offenders, most: 1)
            let units = plan.settings.units
            return
                "\(task) takes \(Spelling.days(Int(test.delay), units)) longer, the finish moves \(Spelling.days(Int(moved), units))"
        case .criticalPathLength:
            guard result.verdict != .notApplicable, let path = health.criticalPathLength else { return "" }
            let end = path.measure == .baseline ? "the baseline's finish" : "the date that constraints set"
            let units = plan.settings.units
            return
                "length \(Spelling.days(Int(path.length), units)), float \(Spelling.days(Int(path.totalFloat), units)) to \(end)"
        default: return ""
        }
    }

    /// Ids of rows, the first of them with how many more there are: `T1, T2 and 3 more`; relations as `A → B`.
    func ids(_ offenders: HealthOffenders, most: Int) -> String {
        let names: [String]
        switch offenders {
        case .tasks(let rows): names = rows.prefix(most).map { plan.tasks.text(.id, $0) }
        case .dependencies(let rows):
            names = rows.prefix(most).map { row in
                let ends = ends(row)
                return "\(ends.from) → \(ends.to)"
            }
        }
        let more = offenders.count - names.count
        return printable(names.joined(separator: ", ")) + (more > 0 ? " and \(Spelling.count(more)) more" : "")
    }

    /// The ids of both ends of a relation.
    func ends(_ row: Int) -> (from: String, to: String) {
        func id(_ column: DependencyColumn) -> String {
            guard let raw = plan.dependencies.integers(column)?[row] else { return "" }
            let end = ElementReference(raw: raw)
            return plan[DependencyColumn.ends[end.table]].identifier(end.row)
        }
        return (id(.predecessor), id(.successor))
    }

    /// What speaks for and against a practice.
    func evidence(_ result: GAOResult) -> String {
        let points = result.points.map { point, verdict in
            "point \(point.rawValue) \(verdict == .notApplicable ? "not applicable" : verdict.rawValue)"
        }
        let numbers = result.evidence.map { evidence in
            Spelling.count(evidence.count) + (evidence.total.map { " of \(Spelling.count($0))" } ?? "") + " \(evidence.name)"
        }
        return (points + numbers + [result.remark].compactMap(\.self)).joined(separator: "; ")
    }
}
