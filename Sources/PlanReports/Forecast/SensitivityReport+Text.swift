import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

extension SensitivityReport {
    /// Rows shown for each target: by days, by rank alone, of merge points, of changes.
    private static let shownByDays = 10, shownByRank = 5, shownMerges = 5, shownChanges = 10
    /// No more targets than this get a section.
    private static let shownTargets = 12
    private static let barWidth = 9

    /// One section a target for people: a tornado in days, merge points, what certainty would bring, where the ranking stops.
    public func text(_ style: Style) -> [String] {
        var lines: [String] = []
        for target in targets.prefix(Self.shownTargets) { lines += (lines.isEmpty ? [] : [""]) + section(target, style) }
        if targets.count > Self.shownTargets {
            lines += [""]
            lines += wrapped(
                "\(Spelling.count(targets.count - Self.shownTargets, "more target")) not shown; name them with --target, or use "
                    + "--format json.", width: style.width)
        }
        return lines
    }

    private func section(_ target: TargetSensitivity, _ style: Style) -> [String] {
        let ranking = ranking(of: target)
        let title = "What drives \(printable(names.title(target.target)))"
        let legend =
            "Days: mean working days on its driving path beyond the plan, ± standard error; a task's include what drivers and risks add "
            + "to it."
        var lines = wrapped(title, width: style.width).map(style.heading)
        lines += wrapped(legend, width: style.width - 2).map { "  " + style.paint($0, .faint) }
        if !ranking.byDays.isEmpty || !ranking.byRank.isEmpty { lines += tornado(ranking, target.noise, style) }
        for block in [merges(target, style), changes(target, style), end(target, ranking, style)] where !block.isEmpty {
            lines += block
        }
        return lines
    }

