import PlanModel
import PlanSchedule

/// The history of a slip: which week lost how many days, and to what.
extension SlipReport {
    // MARK: text

    /// The weeks in which a finish moved; those in which it did not are counted.
    func weekLines(_ section: Section, _ weeks: SlipWeeks, _ style: Style) -> [String] {
        let all = weeks[section.end]
        guard !all.isEmpty, section.minutes != nil else { return [] }
        let scale = SlipScale(of: all.map(\.minutes), section.units)
        let shares = scale.shares(of: all.map(\.minutes))
        var table = TextTable([
            .init(title: "By"), .init(title: "Slip", isRight: true), .init(title: "So far", isRight: true),
            .init(title: "Most of it", isFlexible: true), .init(title: "Owner", isFlexible: true), .init(title: "Cause"),
        ])
        var sum = 0
        for (week, share) in zip(all, shares) where week.minutes != 0 {
            sum += share
            let most = week.lines.filter { ($0.minutes < 0) == (week.minutes < 0) && $0.cause != .absorbedByFloat }
                .max { $0.minutes.magnitude < $1.minutes.magnitude }
            table.add([
                .init(week.date.map(Spelling.lastDay) ?? "undated"), .init(scale.text(share), Self.ink(share)),
                .init(scale.text(sum)),
                .init(most.map { printable($0.task.name) } ?? "-"), .init(most?.owner.map { printable($0.name) } ?? "-"),
                .init(most?.cause.rawValue ?? "-"),
            ])
        }
        let still = all.count { $0.minutes == 0 }
        let title = DisplayWidth.cut("\(names.title(section.end)), week by week", to: style.width)
        let rest = still == 0 ? [] : ["  " + style.paint("\(Spelling.count(still, "week")) moved nothing", .faint)]
        let isDated = all.allSatisfy { $0.date != nil || $0.minutes == 0 }
        let note = isDated ? [] : wrapped(Self.undated, width: style.width - 2).map { "  " + style.paint($0, .faint) }
        return ["", style.heading(title)] + (still == all.count ? [] : table.lines(style)) + rest + note
    }

    private static let undated =
        "undated: what the plan itself has more than the baseline, new estimates, tasks and relations; no report says since when"

    // MARK: JSON

    func write(_ weeks: [SlipWeeks.Week], to json: inout JSONWriter) {
        json.key("history")
        json.array { json in
            for week in weeks {
                json.object { json in
                    json.field("date", week.date)
                    json.field("minutes", week.minutes)
                    json.key("ledger")
                    json.array { json in
                        for line in week.lines { Self.write(line, isUndone: false, to: &json) }
                    }
                }
            }
        }
    }

    // MARK: CSV

    /// The weeks as CSV, one row a line of their ledgers; a week without lines has one row whose last cells are empty.
    func csv(_ weeks: SlipWeeks) -> [UInt8] {
        var csv = CSVWriter(
            header: [
                "target", "kind", "week", "slip_minutes", "line", "task", "name", "project", "owner", "team", "cause",
                "predecessor", "minutes",
            ])
        for section in sections {
            for week in weeks[section.end] {
                let lines: [SlipLine?] = week.lines.isEmpty ? [nil] : week.lines
                for (place, line) in lines.enumerated() {
                    csv.cell(names.id(section.end))
                    csv.cell(names.kind(section.end))
                    csv.cell(week.date)
                    csv.cell(week.minutes)
                    csv.cell(line == nil ? nil : place + 1)
                    for text in [line?.task.id, line?.task.name, line?.project?.id, line?.owner?.id, line?.team?.id] {
                        csv.cell(text)
                    }
                    csv.cell(line?.cause.rawValue)
                    csv.cell(line?.predecessor?.id)
                    csv.cell(line?.minutes)
                    csv.endRow()
                }
            }
        }
        return csv.bytes
    }
}
