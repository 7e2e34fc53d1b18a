import PlanForecast
import PlanModel
import PlanNetwork
import PlanSchedule
import PlanStatistics

/// Why not, and what it hangs on: the slip ledger, the driving path, what moves the finish.
extension LeadershipReport {
    /// No more rows of a tornado.
    private static let bars = 14

    func section(_ target: Int) -> SlipReport.Section? { parts.slip?.sections.first { $0.end == .target(target) } }

    func slipFigure(_ target: Int) -> Figure? {
        guard let slip = parts.slip, let section = section(target), let minutes = section.minutes, !section.lines.isEmpty
        else { return nil }
        let (scale, fold) = (slip.scale(section), SlipFold(section.lines.map(\.minutes)))
        let shares = scale.shares(of: fold.amounts)
        var table = PageTable(["Task", "Owner", "Project", "Cause", " Slip", " Undo"])
        var steps: [WaterfallChart.Step] = []
        for (place, share) in zip(fold.places, shares) {
            let line = section.lines[place]
            let undo = line.cause == .absorbedByFloat ? "" : line.undoMinutes.map { scale.text(scale.share(of: $0)) } ?? ""
            table.add([
                "\(line.task.id) \(line.task.name)", line.owner?.name ?? line.team?.name ?? "", line.project?.name ?? "",
                line.cause.rawValue, scale.text(share), undo,
            ])
            let owner = (line.owner ?? line.team).map { ", \($0.name)" } ?? ""
            steps.append(
                .init(
                    name: "\(line.task.name), \(line.cause.rawValue)", amount: share, word: Self.signed(share, scale),
                    tip: "\(line.task.id) \(line.task.name)\(owner): \(line.cause.rawValue), \(scale.text(share))"))
        }
        if fold.hidden > 0 {
            let rest = shares[shares.count - 1]
            let word = Spelling.count(fold.hidden, "smaller line")
            table.add([word, "", "", "", scale.text(rest), ""])
            steps.append(.init(name: word, amount: rest, word: Self.signed(rest, scale), tip: "\(word): \(scale.text(rest))"))
        }
        let total = scale.share(of: minutes)
        table.add(["in all", "", "", "", scale.text(total), ""])
        let chart = WaterfallChart(
            title: "Why \(title(target)) has moved", summary: slip.sentence(section), steps: steps,
            total: .init(name: "in all", amount: total, word: Self.signed(total, scale), tip: "in all: \(scale.text(total))"),
            word: { "\(LinearScale.word($0)) \(scale.symbol)" }, parts: Double(scale.parts))
        return Figure(
            draw: chart.chart, table: table,
            note:
                "Working \(scale.symbol == "d" ? "days" : scale.symbol == "h" ? "hours" : "minutes"). Undo: how much earlier it would finish if this alone were undone."
        )
    }

    private static func signed(_ share: Int, _ scale: SlipScale) -> String { (share > 0 ? "+" : "") + scale.text(share) }

    func ganttFigure(_ target: Int) -> Figure? {
        let targets = TargetSchedule(of: parts.schedule)
        let nodes = PathRows.nodes(parts.schedule, targets, target)
        guard !nodes.isEmpty else { return nil }
        let left = PathRows.open(parts.schedule, targets, target).count - nodes.count
        let criticality = [parts.forecast.forecast, parts.sensitivity?.forecast].compactMap { $0?.criticality }.first {
            $0.targets.contains(target)
        }
        var table = PageTable(["Task", "Who", " Start", " Finish", " P10", " P50", " P90", " On the path"])
        var rows: [GanttChart.Row] = []
        for node in nodes {
            let task = Int(network.structure.taskOfNode[node])
            let name = "\(plan.tasks.text(.id, task)) \(plan.tasks.text(.name, task))"
            let (start, finish) = (
                max(date(parts.schedule.startInstant(node)), date(network.values.dataDate)),
                date(parts.schedule.finishInstant(node))
            )
            let quantiles = finishQuantiles(node)
            let share = criticality.map { found in
                Proportion(hits: found.entry(of: node, for: target).map { Int($0.count) } ?? 0, of: found.samples)
            }
            let who = plan.tasks.reference(.owner, task).map { plan.people.text(.name, $0) } ?? ""
            table.add(
                [name, who, Spelling.day(start), Spelling.lastDay(finish)]
                    + [quantiles?.p10, quantiles?.p50, quantiles?.p90].map { $0.map(Spelling.lastDay) ?? "" }
                    + [share.map(Spelling.percent) ?? ""])
            rows.append(
                .init(
                    name: name, start: start, finish: finish, finishes: quantiles, criticality: share?.value,
                    criticalityWord: share.map(Spelling.percent) ?? "",
                    tip: "\(name)\(who.isEmpty ? "" : ", \(who)"): \(Spelling.day(start)) to \(Spelling.lastDay(finish))"))
        }
        let chart = GanttChart(
            title: "What leads to the finish of \(title(target))",
            summary: "The \(Spelling.count(rows.count, "task")) of the driving path with the work left on each.", rows: rows,
            dataDate: plan.settings.dataDate, due: names.due(target))
        return Figure(
            draw: chart.chart, table: table,
            note: "On the right: in what share of the samples the task lies on the path."
                + (left > 0 ? " \(Spelling.verb(left, "shorter task is", "shorter tasks are")) left out." : ""))
    }

    /// P10, P50 and P90 of a task's own finish; `nil` where the forecast did not keep it.
    func finishQuantiles(_ node: Int) -> (p10: LocalDateTime, p50: LocalDateTime, p90: LocalDateTime)? {
        guard let sorted = parts.finishes[node]?.sorted() else { return nil }
        func percentile(_ percent: Int) -> LocalDateTime { date(sorted[max(0, (percent * sorted.count + 99) / 100 - 1)]) }
        return (percentile(10), percentile(50), percentile(90))
    }

    func tornadoFigure(_ target: Int) -> Figure? {
        guard let report = parts.sensitivity, let found = report.targets.first(where: { $0.target == target }) else {
            return nil
        }
        let ranking = report.ranking(of: found)
        let shown = ranking.byDays.filter { abs($0.minutes.mean / day) >= 0.05 }.prefix(Self.bars)
        guard !shown.isEmpty else { return nil }
        var table = PageTable(["What", "Kind", " Days", " On the path", " Rank correlation"])
        let rows = shown.map { row in
            let (days, error) = (row.minutes.mean / day, row.minutes.standardError.map { $0 / day })
            table.add([
                "\(row.id) \(row.name)", row.kind, Spelling.difference(days, error),
                row.criticality.map(Spelling.percent) ?? "",
                found.noise.isAbove(row.correlation) ? Spelling.number(row.correlation, decimals: 2) : "noise",
            ])
            return TornadoChart.Row(
                name: "\(row.id) \(row.name)", days: days, reach: row.minutes.halfWidth.map { $0 / day },
                word: Spelling.difference(days, error),
                isTask: row.isTask)
        }
        let chart = TornadoChart(
            title: "What moves the finish of \(title(target))",
            summary: "Mean working days that each task, driver or risk adds to the driving path beyond its plan.",
            rows: Array(rows))
        let more = ranking.byDays.count - shown.count
        return Figure(
            draw: chart.chart, table: table,
            note:
                "Mean working days that each adds to the driving path beyond its plan; a task's days include what drivers and risks add to it."
                + (more > 0 ? " \(Spelling.verb(more, "smaller one is", "smaller ones are")) left out." : "")
                + (ranking.noise.isEmpty
                    ? "" : " Left out too: \(Spelling.count(ranking.noise.count)) that cannot be told from noise."))
    }
}
