import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

extension SensitivityReport {
    /// What drives each target as CSV, one row for each target and task or event, those with most days first.
    ///
    /// `rank` is empty where days and rank correlation are below the noise floor; days are working days of the plan's calendar.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(header: [
            "target_kind", "target", "kind", "id", "name", "rank", "days", "days_error", "criticality_index",
            "criticality_error",
            "rank_correlation", "noise_floor", "ssi", "planned_days",
        ])
        for target in targets {
            let ranking = ranking(of: target)
            let ranked = ranking.byDays + ranking.byRank
            for (place, row) in (ranked + ranking.noise).enumerated() {
                csv.cell(names.tree.kind(target.target).rawValue)
                csv.cell(names.id(target.target))
                csv.cell(row.kind)
                csv.cell(row.id)
                csv.cell(row.name)
                csv.cell(place < ranked.count ? place + 1 : nil)
                csv.cell(row.minutes.mean / day)
                csv.cell(row.minutes.standardError.map { $0 / day })
                csv.cell(row.criticality?.value)
                csv.cell(row.criticality?.standardError)
                csv.cell(row.correlation)
                csv.cell(target.noise.rankCorrelation)
                csv.cell(row.ssi)
                csv.cell(row.isTask ? Double(forecast.network.values.remaining[row.place]) / day : nil)
                csv.endRow()
            }
        }
        return csv.bytes
    }
}
