import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension ForecastReport {
    /// Tasks listed for each target.
    private static let drivers = 5
    /// Lists of driving tasks are shown for no more targets than this.
    private static let detailed = 12
    /// No more mitigations are named.
    private static let mitigations = 10

    /// The forecast for people: a sentence, the targets with their chances, a chart, what drives them.
    public func text(_ style: Style) -> String {
        var lines = wrapped(headline, width: style.width).map { style.paint($0, .heading) }
        let sentences =
            [head] + scenarioLines
            + [
                certainty, mitigation, people, HeldBeyond(plan, forecast)?.sentence,
                PrecisionWords(forecast, names, plan.settings.units)?.sentence,
            ]
        lines += [""] + sentences.compactMap(\.self).flatMap { wrapped($0, width: style.width) }
        for block in [
            table(style), chart(style), jointLines(style), goalLines(style), driverLines(style),
            PeopleFigures(plan, forecast, names)?.lines(style) ?? [], request.explanation.text(style), findingLines(style),
        ]
        where !block.isEmpty {
            lines += [""] + block
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        "\(printable(plan.settings.name)) · data date \(Spelling.day(plan.settings.dataDate)) · "
            + "\(Spelling.count(forecast.settings.samples, "sample")), seed \(forecast.settings.seed)"
            + (forecast.settings.isStratified ? "" : ", random sampling")
            + (forecast.peopleMode == .fixed ? " · people keep the order of the levelled plan" : "")
    }

    /// That nobody's time is looked at although the plan says who works on what; `nil` where it is, or the plan does not.
    private var people: String? {
        guard forecast.peopleMode == .none, plan.assignments.count > 0 else { return nil }
        return "People are no limit in these runs; with --resources dynamic tasks wait for them"
    }

    /// Which scenario is forecast, and what its edits did; none for the plan as it is.
    private var scenarioLines: [String?] {
        guard let scenario = request.scenario else { return [] }
        let edits = scenario.touches.prefix(Self.mitigations).map(\.summary)
        let more = scenario.touches.count - edits.count
        let all = edits + (more > 0 ? [Spelling.count(more, "more edit")] : [])
        return [printable("Scenario \(scenario.scenario.name): \(all.isEmpty ? "no edits" : all.joined(separator: " · "))")]
    }

    /// Which mitigations were taken as in force; `nil` for none but those that the plan names.
    var mitigation: String? {
        let rows = mitigatedRisks
        guard !rows.isEmpty else { return nil }
        let titles = rows.prefix(Self.mitigations).map {
            printable("\(plan.risks.text(.id, $0)) \(plan.risks.text(.name, $0))")
        }
        let more = rows.count > titles.count ? ["\(Spelling.count(rows.count - titles.count)) more"] : []
        return "Taken as in force: the mitigation of \(Spelling.list(titles + more))"
    }

    /// The rows of risks whose mitigation was assumed, in natural order of their ids.
    var mitigatedRisks: [Int] {
        forecast.assumedMitigations(plan).map { Int(forecast.network.values.risks.events[$0].row) }
            .sorted { NaturalOrder.isBefore(plan.risks.text(.id, $0), plan.risks.text(.id, $1)) }
    }

    /// How much of the open work carries a range: a forecast is no better than that.
    var certainty: String {
        let values = forecast.network.values
        var (ranged, certain, milestones, finished) = (0, 0, 0, 0)
        for node in forecast.network.structure.nodeOfTask.map(Int.init) {
            if values.progress(of: node) == .completed {
                finished += 1
            } else if values.isUncertain(node) {
                ranged += 1
            } else if values.remaining[node] > 0 {
                certain += 1
            } else {
                milestones += 1
            }
        }
        return
            "\(Spelling.count(ranged + certain + milestones, "open task")): \(Spelling.verb(ranged, "carries", "carry")) a range or a risk, "
            + "\(Spelling.verb(certain, "is", "are")) taken as certain, \(Spelling.verb(milestones, "takes", "take")) no time · "
            + "\(Spelling.count(finished)) finished"
    }

    private func table(_ style: Style) -> [String] {
        let shared = Set(targets.map { names.tree.kind($0.target) })
        let title = shared.count == 1 ? names.word(shared.first!) : "Target"
        var table = TextTable([
            .init(title: title, isFlexible: true), .init(title: "Due", isRight: true), .init(title: "By plan", isRight: true),
            .init(title: "P50", isRight: true), .init(title: "P80", isRight: true), .init(title: "On time", isRight: true),
        ])
        for figures in targets + [whole] { table.add(cells(figures)) }
        // Where room is scarce the plain date goes first, then the P50: a chance and a P80 say most.
        return table.without(style.width < 76 ? style.width < 62 ? [2, 3] : [2] : []).lines(style)
    }

    private func cells(_ figures: TargetFigures) -> [TextTable.Cell] {
        let day = Double(plan.settings.units.minutesPerDay)
        func spelt(_ instant: Int32?, _ error: Double?) -> TextTable.Cell {
            .init(instant.map { Spelling.lastDay(date($0), errorDays: (error ?? 0) / day) } ?? "-")
        }
        let outcome = figures.outcome
        return [
            .init(names.title(figures.target)), .init(names.due(figures.target).map(Spelling.lastDay) ?? "-"),
            figures.outcome == nil ? .init("no tasks", .bad) : spelt(figures.deterministicFinish, nil),
            spelt(outcome?.p50, outcome?.p50Error), spelt(outcome?.p80, outcome?.p80Error),
            .init(figures.onTime.map(Spelling.percentWithError) ?? "-", figures.onTime.map(Self.ink)),
        ]
    }

    private func jointLines(_ style: Style) -> [String] {
        let words = JointText(names: names, style: style)
        let shown = joint.map { $0.targets.count > 1 } ?? false ? joint : nil
        let all = shown.map { words.line($0, whom: "All \($0.targets.count) initiatives with a due date") } ?? []
        guard request.showsTogether || !subsets.isEmpty else { return all }
        var lines = [style.heading("Together")]
        if let shown { lines += (all.map { "  " + $0 }) + (request.showsTogether ? words.details(shown) : []) }
        for subset in subsets {
            lines += words.line(subset, whom: words.list(subset)).map { "  " + $0 } + words.details(subset)
        }
        return lines.count > 1 ? lines : lines + ["  Fewer than two initiatives shown have a due date and a task."]
    }

    private func driverLines(_ style: Style) -> [String] {
        let driving = drivingTasks(count: Self.drivers)
        let shown = (targets.isEmpty ? [whole] : targets).map(\.target).filter { driving[$0] != nil }.prefix(Self.detailed)
        guard !shown.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: ""), .init(title: "On path", isRight: true),
            .init(title: "Owner", isFlexible: true), .init(title: "Due", isRight: true),
        ])
        for target in shown {
            table.add([.init(names.title(target), .heading), "", "", "", ""])
            for driver in driving[target]! { table.add(cells(driver)) }
        }
        return [style.heading("What drives each finish") + "   " + style.paint("share of samples on its path", .faint)]
            + table.without(style.width < 70 ? style.width < 56 ? [3, 4] : [4] : []).lines(style)
    }

    private func cells(_ driver: DrivingTask) -> [TextTable.Cell] {
        let task = plan.tasks[driver.row]
        return [
            .init("  \(task.name)"), .init(task.id), .init(Spelling.percentWithError(driver.share)),
            .init(task.owner.map { plan.people.text(.name, $0) } ?? "-"), .init(task.due.map(Spelling.lastDay) ?? "-"),
        ]
    }

    private func findingLines(_ style: Style) -> [String] {
        var lines = findings.filter { $0.code != "goal-without-outcome" }.map { "note: \(printable($0.message))" }
        let network = forecast.network.findings.count + plan.findings.count
        if network > 0 {
            lines.append("note: the plan has \(Spelling.count(network, "finding")) beside; run `headway check` to see them")
        }
        return lines.flatMap { wrapped($0, width: style.width, indent: 6) }
    }
}
