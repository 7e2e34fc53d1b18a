import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

extension ForecastReport {
    /// What was asked for as CSV: the targets unless said otherwise.
    public func csv() -> [UInt8] {
        if let rows = request.explanation.csv() { return rows }
        return switch request.table {
        case .targets: targetsCSV()
        case .pairs: pairsCSV()
        case .goals: goalsCSV()
        }
    }

    /// The targets, one row each; the last row is the whole plan.
    private func targetsCSV() -> [UInt8] {
        var csv = CSVWriter(header: [
            "kind", "id", "name", "due", "deterministic_finish", "p10", "p50", "p80", "p90", "mean", "probability_on_time",
            "p50_error_minutes", "p80_error_minutes", "probability_error", "samples", "seed",
        ])
        for figures in targets + [whole] { write(figures, to: &csv) }
        return csv.bytes
    }

    private func write(_ figures: TargetFigures, to csv: inout CSVWriter) {
        csv.cell(names.tree.kind(figures.target).rawValue)
        csv.cell(names.id(figures.target))
        csv.cell(names.name(figures.target))
        csv.cell(names.due(figures.target).map(Spelling.ending))
        let outcome = figures.outcome
        for instant in [figures.deterministicFinish, outcome?.p10, outcome?.p50, outcome?.p80, outcome?.p90, outcome?.mean] {
            csv.cell(instant.map(date))
        }
        csv.cell(figures.onTime?.value)
        csv.cell(outcome?.p50Error)
        csv.cell(outcome?.p80Error)
        csv.cell(figures.onTime?.standardError)
        csv.cell(forecast.settings.samples)
        csv.cell(String(forecast.settings.seed))
        csv.endRow()
    }
}
