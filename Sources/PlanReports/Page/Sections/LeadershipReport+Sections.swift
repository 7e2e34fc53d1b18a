import PlanForecast
import PlanModel
import PlanMonitoring
import PlanScenario
import PlanSchedule
import PlanStatistics

/// The parts of the page, in the order in which leadership asks.
extension LeadershipReport {
    // MARK: will we make it

    func writeOutlook(_ html: inout HTMLWriter) {
        html.element("h2", text: "Will we make it?")
        write(.initiatives, "When each will be done", lead: jointSentence, &html)
        html.element("ul", "class=\"plain\"") { html in
            for figures in shownTargets.prefix(Self.listed) {
                html.element("li") { html in
                    html.element("strong") { $0.element("bdi", text: title(figures.target)) }
                    html.text(": \(verdict(figures))")
                }
            }
        }
        let more = shownTargets.count - Self.listed
        if more > 0 {
            html.element("p", "class=\"small\"", text: "\(Spelling.count(more)) more are in the numbers of the chart above.")
        }
        writeFocus(.finish, parts.focus.count > 1 ? "The most urgent ones" : "How sure that is", lead: { _ in "" }, &html)
        write(.fan, "Work done over time", lead: "", &html)
    }

    /// No more targets in a list of sentences.
    private static let listed = 12

    private var jointSentence: String {
        guard let joint = parts.forecast.joint, joint.targets.count > 1 else { return "" }
        let promised = parts.forecast.targets.filter { $0.onTime != nil }
        let product = promised.reduce(1.0) { $0 * $1.onTime!.value }
        let other = Int((100 * product).rounded())
        let words =
            abs(product - joint.all.value) >= 0.02 ? " (were they independent, it would be about \(other) %)" : ""
        return
            "All \(joint.targets.count) \(noun) with a due date on time together: \(Spelling.percentWithError(joint.all))\(words). Bars run from P10 to P90: "
            + "eight of ten samples end within them."
    }

    // MARK: why not

    func writeCauses(_ html: inout HTMLWriter) {
        let isFine = parts.forecast.targets.allSatisfy { ($0.onTime?.value ?? 1) >= ForecastReport.likely }
        html.element("h2", text: isFine ? "What stands behind that?" : "Why not?")
        writeFocus(
            .slip, slipHeading, lead: { target in section(target).flatMap { parts.slip?.sentence($0) } ?? "" }, &html)
        writeOtherSlips(&html)
        write(.coverage, "How complete the plan is, from strategy to people", lead: parts.alignment.headline, &html)
        write(.strategy, "Does effort follow the strategy?", &html)
        write(.cascade, "Where the work goes", &html)
    }

    private var slipHeading: String {
        parts.slip.map { "What has moved since the baseline \($0.notes.slippage.baseline)" } ?? "What has moved"
    }

