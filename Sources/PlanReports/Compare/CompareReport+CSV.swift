import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension CompareReport {
    /// One row for each scenario and target; the whole plan is the last row of a scenario.
    public func csv() -> [UInt8] {
        var header = ["scenario", "kind", "id", "name"]
        for plan in ["before", "after"] { header += ["p50", "p80", "mean", "probability_on_time"].map { "\(plan)_\($0)" } }
        for figure in ["p50_minutes", "p80_minutes", "mean_minutes", "probability"] {
            header += ["delta_\(figure)", "delta_\(figure)_low", "delta_\(figure)_high"]
        }
        header += [
            "probability_better", "probability_better_low", "probability_better_high", "share_tied", "variance_ratio",
            "samples",
            "seed",
        ]
        var csv = CSVWriter(header: header)
        for effect in comparison.effects {
            for target in targets(effect) { write(target, effect.applied.scenario.name, to: &csv) }
        }
        return csv.bytes
    }

    private func write(_ target: TargetComparison, _ scenario: String, to csv: inout CSVWriter) {
        csv.cell(scenario)
        csv.cell(names.tree.kind(target.target).rawValue)
        csv.cell(names.id(target.target))
        csv.cell(names.name(target.target))
        for figures in [target.before, target.after] {
            for instant in [figures?.p50, figures?.p80, figures?.mean] { csv.cell(instant.map(date)) }
            csv.cell(figures?.onTime?.value)
        }
        let change = target.change
        for difference in [change?.p50Minutes, change?.p80Minutes, change?.meanMinutes, change?.onTime, change?.better] {
            csv.cell(difference?.value)
            csv.cell(difference?.interval?.lowerBound)
            csv.cell(difference?.interval?.upperBound)
        }
        csv.cell(change?.shareTied)
        csv.cell(change?.varianceRatio)
        csv.cell(comparison.base.settings.samples)
        csv.cell(String(comparison.base.settings.seed))
        csv.endRow()
    }
}
