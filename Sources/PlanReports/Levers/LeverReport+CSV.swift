import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension LeverReport {
    /// One row for each set that was simulated, in the order in which it was; then those run again on fresh random numbers.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(header: [
            "moves", "size", "cost", "probability_on_time", "standard_error", "low", "high", "delta_probability",
            "delta_probability_low", "delta_probability_high", "delta_mean_minutes", "delta_p80_minutes", "verdict",
            "confirmation", "answer", "samples",
            "seed",
        ])
        for trial in outcome.trials { write(trial, isConfirmation: false, to: &csv) }
        for trial in outcome.confirmations { write(trial, isConfirmation: true, to: &csv) }
        return csv.bytes
    }

    private func write(_ trial: LeverTrial, isConfirmation: Bool, to csv: inout CSVWriter) {
        csv.cell(names(trial.moves).joined(separator: " + "))
        csv.cell(trial.moves.count)
        csv.cell(trial.cost)
        csv.cell(trial.onTime.value)
        csv.cell(trial.onTime.standardError)
        csv.cell(trial.onTime.interval.lowerBound)
        csv.cell(trial.onTime.interval.upperBound)
        csv.cell(trial.gain.value)
        csv.cell(trial.gain.interval?.lowerBound)
        csv.cell(trial.gain.interval?.upperBound)
        csv.cell(trial.change.meanMinutes.value)
        csv.cell(trial.change.p80Minutes.value)
        csv.cell(trial.verdict.rawValue)
        csv.cell(isConfirmation ? "yes" : "no")
        csv.cell(trial.moves == outcome.answer?.moves ? "yes" : "no")
        csv.cell(trial.samples)
        csv.cell(String(trial.seed))
        csv.endRow()
    }
}