    /// The sentences of targets that are not in focus.
    private func writeOtherSlips(_ html: inout HTMLWriter) {
        guard let slip = parts.slip else { return }
        let others = slip.sections.filter { section in !parts.focus.contains { section.end == .target($0) } }
        guard !others.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", text: "Why the others have moved")
            html.element("ul", "class=\"plain\"") { html in
                for section in others.prefix(Self.mostRows) { html.element("li", text: slip.sentence(section)) }
            }
            if others.count > Self.mostRows {
                html.element(
                    "p", "class=\"small\"", text: "And \(Spelling.count(others.count - Self.mostRows)) more (--data has all).")
            }
        }
        html.newLine()
    }

    // MARK: who and what it hangs on

    func writeDependence(_ html: inout HTMLWriter) {
        html.element("h2", text: "Who and what does it hang on?")
        writeFocus(.gantt, "What leads to the finish", lead: { _ in "" }, &html)
        writeFocus(.tornado, "What moves the finish most", lead: { _ in "" }, &html)
        write(.load, "Who has more than they can do", lead: loadSentence, &html)
        write(
            .rhythm, "Do managers and their people meet?",
            lead: parts.checkIns.checkIns.hasCadence ? parts.checkIns.headline : "", &html)
    }

    private var loadSentence: String {
        guard let figure = loadFigure(), let chart = figure.draw(.wide) else { return "" }
        return chart.summary
    }

    // MARK: what we can do

    func writeOptions(_ html: inout HTMLWriter) {
        html.element("h2", text: "What can we do?")
        write(.scenarios, "What scenarios would change", &html)
        if let comparison = parts.comparison {
            html.element("ul", "class=\"plain\"") { html in
                for headline in comparison.headlines { html.element("li", text: headline) }
            }
        } else if let target = parts.focus.first, target > 0, let id = names.id(target) {
            html.element("p", "class=\"small\"") { html in
                html.text("The cheapest moves that bring \(title(target)) on time: ")
                html.element("code", text: "headway levers PLAN --target \(id) --probability 0.8 --moves FILE")
            }
        }
    }

    // MARK: what this rests on

    func writeGrounds(_ html: inout HTMLWriter) {
        html.element("h2", text: "What does this rest on?")
        writeHealth(&html)
        writeQuality(&html)
        writeMethod(&html)
    }

    private func writeHealth(_ html: inout HTMLWriter) {
        html.element("section", "id=\"health\"") { html in
            html.element("h3", text: "How sound the plan is")
            guard let words = parts.check.health else {
                return html.element("p", "class=\"absent\"", text: "The health of this plan could not be found.")
            }
            html.element("p", text: "\(words.score.capitalisedFirst).")
            var points = PageTable(["", "Point", " Value", " Limit", "Of"])
            for result in words.health.dcma {
                let limit = (result.point.isAtLeast ? "≥ " : "≤ ") + HealthWords.value(result.threshold, of: result.point)
                points.add([
                    Self.word(result.verdict), "\(result.point.rawValue) \(result.point.name)",
                    result.value.map { HealthWords.value($0, of: result.point) } ?? "", limit,
                    result.value == nil ? result.reason ?? "not applicable" : words.parts(result),
                ])
            }
            html.table(points, caption: "The 14 points of the DCMA assessment")
            html.element("details") { html in
                html.element("summary", text: "The ten practices of the GAO guide")
                var practices = PageTable(["", "Practice", "By what"])
                for result in words.health.gao {
                    practices.add([
                        Self.word(result.verdict), "\(result.practice.rawValue) \(result.practice.name)",
                        words.evidence(result),
                    ])
                }
                html.table(practices, caption: "The ten practices of the GAO guide")
            }
        }
        html.newLine()
    }

    private static func word(_ verdict: HealthVerdict) -> String {
        switch verdict {
        case .passed: "✓ passed"
        case .failed: "✗ failed"
        case .notApplicable: "· not applicable"
        }
    }

    private static func word(_ verdict: GAOVerdict) -> String {
        switch verdict {
        case .supported: "✓ supported"
        case .weak: "✗ weak"
        case .unknown: "· cannot be told"
        }
    }

    private func writeQuality(_ html: inout HTMLWriter) {
        html.element("section", "id=\"quality\"") { html in
            html.element("h3", text: "How good the data are, and what was left out")
            html.element("ul") { html in
                for sentence in qualitySentences { html.element("li", text: sentence) }
            }
            // Lines and their order depend on how files are sorted; the page does not.
            let groups = parts.check.groups.sorted { ($1.findings.count, $0.code) < ($0.findings.count, $1.code) }
            guard !groups.isEmpty else { return html.element("p", text: "Nothing poor was found.") }
            var table = PageTable(["What", " How often", "For example"])
            for (code, findings) in groups {
                let example = findings.map(\.message).min(by: NaturalOrder.isBefore)!
                table.add([code.replacing("-", with: " "), Spelling.count(findings.count), example])
            }
            let count = groups.reduce(0) { $0 + $1.findings.count }
            html.element("details") { html in
                html.element("summary", text: "\(Spelling.count(count, "finding")) of \(Spelling.count(groups.count, "kind"))")
                html.table(table, caption: "What is poor about the data")
            }
        }
        html.newLine()
    }

    private var qualitySentences: [String] {
        var sentences = [parts.forecast.certainty + "."]
        sentences += parts.forecast.findings.prefix(Self.listed).map { $0.message.capitalisedFirst + "." }
        if let notes = parts.slip?.notes { sentences += notes.sentences.map { $0.capitalisedFirst } }
        if let held = HeldBeyond(plan, parts.forecast.forecast)?.sentence { sentences.append(held + ".") }
        if let stale = parts.checkIns.stalenessSentence { sentences.append(stale) }
        if let conventions = Conventions(plan).sentence { sentences.append(conventions + ".") }
        return sentences
    }

    private func writeMethod(_ html: inout HTMLWriter) {
        html.element("section", "id=\"method\"") { html in
            html.element("h3", text: "How it was computed")
            html.element("dl") { html in
                for (term, words) in method {
                    html.element("dt", text: term)
                    html.element("dd", text: words)
                }
            }
            html.element(
                "p", "class=\"small\"",
                text:
                    "P80 is the date that 80 % of the samples keep. ± is one standard error of the simulation: how much a figure would move with other random numbers, not how "
                    + "wrong the plan's ranges may be.")
        }
        html.newLine()
    }

    private var method: [(String, String)] {
        let settings = parts.forecast.forecast.settings
        var lines = [
            (
                "Samples",
                "\(Spelling.count(settings.samples)), \(settings.isStratified ? "stratified" : "drawn at random"), seed \(settings.seed)"
            ),
            ("People", Self.held(parts.forecast.forecast.peopleMode)),
        ]
        if let error = parts.forecast.targets.compactMap({ $0.outcome?.p80Error }).max(), error > 0 {
            lines.append(("Largest error", "± \(Spelling.number(max(error / day, 0.1), decimals: 1)) working days, of a P80"))
        }
        if let comparison = parts.comparison {
            let runs = comparison.comparison.base
            lines.append(
                (
                    "Scenarios",
                    "\(Spelling.count(comparison.comparison.effects.count)), with the same \(Spelling.count(runs.settings.samples)) samples; \(Self.held(runs.peopleMode))"
                ))
        }
        if let slip = parts.slip { lines.append(("Baseline", slip.notes.slippage.baseline)) }
        lines.append(("Data", "digest \(plan.inputHash)"))
        lines.append(("Program", "Headway \(ResultHead.version); the same data, seed and version give the same page"))
        return lines
    }

    private static func held(_ mode: PeopleMode) -> String {
        switch mode {
        case .none: "no limit: no task waits for somebody"
        case .fixed: "each keeps the order of the levelled plan"
        case .dynamic: "held: a task waits until its people are free"
        }
    }
}