    private func tornado(_ ranking: SensitivityRanking, _ noise: NoiseFloor, _ style: Style) -> [String] {
        let shown = Array(ranking.byDays.prefix(Self.shownByDays))
        let bars = SensitivityBars(shown.map(\.minutes.mean), width: Self.barWidth)
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: ""), .init(title: ""), .init(title: "Days", isRight: true),
            .init(title: "On path", isRight: true), .init(title: "Cruciality", isRight: true),
            .init(title: "SSI", isRight: true),
        ])
        for row in shown + ranking.byRank.prefix(Self.shownByRank) {
            let isRanked = row.minutes.isAboveNoise ?? true
            table.add([
                .init("\(row.id) \(row.name)"), .init(row.isTask ? "" : row.kind),
                .init(isRanked ? bars.bar(row.minutes.mean) : ""), .init(isRanked ? days(row.minutes) : "noise"),
                .init(row.criticality.map(Spelling.percent) ?? "-"),
                .init(noise.isAbove(row.correlation) ? Spelling.number(row.correlation, decimals: 2) : "noise"),
                .init(row.ssi.map { Spelling.number($0, decimals: 2) } ?? "-"),
            ])
        }
        // Where room is scarce bars go first, then the index that says least, then the kind.
        let left: Set<Int> = style.width >= 76 ? [] : style.width >= 66 ? [2] : style.width >= 56 ? [2, 6] : [1, 2, 5, 6]
        return table.without(left).lines(style)
    }

    private func days(_ minutes: PathMinutes) -> String {
        Spelling.difference(minutes.mean / day, minutes.standardError.map { $0 / day })
    }

    private func merges(_ target: TargetSensitivity, _ style: Style) -> [String] {
        let shown = target.mergePoints.filter { $0.minutesOnPath >= day / 20 }.prefix(Self.shownMerges)
        guard !shown.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "Where paths meet", isFlexible: true), .init(title: "Merge bias", isRight: true),
            .init(title: "On path", isRight: true), .init(title: "Days felt", isRight: true),
        ])
        for point in shown {
            let task = task(point.node)
            table.add([
                .init("\(task.id) \(task.name)"), .init(Spelling.number(point.biasMinutes / day, decimals: 1, signed: true)),
                .init(Spelling.percent(point.criticality)),
                .init(Spelling.number(point.minutesOnPath / day, decimals: 1, signed: true)),
            ])
        }
        return [""] + table.without(style.width < 50 ? [1] : []).lines(style)
    }

    private func changes(_ target: TargetSensitivity, _ style: Style) -> [String] {
        let place = sensitivity.targets.firstIndex { $0.target == target.target }!
        let runs = runs.map { (change: $0.change, effect: $0.effects[place]) }
        guard !runs.isEmpty else { return [] }
        let all = runs.enumerated().filter { $1.effect.shows(day: day) }.sorted {
            let (left, right) = (abs($0.1.effect.meanMinutes.value), abs($1.1.effect.meanMinutes.value))
            return left != right ? left > right : $0.0 < $1.0
        }.map(\.1)
        let idle = runs.count - all.count
        let note =
            idle == 0
            ? []
            : wrapped(
                "\(Spelling.verb(idle, "other change makes", "other changes make")) no difference that shows here.",
                width: style.width - 2
            ).map { "  " + $0 }
        guard !all.isEmpty else { return [""] + note.map { style.paint($0, .faint) } }
        var table = TextTable([
            .init(title: "If this were certain, in days", isFlexible: true), .init(title: "Mean", isRight: true),
            .init(title: "P50", isRight: true), .init(title: "P80", isRight: true),
            .init(title: "On time, pts", isRight: true),
        ])
        for run in all.prefix(Self.shownChanges) {
            table.add([
                .init(words(run.change)), .init(Spelling.difference(run.effect.meanMinutes, per: day)),
                .init(Spelling.difference(run.effect.p50Minutes, per: day)),
                .init(Spelling.difference(run.effect.p80Minutes, per: day)),
                .init(run.effect.onTime.map { Spelling.difference($0, per: 0.01) } ?? "-"),
            ])
        }
        let hasDue = all.contains { $0.effect.onTime != nil }
        let left: Set<Int> = style.width >= 72 ? [] : style.width >= 58 ? [2] : [1, 2]
        return [""] + table.without(left.union(hasDue ? [] : [4])).lines(style) + note.map { style.paint($0, .faint) }
    }

    /// What a change is, in words.
    private func words(_ change: CertainRun.Change) -> String {
        switch change {
        case .duration(let node):
            let minutes = Int(forecast.network.values.remaining[node])
            return "\(task(node).id) without its range: \(Spelling.days(minutes, plan.settings.units))"
        case .absence(let place):
            let event = event(place)
            return event.kind == "existence" ? "what \(event.id) decides exists" : "no \(event.id) \(event.name)"
        case .mitigation(let place): return "\(event(place).id) mitigated"
        }
    }

    /// Where the ranking stops, and why.
    private func end(_ target: TargetSensitivity, _ ranking: SensitivityRanking, _ style: Style) -> [String] {
        var parts: [String] = []
        let more = ranking.byDays.count - Self.shownByDays
        if more > 0 { parts.append("\(Spelling.count(more)) more by days, fewer each.") }
        let rank = ranking.byRank.count - Self.shownByRank
        if rank > 0 { parts.append("\(Spelling.count(rank)) more by cruciality alone.") }
        if !ranking.noise.isEmpty {
            parts.append(
                "Below the noise floor: \(Spelling.count(ranking.noise.count)) more, not ranked (the 95\u{A0}% interval of their days holds 0)."
            )
        }
        if ranking.byDays.isEmpty, ranking.byRank.isEmpty, ranking.noise.isEmpty {
            parts.append("Nothing on its path is uncertain.")
        } else {
            let noise = target.noise
            parts.append(
                noise.rankCorrelation >= 1
                    ? "Too few samples to tell any cruciality from noise."
                    : "Cruciality within ±\(Spelling.number(noise.rankCorrelation, decimals: 2)) is noise (5\u{A0}% chance that one of "
                        + "\(Spelling.count(noise.candidates)) compared exceeds it).")
        }
        if target.leftOut > 0 {
            parts.append(
                "\(Spelling.count(target.leftOut, "more task")) with fewer days on its path "
                    + "\(target.leftOut == 1 ? "was" : "were") not looked at.")
        }
        return [""] + wrapped(parts.joined(separator: " "), width: style.width - 2).map { "  " + style.paint($0, .faint) }
    }
}

extension PairedChange {
    /// Whether a figure differs from 0 by two standard errors or more, and by what a tenth of a day or of a point shows.
    fileprivate func shows(day: Double) -> Bool {
        let figures = [meanMinutes, p50Minutes, p80Minutes].map { ($0, day) } + [onTime].compactMap(\.self).map { ($0, 0.01) }
        return figures.contains { estimate, unit in
            abs(estimate.value) >= max(unit / 20, 2 * (estimate.standardError ?? 0))
        }
    }
}
