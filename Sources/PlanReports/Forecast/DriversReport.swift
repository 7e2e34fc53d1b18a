import PlanForecast
import PlanNetwork
import PlanStatistics

/// Risks and drivers alone: what `--drivers` shows.
extension SensitivityReport {
    /// Risks and drivers for people: how likely, how often, how severe, how many days on which path, and what became of correlations.
    public func driverText(_ style: Style) -> [String] {
        guard !sensitivity.events.isEmpty else {
            return [style.heading("Risks and drivers"), "  The plan has none that touch open work (risks.csv, impacts.csv)."]
        }
        var lines = [style.heading("Risks and drivers")]
        lines += wrapped(
            "Days: mean working days by which each lengthens the tasks on a driving path, ± standard error.",
            width: style.width - 2
        ).map { "  " + style.paint($0, .faint) }
        lines += overview(style)
        for target in targets {
            let rows = rows(of: target).filter { !$0.isTask && ($0.minutes.mean != 0 || $0.minutes.standardError ?? 0 != 0) }
            guard !rows.isEmpty else { continue }
            lines += [""] + days(rows, target, style)
        }
        return lines + repairLines(style)
    }

    private func overview(_ style: Style) -> [String] {
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: "Kind"), .init(title: "Probability", isRight: true),
            .init(title: "Happened", isRight: true), .init(title: "Severity", isRight: true),
        ])
        for place in eventsInOrder {
            let (event, figures) = (event(place), sensitivity.events[place])
            table.add([
                .init("\(event.id) \(event.name)"), .init(event.kind), .init(Self.percent(probability(place))),
                .init(Spelling.percentWithError(figures.happened)),
                .init(figures.meanSeverity.map { "× " + Spelling.number($0, decimals: 2) } ?? "-"),
            ])
        }
        return table.without(style.width < 60 ? [1, 4] : []).lines(style)
    }

    private static func percent(_ probability: Double) -> String {
        let percent = probability * 100
        return Spelling.number(percent, decimals: percent == percent.rounded() ? 0 : 1) + " %"
    }

    private func days(_ rows: [SensitivityRow], _ target: TargetSensitivity, _ style: Style) -> [String] {
        var table = TextTable([
            .init(title: names.title(target.target), isFlexible: true), .init(title: "Days", isRight: true),
            .init(title: "Rank correlation", isRight: true),
        ])
        for row in rows {
            let isRanked = row.minutes.isAboveNoise ?? true
            table.add([
                .init("  \(row.id) \(row.name)"),
                .init(
                    isRanked ? Spelling.difference(row.minutes.mean / day, row.minutes.standardError.map { $0 / day }) : "noise"
                ),
                .init(target.noise.isAbove(row.correlation) ? Spelling.number(row.correlation, decimals: 2) : "noise"),
            ])
        }
        return table.lines(style)
    }

    private func repairLines(_ style: Style) -> [String] {
        guard let repair = sensitivity.severityRepair else { return [] }
        let stated = Spelling.count(repair.pairs.count, "correlation")
        guard repair.wasRepaired else {
            return [""] + wrapped("\(stated) of severities, used as stated: they fit together.", width: style.width)
        }
        let changed = repair.pairs.sorted { abs($0.used - $0.stated) > abs($1.used - $1.stated) }.prefix(10).map { pair in
            "\(event(pair.first).id) and \(event(pair.second).id) \(Spelling.number(pair.stated, decimals: 2)) → "
                + Spelling.number(pair.used, decimals: 2)
        }
        let largest = Spelling.number(repair.largestChange, decimals: 3)
        let text =
            "note: the \(stated) of severities cannot hold together; the nearest that can are used. No rank correlation changed by more "
            + "than \(largest). Stated → used: \(changed.joined(separator: "; "))."
        return [""] + wrapped(printable(text), width: style.width, indent: 6)
    }

    /// Risks and drivers as CSV, one row for each event and target.
    public func driversCSV() -> [UInt8] {
        var csv = CSVWriter(header: [
            "id", "name", "kind", "probability", "happened", "mean_severity", "target_kind", "target", "days", "days_error",
            "rank_correlation", "noise_floor",
        ])
        for place in eventsInOrder {
            let (event, figures) = (event(place), sensitivity.events[place])
            for target in targets {
                csv.cell(event.id)
                csv.cell(event.name)
                csv.cell(event.kind)
                csv.cell(probability(place))
                csv.cell(figures.happened.value)
                csv.cell(figures.meanSeverity)
                csv.cell(names.tree.kind(target.target).rawValue)
                csv.cell(names.id(target.target))
                csv.cell(target.events[place].minutes.mean / day)
                csv.cell(target.events[place].minutes.standardError.map { $0 / day })
                csv.cell(target.events[place].rankCorrelation)
                csv.cell(target.noise.rankCorrelation)
                csv.endRow()
            }
        }
        return csv.bytes
    }
}
