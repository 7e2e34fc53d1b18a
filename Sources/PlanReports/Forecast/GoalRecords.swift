import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// The goals of a forecast for programs.
extension ForecastReport {
    func writeGoals(to json: inout JSONWriter) {
        json.key("goals")
        json.array(onLines: true) { json in
            for goal in goals { write(goal, to: &json) }
        }
    }

    private func write(_ goal: GoalFigures, to json: inout JSONWriter) {
        let chances = goal.chances
        json.object { json in
            json.field("id", names.id(goal.target))
            json.field("measure", goal.measure.isEmpty ? nil : goal.measure)
            json.field("due", names.due(goal.target).map(Spelling.ending))
            json.field("current", goal.current)
            json.field("missed", goal.missed)
            json.field("met", goal.met)
            json.field("exceeded", goal.exceeded)
            json.field("probabilityMissed", chances?.missed.value)
            json.field("probabilityMet", chances?.met.value)
            json.field("probabilityExceeded", chances?.exceeded.value)
            json.field("probabilityAtMissedLevel", chances?.atMissedLevel?.value)
            json.key("standardError")
            json.object { json in
                json.field("probabilityMissed", chances?.missed.standardError)
                json.field("probabilityMet", chances?.met.standardError)
                json.field("probabilityExceeded", chances?.exceeded.standardError)
            }
            json.key("interval")
            json.object { json in
                json.interval("probabilityMissed", chances?.missed.interval)
                json.interval("probabilityMet", chances?.met.interval)
                json.interval("probabilityExceeded", chances?.exceeded.interval)
            }
            json.field("noOutcome", goal.gap?.rawValue)
        }
    }

    /// The goals as CSV, one row each.
    func goalsCSV() -> [UInt8] {
        var csv = CSVWriter(header: [
            "id", "name", "measure", "due", "current", "missed", "met", "exceeded", "probability_missed", "probability_met",
            "probability_exceeded", "probability_at_missed_level", "missed_error", "met_error", "exceeded_error", "no_outcome",
            "samples", "seed",
        ])
        for goal in goals {
            let chances = goal.chances
            csv.cell(names.id(goal.target))
            csv.cell(names.name(goal.target))
            csv.cell(goal.measure)
            csv.cell(names.due(goal.target).map(Spelling.ending))
            for level in [goal.current, goal.missed, goal.met, goal.exceeded] { csv.cell(level) }
            for share in [chances?.missed, chances?.met, chances?.exceeded, chances?.atMissedLevel] { csv.cell(share?.value) }
            for share in [chances?.missed, chances?.met, chances?.exceeded] { csv.cell(share?.standardError) }
            csv.cell(goal.gap?.rawValue)
            csv.cell(forecast.settings.samples)
            csv.cell(String(forecast.settings.seed))
            csv.endRow()
        }
        return csv.bytes
    }
}

extension JSONWriter {
    /// An interval of numbers as `{low, high}`; `null` for none.
    mutating func interval(_ name: String, _ value: ClosedRange<Double>?) {
        key(name)
        guard let value else { return null() }
        object { json in
            json.field("low", value.lowerBound)
            json.field("high", value.upperBound)
        }
    }

    /// A share or a difference with its standard error and interval; `null` for none.
    mutating func estimate(_ name: String, _ value: Double?, _ standardError: Double?, _ interval: ClosedRange<Double>?) {
        key(name)
        guard let value, let standardError, let interval else { return null() }
        object { json in
            json.field("value", value)
            json.field("standardError", standardError)
            json.field("low", interval.lowerBound)
            json.field("high", interval.upperBound)
        }
    }
}
