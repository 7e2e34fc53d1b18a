import PlanModel
import PlanSchedule

extension SlipReport {
    /// Why finishes have moved, for people: a sentence for each target, their ledgers, what they add up to by cause; of a single target also
    /// by owner, team and project.
    public func text(_ style: Style) -> String {
        var lines = [
            style.heading("\(printable(plan.settings.name)) against the baseline \(printable(notes.slippage.baseline))")
        ]
        lines += wrapped("Data date \(Spelling.day(plan.settings.dataDate)) · \(counts)", width: style.width) + [""]
        for section in sections { lines += wrapped(sentence(section), width: style.width, indent: 2) }
        for section in sections { lines += ledgerLines(section, style) }
        if sections.contains(where: { !$0.lines.isEmpty }) { lines += ["", "  " + style.paint(Self.legend, .faint)] }
        if let weeks { for section in sections { lines += weekLines(section, weeks, style) } }
        lines += sections.count == 1 ? rollUpLines(sections[0], style) : matrixLines(style)
        let notes = notes.lines(style)
        if !notes.isEmpty { lines += [""] + notes }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let legend = "undo: how much earlier it would finish if this alone were undone"

    /// `6 initiatives: 4 late, 1 early, 1 on its baseline date`.
    private var counts: String {
        let moves = sections.compactMap(\.minutes)
        let (late, early) = (moves.count { $0 > 0 }, moves.count { $0 < 0 })
        let empty = sections.count { $0.currentFinish == nil }
        let (even, unknown) = (moves.count - late - early, sections.count - moves.count - empty)
        let parts = [
            late > 0 ? "\(Spelling.count(late)) late" : nil, early > 0 ? "\(Spelling.count(early)) early" : nil,
            even > 0 ? "\(Spelling.count(even)) as planned" : nil,
            unknown > 0 ? "\(Spelling.count(unknown)) not in the baseline" : nil,
            empty > 0 ? "\(Spelling.count(empty)) without tasks" : nil,
        ]
        let kinds = Set(sections.map { names.kind($0.end) })
        let noun = kinds.count == 1 ? kinds.first! : "target"
        return "\(Spelling.count(sections.count, noun)): \(parts.compactMap { $0 }.joined(separator: ", "))"
    }

    // MARK: a ledger

    private func ledgerLines(_ section: Section, _ style: Style) -> [String] {
        guard !section.lines.isEmpty, let minutes = section.minutes, let then = section.baselineFinish,
            let now = section.currentFinish
        else { return [] }
        let span = Self.span(from: then, to: now)
        let title = DisplayWidth.cut(names.title(section.end), to: style.width - DisplayWidth.of(span) - 3)
        return ["", style.heading(title) + "   " + style.paint(span, .faint)]
            + ledger(section.lines, total: minutes, scale(section)).lines(style)
    }

    private func ledger(_ lines: [SlipLine], total: Int, _ scale: SlipScale) -> TextTable {
        var table = TextTable([
            .init(title: "Task"), .init(title: "", isFlexible: true), .init(title: "Owner", isFlexible: true),
            .init(title: "Cause"),
            .init(title: "Slip", isRight: true), .init(title: "Undo", isRight: true),
        ])
        let fold = SlipFold(lines.map(\.minutes))
        let shares = scale.shares(of: fold.amounts)
        for (place, share) in zip(fold.places, shares) {
            let line = lines[place]
            table.add([
                .init(line.task.id), .init(line.task.name), .init(line.owner?.name ?? "-"), .init(line.cause.rawValue),
                .init(scale.text(share), Self.ink(share)),
                .init(line.cause == .absorbedByFloat ? "-" : line.undoMinutes.map { scale.text(scale.share(of: $0)) } ?? "-"),
            ])
        }
        if fold.hidden > 0 {
            let rest = shares[shares.count - 1]
            table.add([
                "", .init(Spelling.count(fold.hidden, "more line")), "", "", .init(scale.text(rest), Self.ink(rest)), "",
            ])
        }
        table.add(["", "in all", "", "", .init(scale.text(scale.share(of: total)), .heading), ""])
        return table
    }

    static func ink(_ share: Int) -> Style.Ink? { share == 0 ? nil : share > 0 ? .bad : .good }
}
