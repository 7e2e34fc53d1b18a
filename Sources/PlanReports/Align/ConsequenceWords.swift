import PlanAlignment
import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

/// What work that serves no initiative costs the initiatives, in days, by taking their people: text and JSON.
struct ConsequenceWords {
    let report: AlignmentReport
    let consequence: AlignmentReport.Consequence

    private var plan: Plan { report.plan }
    private var day: Double { Double(plan.settings.units.minutesPerDay) }

    /// What the P80 of each initiative is later by, by row; none where nothing is left to do for it.
    var p80ByInitiative: [Int: DifferenceEstimate] {
        guard let run = consequence.run else { return [:] }
        let tree = run.asIs.network.structure.targets
        let costs = run.effects.compactMap { effect in
            effect.target > 0 ? effect.cost.map { (tree.row(effect.target), $0.p80Minutes) } : nil
        }
        return Dictionary(uniqueKeysWithValues: costs)
    }

    // MARK: text

    func lines(_ style: Style) -> [String] {
        var lines = wrapped("What work that serves no initiative costs the others: \(sentence)", width: style.width, indent: 2)
            .map { style.heading($0) }
        guard let run = consequence.run else { return lines }
        lines += wrapped(
            "Two runs that hold people, \(Spelling.count(run.asIs.settings.samples, "sample")), seed \(run.asIs.settings.seed), the same for both: the "
                + "plan as it is, less the plan in which nobody does that work. In brackets 95 % intervals.",
            width: style.width - 2
        ).map { "  " + style.paint($0, .faint) }
        var table = TextTable([
            .init(title: "Initiative", isFlexible: true), .init(title: "P50, days", isRight: true),
            .init(title: "P80, days", isRight: true), .init(title: "On time, points", isRight: true),
        ])
        for effect in run.effects { table.add([.init(title(effect.target))] + cells(effect.cost)) }
        return lines + table.without(style.width < 72 ? [1] : []).lines(style)
    }

    /// Whether it costs anything that noise does not hide, and whom most.
    private var sentence: String {
        let work = consequence.work
        guard let run = consequence.run else { return "nobody is assigned to any." }
        let who =
            "\(Spelling.count(work.tasks.count, "task")) (\(report.days(work.minutes))) with \(Spelling.verb(work.people.count, "person", "people"))"
        let costs = run.effects.compactMap { effect in effect.cost.map { (effect.target, $0.p80Minutes) } }
        let clear = costs.filter { $0.0 > 0 && $0.1.isClear && $0.1.value > 0 }
        guard let most = clear.max(by: { $0.1.value < $1.1.value }) else {
            return "\(who); no initiative would be earlier without it by more than noise."
        }
        return "\(who); it puts \(title(most.0)) back by \(Spelling.number(most.1.value / day, decimals: 1)) d at P80."
    }

    private func title(_ target: Int) -> String {
        let names = TargetNames(plan, consequence.run!.asIs.network)
        return target == 0 ? "whole plan" : printable(names.title(target))
    }

    private func cells(_ cost: TargetChange?) -> [TextTable.Cell] {
        guard let cost else { return ["no work left", "", ""] }
        if cost.isSame { return ["none", "none", "none"] }
        func days(_ difference: DifferenceEstimate) -> TextTable.Cell {
            .init(
                Spelling.ranged(difference, per: day, decimals: 1),
                difference.isClear ? difference.value > 0 ? .bad : .good : nil)
        }
        return [
            days(cost.p50Minutes), days(cost.p80Minutes),
            cost.onTime.map {
                .init(Spelling.ranged($0, per: 0.01, decimals: 0), $0.isClear ? $0.value < 0 ? .bad : .good : nil)
            } ?? "-",
        ]
    }

    // MARK: JSON

    func write(to json: inout JSONWriter) {
        let work = consequence.work
        json.object { json in
            json.field("tasks", work.tasks.count)
            json.field("effortMinutes", Int(work.minutes))
            json.key("people")
            json.array { json in
                for id in work.people.map({ plan.people.text(.id, Int($0)) }).sorted(by: NaturalOrder.isBefore) {
                    json.string(id)
                }
            }
            guard let run = consequence.run else { return }
            json.field("samples", run.asIs.settings.samples)
            json.key("seed")
            json.unsigned(run.asIs.settings.seed)
            let names = TargetNames(plan, run.asIs.network)
            json.key("initiatives")
            json.array(onLines: true) { json in
                for effect in run.effects where effect.target > 0 { write(effect.cost, names.id(effect.target), to: &json) }
            }
            json.key("planFinish")
            json.array(onLines: true) { json in
                for effect in run.effects where effect.target == 0 { write(effect.cost, nil, to: &json) }
            }
        }
    }

    private func write(_ cost: TargetChange?, _ id: String?, to json: inout JSONWriter) {
        json.object { json in
            if let id { json.field("id", id) }
            json.difference("costP50Minutes", cost?.p50Minutes)
            json.difference("costP80Minutes", cost?.p80Minutes)
            json.difference("costMeanMinutes", cost?.meanMinutes)
            json.difference("costProbability", cost?.onTime)
            json.field("varianceRatio", cost?.varianceRatio)
        }
    }
}
