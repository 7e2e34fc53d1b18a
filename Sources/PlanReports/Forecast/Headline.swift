import PlanModel
import PlanNetwork
import PlanStatistics

extension ForecastReport {
    /// From this chance on a target will most likely be on time.
    static let likely = 0.8
    /// No more targets at risk than this are named.
    private static let named = 3

    /// The forecast in one sentence that can be repeated.
    var headline: String {
        let promised = targets.filter { $0.onTime != nil }
        guard !promised.isEmpty else { return headlineWithoutDue }
        let atRisk = promised.filter { $0.onTime!.value < Self.likely }.sorted { $0.onTime!.hits < $1.onTime!.hits }
        let all = noun(promised.count)
        guard !atRisk.isEmpty else { return headlineOfSuccess(promised, all) }
        let likely = promised.count - atRisk.count
        if promised.count == 1 { return "\(title(atRisk[0])) is at risk: \(chance(atRisk[0]))." }
        let start = likely == 0 ? "None of \(all) is likely to be on time" : "Of \(all) \(likely) will most likely be on time"
        if atRisk.count == 1 { return "\(start); \(title(atRisk[0])) is the one at risk: \(chance(atRisk[0]))." }
        let listed = atRisk.prefix(Self.named).map { "\(title($0)) (\(chance($0)))" }
        let more = atRisk.count > Self.named ? ["\(atRisk.count - Self.named) more"] : []
        return "\(start); at risk are \(Spelling.list(listed + more))."
    }

    private func headlineOfSuccess(_ promised: [TargetFigures], _ all: String) -> String {
        let closest = promised.min { $0.onTime!.hits < $1.onTime!.hits }!
        if promised.count == 1 { return "\(title(closest)) will most likely be on time: \(chance(closest))." }
        return "All \(all) will most likely be on time; the closest call is \(title(closest)): \(chance(closest))."
    }

    private var headlineWithoutDue: String {
        guard let outcome = whole.outcome else { return "The plan has no task, so there is nothing to forecast." }
        let error = outcome.p80Error / Double(plan.settings.units.minutesPerDay)
        return
            "No target shown has a due date; with 80 % probability all work is done by \(Spelling.lastDay(date(outcome.p80), errorDays: error))."
    }

    private func title(_ figures: TargetFigures) -> String { printable(names.title(figures.target)) }

    private func chance(_ figures: TargetFigures) -> String {
        "\(Spelling.percent(figures.onTime!)) by \(names.due(figures.target).map(Spelling.lastDay) ?? "")"
    }

    private func noun(_ count: Int) -> String {
        let kinds = Set(targets.filter { $0.onTime != nil }.map { names.tree.kind($0.target) })
        return Spelling.count(count, kinds.count == 1 ? kinds.first!.rawValue : "target")
    }
}
