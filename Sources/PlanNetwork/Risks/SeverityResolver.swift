import PlanModel
import PlanStatistics

/// How bad each event is where it happens: the range of its row, else 1.
struct SeverityResolver {
    /// One row's severity.
    struct Severity {
        /// What is drawn; `nil` where the severity is certain.
        var law: EstimateLaw?
        /// The certain severity.
        var constant = 1.0

        /// The least and the greatest severity.
        var least: Double { law?.least ?? constant }
        var greatest: Double { law?.greatest ?? constant }
    }

    let plan: Plan
    private(set) var faults: [Fault] = []

    init(plan: Plan) { self.plan = plan }

    /// The severity of a row.
    mutating func severity(_ row: Int, _ tables: inout QuantileTables) -> Severity {
        let risks = plan.risks
        let named = risks.reference(.distribution, row).flatMap { DistributionName(rawValue: Int32($0)) }
        let (low, high) = (risks.number(.optimistic, row), risks.number(.pessimistic, row))
        let mode = risks.number(.mostLikely, row)
        let stored = risks.text(.outcomes, row)
        if named == .fixed {
            if let certain = mode ?? risks.number(.mean, row) { return Severity(constant: certain) }
            return refuse(row, "most_likely", "expected the most likely factor, or the mean, of a fixed severity (found none)")
        }
        if named == .empirical {
            return refuse(row, "distribution", "expected another distribution: events have no history (found empirical)")
        }
        if named == .discrete || !stored.isEmpty { return discrete(row, named, stored, &tables) }
        if let low, let high {
            if low == high { return Severity(constant: low) }
            let law = EstimateLaw.threePoints(low, mode ?? (low + high) / 2, high, named ?? plan.settings.distribution)
            return drawn(law, row, UncertaintyResolver.noSuchLaw, certain: mode ?? low)
        }
        if low != nil || high != nil {
            return refuse(row, "optimistic", "half a range; expected both optimistic and pessimistic, or neither")
        }
        if let mean = risks.number(.mean, row), let deviation = risks.number(.deviation, row) {
            let law = EstimateLaw.moments(mean, deviation, named ?? .lognormal)
            return drawn(law, row, "mean and sd describe a lognormal or normal distribution only", certain: mean)
        }
        if risks.number(.mean, row) != nil || risks.number(.deviation, row) != nil || mode != nil {
            return refuse(
                row, "distribution", "expected optimistic and pessimistic, or mean and sd, or outcomes (found a part)")
        }
        if named != nil {
            return refuse(row, "distribution", "expected a range for the distribution \(named!.word) (found none)")
        }
        return Severity()
    }

    private mutating func discrete(
        _ row: Int, _ named: DistributionName?, _ stored: String, _ tables: inout QuantileTables
    ) -> Severity {
        guard named == nil || named == .discrete else {
            return refuse(row, "outcomes", "expected no outcomes, or the distribution discrete (found \(named!.word))")
        }
        guard let outcomes = Outcomes(stored: stored) else {
            return refuse(
                row, "outcomes",
                "expected values and probabilities that sum to 1, such as 0.9:0.5; 1.5:0.5 (found \"\(stored)\")")
        }
        let table = StepQuantile(outcomes)
        if table.least == table.greatest { return Severity(constant: outcomes.all[0].value) }
        return Severity(law: EstimateLaw(times: 1, of: table, in: &tables))
    }

    private mutating func drawn(_ law: EstimateLaw?, _ row: Int, _ message: String, certain: Double) -> Severity {
        guard let law else { return refuse(row, "optimistic", message) }
        if law.shape == .fixed { return Severity(constant: law.first) }
        return law.isPoint ? Severity(constant: certain) : Severity(law: law)
    }

    private mutating func refuse(_ row: Int, _ column: String, _ message: String) -> Severity {
        let place = plan.risks.raw.place(ofRow: row)
        faults.append(
            Fault(
                code: "bad-estimate", file: place.file, line: place.line, column: column,
                message: "event \(plan.risks.raw.identifier(row)): \(message)"))
        return Severity()
    }
}
