import PlanAlignment
import PlanForecast
import PlanModel
import PlanMonitoring
import PlanNetwork
import PlanSchedule
import PlanStatistics

/// The page: one file that needs nothing else, no script, no network.
extension LeadershipReport {
    /// The page as HTML. The same parts give the same bytes.
    public func html() -> [UInt8] {
        var html = HTMLWriter()
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">")
        html.element("head") { writeHead(&$0) }
        html.newLine()
        html.element("body") { html in
            html.element("header") { writeHeadline(&$0) }
            html.element("main") { html in
                writeOutlook(&html)
                writeCauses(&html)
                writeDependence(&html)
                writeOptions(&html)
                writeGrounds(&html)
            }
            html.element("footer") { html in
                html.element(
                    "p",
                    text: "Made by Headway \(ResultHead.version) from the plan as of \(Spelling.day(plan.settings.dataDate)).")
            }
        }
        html.raw("</html>\n")
        return html.bytes
    }

    private func writeHead(_ html: inout HTMLWriter) {
        html.raw("<meta charset=\"utf-8\">")
        html.raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-\(PageStyles.digest)'; "
                + "base-uri 'none'; form-action 'none'\">")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">")
        html.element("title", text: "\(plan.settings.name), \(Spelling.day(plan.settings.dataDate))")
        html.raw("<style>\(PageStyles.sheet)</style>")
    }

    private func writeHeadline(_ html: inout HTMLWriter) {
        html.element("h1", text: plan.settings.name)
        html.element("p", "class=\"small\"", text: "As of \(Spelling.day(plan.settings.dataDate))")
        html.element("p", "class=\"lead\"", text: parts.forecast.headline)
        let tiles = keyFigures
        guard !tiles.isEmpty else { return }
        html.element("ul", "class=\"tiles\"") { html in
            for tile in tiles {
                html.element("li") { html in
                    html.element("strong", tile.ink.map { "class=\"\($0.rawValue)\"" } ?? "", text: tile.figure)
                    html.element("span", text: tile.words)
                }
            }
        }
        html.newLine()
    }

    /// The figures that a leader asks for first.
    private var keyFigures: [(figure: String, words: String, ink: ChartInk?)] {
        var tiles: [(figure: String, words: String, ink: ChartInk?)] = []
        let promised = parts.forecast.targets.filter { $0.onTime != nil }
        if let joint = parts.forecast.joint, promised.count > 1 {
            tiles.append((Spelling.percent(joint.all), "that all \(promised.count) \(noun) are on time", Self.ink(joint.all)))
        }
        if !promised.isEmpty {
            let likely = promised.count { $0.onTime!.value >= ForecastReport.likely }
            tiles.append(
                ("\(likely) of \(promised.count)", "\(noun) on time with 80 % or more", likely == promised.count ? .good : .bad)
            )
        }
        if let moved = slipCounts {
            tiles.append(("\(moved.late) of \(moved.all)", "\(noun) later than the baseline", moved.late == 0 ? .good : .fair))
        }
        let flow = parts.alignment.alignment.flow
        if flow.total > 0, plan.initiatives.count > 0 {
            let share = Double(flow.total - flow.unaligned) / Double(flow.total)
            tiles.append(
                (
                    AlignmentReport.percent(flow.total - flow.unaligned, of: flow.total),
                    "of the work left serves an initiative",
                    share >= 0.95 ? .good : share >= 0.8 ? .fair : .bad
                ))
        }
        let total = parts.checkIns.rollUps.total
        if !total.isWithheld, total.figures.expected > 0 {
            let share = Double(total.figures.kept) / Double(total.figures.expected)
            let ink: ChartInk = share >= parts.checkIns.checkIns.settings.rhythm ? .good : share < 0.5 ? .bad : .fair
            tiles.append((CheckInReport.percent(total.figures), "of the check-ins due were held", ink))
        }
        return tiles
    }

    /// How many initiatives finish later than the baseline says, and of how many that is known.
    private var slipCounts: (late: Int, all: Int)? {
        let moves = (parts.slip?.sections ?? []).filter { section in
            if case .target(let target) = section.end { return parts.forecast.targets.contains { $0.target == target } }
            return false
        }.compactMap(\.minutes)
        return moves.isEmpty ? nil : (moves.count { $0 > 0 }, moves.count)
    }

    // MARK: what sections share

    /// A chart under a heading; what is missing is told where there is none.
    func write(_ name: ChartName, _ heading: String, lead: String = "", _ html: inout HTMLWriter) {
        html.element("section", "id=\"\(name.rawValue)\"") { html in
            html.element("h3", text: heading)
            if !lead.isEmpty { html.element("p", text: lead) }
            if !(figure(name, 0).map { html.figure($0) } ?? false) {
                html.element("p", "class=\"absent\"", text: absence(name))
            }
        }
        html.newLine()
    }

    /// Charts of the targets in focus under one heading.
    func writeFocus(_ name: ChartName, _ heading: String, lead: (Int) -> String, _ html: inout HTMLWriter) {
        html.element("section", "id=\"\(name.rawValue)\"") { html in
            html.element("h3", text: heading)
            let drawn = parts.focus.map { target in figure(name, target).map { (target, $0) } }.compactMap(\.self)
            if drawn.isEmpty { html.element("p", "class=\"absent\"", text: absence(name)) }
            for (target, figure) in drawn {
                html.element("h4") { $0.element("bdi", text: title(target)) }
                let lead = lead(target)
                if !lead.isEmpty { html.element("p", text: lead) }
                _ = html.figure(figure)
            }
            let without = drawn.isEmpty ? [] : parts.focus.filter { target in !drawn.contains { $0.0 == target } }
            if !without.isEmpty {
                html.element(
                    "p", "class=\"small\"", text: "Nothing to show of \(Spelling.list(without.map(title))).")
            }
        }
        html.newLine()
    }
}
