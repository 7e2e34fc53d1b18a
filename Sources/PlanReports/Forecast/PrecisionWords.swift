import PlanForecast
import PlanModel
import PlanNetwork

/// How exact a forecast became, in words and for scripts.
struct PrecisionWords {
    private let outcome: PrecisionOutcome
    private let names: TargetNames
    private let units: WorkUnits

    /// `nil` where no precision was asked for.
    init?(_ forecast: Forecast, _ names: TargetNames, _ units: WorkUnits) {
        guard let outcome = forecast.precision else { return nil }
        (self.outcome, self.names, self.units) = (outcome, names, units)
    }

    /// One sentence where it was reached; `nil` where a finding tells that it was not.
    var sentence: String? {
        guard outcome.isReached else { return nil }
        guard outcome.target != nil else {
            return "Precision: no target shown has \(isTime ? "a finish" : "a due date and a finish") that is still open"
        }
        return "Precision reached: the standard error of \(figure("every")) is at most \(spelt(outcome.standardError)) "
            + "(asked for: \(spelt(outcome.most)))"
    }

    /// That it was not reached, by how much, and what it would take.
    var finding: Finding? {
        guard !outcome.isReached, let target = outcome.target else { return nil }
        let found = "\(spelt(outcome.standardError)), \(spelt(outcome.standardError - outcome.most)) more than asked for"
        return Finding(
            code: "precision-not-reached",
            message: "after \(Spelling.count(outcome.samples, "sample")) the standard error of \(figure("the")) of "
                + "\(names.title(target)) is \(found); it would take about \(Spelling.count(outcome.samplesNeeded)) samples")
    }

    private var isTime: Bool {
        switch outcome.asked {
        case .minutes: true
        case .share: false
        }
    }

    private func figure(_ article: String) -> String { "\(article) \(isTime ? "P80" : "chance to be on time")" }

    private func spelt(_ error: Double) -> String {
        let value = isTime ? error / Double(units.minutesPerDay) : 100 * error
        let hundredths = Int((min(value, 1e12) * 100).rounded(.up))
        return "\(Double(hundredths) / 100) \(isTime ? "d" : "points")"
    }

    /// The object of results.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("of", isTime ? "p80Minutes" : "probabilityOnTime")
            json.field("asked", outcome.most)
            json.field("reached", outcome.isReached)
            json.field("standardError", outcome.standardError)
            json.field("target", outcome.target.flatMap(names.id))
            json.field("samplesNeeded", outcome.samplesNeeded)
        }
    }
}
