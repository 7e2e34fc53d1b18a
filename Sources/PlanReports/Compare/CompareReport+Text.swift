import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension CompareReport {
    /// No more edits of a scenario are told one by one, no more sentences on noise, no more targets listed as unchanged.
    private static let edits = 12, sentences = 3, listed = 6

    /// The comparison for people: a sentence a scenario, then what each changes, target by target.
    public func text(_ style: Style) -> String {
        var lines = headlines.flatMap { wrapped($0, width: style.width, indent: 2) }.map { style.paint($0, .heading) }
        lines += [""] + wrapped(head, width: style.width)
        lines += wrapped(
            "Differences to the plan as it is, negative days are earlier; in brackets their 95 % intervals.", width: style.width
        ).map { style.paint($0, .faint) }
        for effect in comparison.effects { lines += [""] + section(effect, style) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        let settings = comparison.base.settings
        return "\(printable(plan.settings.name)) · data date \(Spelling.day(plan.settings.dataDate)) · "
            + "\(Spelling.count(settings.samples, "sample")), seed \(settings.seed), the same for all"
            + (settings.isStratified ? "" : ", random sampling")
    }

    /// One sentence a scenario: the chance that all are on time, and the P80 that changes most.
    var headlines: [String] { comparison.effects.map { "\(printable($0.applied.scenario.name)): \(outcome($0))." } }

    private func outcome(_ effect: ScenarioComparison.Effect) -> String {
        var parts: [String] = []
        let changed = targets(effect).filter { $0.target > 0 && ($0.change?.p80Minutes.isClear ?? false) }
        if let most = changed.max(by: { abs($0.change!.p80Minutes.value) < abs($1.change!.p80Minutes.value) }) {
            let days = Spelling.number(abs(most.change!.p80Minutes.value) / day, decimals: 1)
            let direction = most.change!.p80Minutes.value < 0 ? "earlier" : "later"
            parts.append("\(printable(names.title(most.target))) is \(days) d \(direction) at P80")
        }
        if let joint = effect.joint, joint.targets.count > 1, joint.change.isClear {
            parts.append(
                "all \(joint.targets.count) are on time with \(Spelling.percent(joint.after)) instead of \(Spelling.percent(joint.before))"
            )
        }
        if !parts.isEmpty { return parts.joined(separator: "; ") }
        let all = effect.targets.compactMap(\.change)
        if let onTime = targets(effect).first(where: { $0.change?.onTime?.isClear ?? false }) {
            return "no finish changes by more than noise; the chance of \(printable(names.title(onTime.target))) changes by "
                + "\(Spelling.number(100 * onTime.change!.onTime!.value, decimals: 0, signed: true)) points"
        }
        return all.allSatisfy(\.isSame) ? "no difference in any replication" : "nothing changes by more than noise"
    }

    private func section(_ effect: ScenarioComparison.Effect, _ style: Style) -> [String] {
        let scenario = effect.applied.scenario
        var lines = [style.heading(printable(scenario.name))]
        if !scenario.description.isEmpty {
            lines += wrapped(printable(scenario.description), width: style.width - 2).map { "  " + style.paint($0, .faint) }
        }
        for touch in effect.applied.touches.prefix(Self.edits) {
            lines += wrapped("· " + printable(touch.summary), width: style.width - 2, indent: 2).map { "  " + $0 }
        }
        let more = effect.applied.touches.count - Self.edits
        if more > 0 { lines.append("  · \(Spelling.count(more, "more edit"))") }
        lines += [""] + table(effect).without(style.width < 84 ? style.width < 62 ? [1, 4] : [1] : []).lines(style)
        lines += jointLine(effect, style) + peopleLines(effect, style) + notes(effect, style)
        return lines
    }

    private func table(_ effect: ScenarioComparison.Effect) -> TextTable {
        let targets = targets(effect)
        let shared = Set(targets.filter { $0.target > 0 }.map { names.tree.kind($0.target) })
        var table = TextTable([
            .init(title: shared.count == 1 ? names.word(shared.first!) : "Target", isFlexible: true),
            .init(title: "P50, days", isRight: true), .init(title: "P80, days", isRight: true),
            .init(title: "On time, points", isRight: true), .init(title: "Better", isRight: true),
        ])
        for target in targets { table.add([.init(names.title(target.target))] + cells(target)) }
        return table
    }

    private func cells(_ target: TargetComparison) -> [TextTable.Cell] {
        guard let change = target.change else {
            return ["-", .init(target.before == nil ? "no tasks" : "no work left", .fair), "-", "-"]
        }
        if change.isSame, change.onTime.map({ $0.value == 0 }) ?? true { return ["same", "same", "same", "-"] }
        return [
            days(change.p50Minutes), days(change.p80Minutes),
            change.onTime.map { .init(Spelling.ranged($0, per: 0.01, decimals: 0), ink($0, lessIsGood: false)) } ?? "-",
            change.isSame ? "same" : .init(Spelling.percent(change.better.value)),
        ]
    }

    private func days(_ difference: DifferenceEstimate) -> TextTable.Cell {
        .init(Spelling.ranged(difference, per: day, decimals: 1), ink(difference, lessIsGood: true))
    }

    private func ink(_ difference: DifferenceEstimate, lessIsGood: Bool) -> Style.Ink? {
        difference.isClear ? (difference.value < 0) == lessIsGood ? .good : .bad : nil
    }

    private func jointLine(_ effect: ScenarioComparison.Effect, _ style: Style) -> [String] {
        guard let joint = effect.joint, joint.targets.count > 1 else { return [] }
        let change =
            joint.change.value == 0 && joint.change.halfWidth == 0
            ? "same" : "\(Spelling.ranged(joint.change, per: 0.01, decimals: 1)) points"
        return wrapped(
            "All \(joint.targets.count) initiatives with a due date on time: \(Spelling.percent(joint.after)) instead of "
                + "\(Spelling.percent(joint.before)), \(change)", width: style.width - 2
        ).map { "  " + $0 }
    }

    private func peopleLines(_ effect: ScenarioComparison.Effect, _ style: Style) -> [String] {
        guard let people = effect.people else { return [] }
        func days(_ difference: DifferenceEstimate) -> String { Spelling.ranged(difference, per: day, decimals: 1) }
        let sentences = [
            "Work of people: \(days(people.workChange)) person-days · waiting for people: \(days(people.waitingChange)) days",
            "Utilisation: \(Spelling.ranged(people.utilisationChange, per: 0.01, decimals: 1)) points, of "
                + Spelling.percent(people.utilisation),
        ]
        return sentences.flatMap { wrapped($0, width: style.width - 2, indent: 2) }.map { "  " + $0 }
    }

    /// What noise hides, what does not change, what common random numbers bring.
    private func notes(_ effect: ScenarioComparison.Effect, _ style: Style) -> [String] {
        let targets = targets(effect)
        let noise = NoiseWords(day: day, samples: comparison.base.settings.samples)
        let hidden = targets.compactMap { target in
            target.change.flatMap { $0.isSame ? nil : noise.sentence($0.p80Minutes, of: "the P80 of \(id(target.target))") }
        }
        var sentences = Array(hidden.prefix(Self.sentences))
        if hidden.count > sentences.count {
            sentences.append(
                "So it does with \(Spelling.count(hidden.count - sentences.count)) more (--format json lists them).")
        }
        let same = targets.filter { $0.change?.isSame ?? false }.map { id($0.target) }
        if !same.isEmpty {
            let more = same.count > Self.listed ? ["\(Spelling.count(same.count - Self.listed)) more"] : []
            sentences.append("No difference in any replication: \(Spelling.list(same.prefix(Self.listed) + more)).")
        }
        if effect.people == nil, effect.applied.scenario.edits.contains(where: \.change.isOfPeople) {
            sentences.append("People are no limit in these runs: what the scenario changes about people alone does not show.")
        }
        if let gain = commonNumbers(targets) { sentences.append(gain) }
        return sentences.flatMap { wrapped($0, width: style.width - 2, indent: 2) }.map { "  " + style.paint($0, .faint) }
    }

    /// What the same random numbers spare, for the target where they spare least.
    private func commonNumbers(_ targets: [TargetComparison]) -> String? {
        let ratios = targets.compactMap { target -> (Int, Double)? in
            guard let change = target.change, !change.isSame, let ratio = change.varianceRatio, ratio > 0 else { return nil }
            return (target.target, ratio)
        }
        guard let worst = ratios.max(by: { $0.1 < $1.1 }) else { return nil }
        let times = 1 / worst.1
        guard times >= 1.05 else {
            return "Common random numbers spare nothing here: the scenario reorders what decides \(id(worst.0))."
        }
        return
            "Common random numbers: runs with draws of their own would need at least \(Spelling.number(times, decimals: times < 10 ? 1 : 0)) "
            + "times the samples for differences this exact."
    }

    private func id(_ target: Int) -> String { printable(names.id(target) ?? "the whole plan") }
}
