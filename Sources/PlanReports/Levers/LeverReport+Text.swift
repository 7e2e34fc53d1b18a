import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension LeverReport {
    /// The longest bar of the picture, columns; and no more rows in it than this.
    private static let bar = 24, rows = 12

    /// The search for people: a sentence with the answer, what money buys, each move alone, what one more person would bring, what was tried.
    public func text(_ style: Style) -> String {
        var lines = wrapped(headline, width: style.width, indent: 2).map { style.paint($0, .heading) }
        lines += [""] + wrapped(head, width: style.width)
        lines += picture(style) + alone(style) + persons(style) + tried(style)
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: sentences

    private var headline: String {
        let percent = 100 * outcome.goal.probability
        let wanted = "\(Spelling.number(percent, decimals: percent == percent.rounded() ? 0 : 1)) %"
        let aim = "\(printable(title)) by \(Spelling.lastDay(due))"
        if let answer = outcome.answer {
            let reached = "on time in \(Spelling.percent(answer.onTime)) of fresh runs"
            if answer.moves.count == 0 { return "\(aim): the plan as it is reaches \(wanted); it is \(reached)." }
            return "\(aim): the cheapest way to \(wanted) that was found costs \(cost(answer.cost)): "
                + "\(Spelling.list(names(answer.moves).map { printable($0) })); \(reached)."
        }
        guard let best = outcome.best, best.moves.count > 0 else { return "\(aim): no move brings it to \(wanted)." }
        let so =
            "\(Spelling.percent(best.onTime)) for \(cost(best.cost)) with \(Spelling.list(names(best.moves).map { printable($0) }))"
        if outcome.confirmations.isEmpty {
            return "\(aim): none of the sets tried brings it to \(wanted); the best reaches \(so)."
        }
        return
            "\(aim): \(wanted) is at the edge of what the moves can do. On fresh random numbers \(outcome.confirmations.count == 1 ? "the set" : "the sets") "
            + "that reached it fell short; the best reached \(so)."
    }

    private var head: String {
        let settings = outcome.settings
        var head =
            "\(printable(plan.settings.name)) · data date \(Spelling.day(plan.settings.dataDate)) · "
            + "up to \(Spelling.count(settings.samples, "sample")), seed \(settings.seed), the same for all sets"
        if let last = outcome.confirmations.last { head += "; confirmed with seed \(last.seed)" }
        if settings.mode == .none { head += " · people are no limit" }
        return head
    }

    // MARK: the picture

    /// What money buys: the best chance for each cost, as bars with the wanted probability marked.
    private func picture(_ style: Style) -> [String] {
        let frontier = outcome.frontier
        guard frontier.count > 1 else { return [] }
        var table = TextTable([
            .init(title: "Cost", isRight: true), .init(title: "On time", isRight: true), .init(title: ""),
            .init(title: "Moves", isFlexible: true),
        ])
        let answer = outcome.answer?.moves
        for trial in frontier.prefix(Self.rows) {
            let isAnswer = trial.moves == answer
            let named = trial.moves.count == 0 ? "as it is" : names(trial.moves).map { printable($0) }.joined(separator: " + ")
            table.add([
                .init(cost(trial.cost)), .init(Spelling.percentWithError(trial.onTime)),
                .init(bar(trial.onTime.value), trial.verdict == .reaches ? .good : nil),
                .init((isAnswer ? "▶ " : "") + named, isAnswer ? .good : nil),
            ])
        }
        let left = frontier.count - Self.rows
        let remark = "the best chance for each cost" + (style.width < 72 ? "" : ", ┊ what is wanted")
        return [""] + titled("What money buys", remark, style)
            + table.without(style.width < 72 ? [2] : []).lines(style)
            + (left > 0 ? ["  and \(Spelling.count(left, "dearer set")) (--format json lists all)"] : [])
    }

    /// A heading with a remark behind it, or below where the line is short.
    private func titled(_ title: String, _ remark: String, _ style: Style) -> [String] {
        let line = style.heading(title)
        if title.count + 3 + remark.count <= style.width { return [line + style.paint("   \(remark)", .faint)] }
        return [line] + wrapped(remark, width: style.width - 2).map { "  " + style.paint($0, .faint) }
    }

    private func bar(_ share: Double) -> String {
        let (filled, wanted) = (
            Int((share * Double(Self.bar)).rounded()), Int((outcome.goal.probability * Double(Self.bar)).rounded())
        )
        return String((0..<Self.bar).map { $0 < filled ? "━" : $0 == min(wanted, Self.bar - 1) ? "┊" : " " })
    }

    // MARK: each move

    private func alone(_ style: Style) -> [String] {
        var table = TextTable([
            .init(title: "Each move alone", isFlexible: true), .init(title: "Cost", isRight: true),
            .init(title: "On time, points", isRight: true), .init(title: "Mean, days", isRight: true),
            .init(title: "Could touch", isRight: true),
        ])
        for trial in ranked {
            let place = trial.moves.places[0]
            table.add([
                .init(outcome.list.moves[place].name), .init(cost(trial.cost)), points(trial.gain), days(trial.change),
                .init(touch(outcome.reach[place])),
            ])
        }
        return [""] + table.without(style.width < 92 ? style.width < 76 ? [3, 4] : [4] : []).lines(style)
    }

    private func touch(_ minutes: Double) -> String {
        minutes.isInfinite ? "the date" : "\(Spelling.number(minutes / day, decimals: 1)) d"
    }

    private func points(_ gain: DifferenceEstimate) -> TextTable.Cell {
        .init(Spelling.ranged(gain, per: 0.01, decimals: 0), gain.isClear ? gain.value > 0 ? .good : .bad : nil)
    }

    private func days(_ change: TargetChange) -> TextTable.Cell {
        if change.isSame { return "same" }
        let mean = change.meanMinutes
        return .init(Spelling.ranged(mean, per: day, decimals: 1), mean.isClear ? mean.value < 0 ? .good : .bad : nil)
    }

    // MARK: one more person

    private func persons(_ style: Style) -> [String] {
        guard outcome.settings.mode == .dynamic else { return [] }
        let title = "What one more person would bring"
        guard !outcome.people.isEmpty else {
            let left = Spelling.count(outcome.untriedTeams, "team")
            return [
                "", style.heading(title),
                outcome.untriedTeams == 0
                    ? "  The finish waits for nobody." : "  The finish waits for \(left); no time was left to look at them.",
            ]
        }
        var table = TextTable([
            .init(title: "Team", isFlexible: true), .init(title: "Waits on the path", isRight: true),
            .init(title: "On time, points", isRight: true), .init(title: "Mean, days", isRight: true),
        ])
        for value in people {
            let name = "\(plan.teams.text(.id, value.team)) \(plan.teams.text(.name, value.team))"
            let wait = "\(Spelling.number(value.criticalWait / day, decimals: 1)) d"
            if let change = value.change, let gain = change.onTime {
                table.add([.init(name), .init(wait), points(gain), days(change)])
            } else {
                table.add([.init(name), .init(wait), "-", "nobody can join"])
            }
        }
        let remark = "full-time, from \(Spelling.day(plan.settings.dataDate)) on, taking a part of the team's work"
        return [""] + titled(title, remark, style)
            + table.without(style.width < 76 ? [1] : []).lines(style)
            + (outcome.untriedTeams > 0
                ? ["  and \(Spelling.count(outcome.untriedTeams, "team")) more that the finish waits for, not looked at"] : [])
    }

    // MARK: what was tried

    private func tried(_ style: Style) -> [String] {
        let trials = outcome.trials
        let runs = trials.reduce(0) { $0 + $1.samples }
        var sentences = [
            "\(Spelling.count(trials.count, "set")) simulated, \(Spelling.count(runs, "replication")) at their last look; "
                + "\(Spelling.count(trials.count { $0.verdict == .fallsShort && $0.samples < outcome.settings.samples })) were given up "
                + "once three standard errors left no doubt."
        ]
        let cheaper = outcome.answer == nil ? "" : " that cost less than the answer"
        sentences.append(
            outcome.untriedPairs == 0
                ? "All single moves and pairs\(cheaper) were tried; of larger sets those that promise most."
                : "\(Spelling.count(outcome.untriedPairs)) single moves and pairs\(cheaper) were not tried.")
        if outcome.isCutShort {
            sentences.append("The budget ended the search; more --seconds may find a cheaper set.")
        }
        let fell = outcome.confirmations.filter { $0.verdict == .fallsShort }
        for trial in fell {
            sentences.append(
                "\(Spelling.list(names(trial.moves).map { printable($0) })) reached it, but on fresh numbers only "
                    + "\(Spelling.percentWithError(trial.onTime)).")
        }
        if let all = outcome.everything {
            sentences.append(
                "All \(all.moves.count) moves that go together: \(Spelling.percentWithError(all.onTime)) for \(cost(all.cost))."
            )
        }
        for refusal in outcome.refusals.prefix(3) {
            sentences.append(
                "Not possible together: \(Spelling.list(names(refusal.moves).map { printable($0) })): \(printable(refusal.reason))."
            )
        }
        return ["", style.heading("What was tried")]
            + sentences.flatMap { wrapped($0, width: style.width - 2, indent: 2) }.map { "  " + style.paint($0, .faint) }
    }
}
