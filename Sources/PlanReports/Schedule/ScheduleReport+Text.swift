import PlanModel
import PlanNetwork
import PlanSchedule

extension ScheduleReport {
    /// No more of a longest path than this is listed for people; JSON has all of it.
    private static let longestList = 40
    /// Tasks with a total float of up to so many working days are near-critical.
    private static let nearCriticalDays = 5

    /// The schedule for people: finish, counts, targets, longest path; in its place the paths that were asked for.
    public func text(_ style: Style) -> String {
        var lines = [
            style.heading(
                "\(printable(plan.settings.name)): done \(Spelling.lastDay(schedule.date(schedule.finish))) by the plain plan"),
            counts,
        ]
        lines += Conventions(plan).sentence.map { wrapped($0 + ".", width: style.width, indent: 0) } ?? []
        lines.append("")
        lines += targetLines(style) + slipLines(style) + (paths?.lines(style) ?? longestPathLines(style))
        return lines.joined(separator: "\n") + "\n"
    }

    private var counts: String {
        let nodes = schedule.network.structure.nodeOfTask.map(Int.init)
        let open = nodes.filter { !schedule.isCompleted($0) }
        let near = Int32(Self.nearCriticalDays * plan.settings.units.minutesPerDay)
        let critical = open.count { schedule.isCritical($0) }
        let close = open.count { !schedule.isCritical($0) && schedule.totalFloat($0) <= near }
        return "Data date \(Spelling.day(plan.settings.dataDate)) · \(Spelling.count(nodes.count, "task")), "
            + "\(Spelling.count(nodes.count - open.count)) finished, \(Spelling.count(critical)) critical, "
            + "\(Spelling.count(close)) near-critical (float up to \(Self.nearCriticalDays) d)"
    }

    /// The two upper levels that the plan has.
    var listedTargets: [Int] {
        let kinds: [TargetKind] = names.tree.initiatives > 0 ? [.initiative, .goal] : [.goal, .project]
        return names.ordered(1..<names.tree.count).filter { kinds.contains(names.tree.kind($0)) }
    }

    private func targetLines(_ style: Style) -> [String] {
        let listed = listedTargets
        guard !listed.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "Target", isFlexible: true), .init(title: "Finish", isRight: true), .init(title: "Due", isRight: true),
            .init(title: "Float to due", isRight: true), .init(title: "Float in plan", isRight: true),
        ])
        for target in listed { table.add(cells(target)) }
        let hidden = names.tree.count - 1 - listed.count
        let more = hidden > 0 ? ["  and \(Spelling.count(hidden, "more target")) (--format json lists all)"] : []
        return [style.heading("Targets")] + table.lines(style) + more + [""]
    }

    private func cells(_ target: Int) -> [TextTable.Cell] {
        let units = plan.settings.units
        let toDue = targets.floatToDue(target).map(Int.init)
        return [
            .init(indented(target)), .init(finish(target).map(Spelling.lastDay) ?? "no tasks"),
            .init(names.due(target).map(Spelling.lastDay) ?? "-"),
            .init(toDue.map { Spelling.days($0, units) } ?? "-", toDue.map { $0 < 0 ? .bad : .good }),
            .init(targets.totalFloat(target).map { Spelling.days(Int($0), units) } ?? "-"),
        ]
    }

    /// A target's title, goals and projects further to the right than initiatives.
    func indented(_ target: Int) -> String {
        (names.tree.kind(target) == .initiative ? "" : "  ") + names.title(target)
    }

    private func longestPathLines(_ style: Style) -> [String] {
        let path = drivingPath(0)
        guard !path.isEmpty else { return [] }
        var table = TextTable([
            .init(title: "Task"), .init(title: "", isFlexible: true), .init(title: "Start", isRight: true),
            .init(title: "Finish", isRight: true), .init(title: "Owner", isFlexible: true),
        ])
        for node in path.suffix(Self.longestList) {
            let task = plan.tasks[row(node)]
            table.add([
                .init(task.id), .init(task.name), .init(Spelling.day(schedule.date(schedule.startInstant(node)))),
                .init(Spelling.lastDay(schedule.date(schedule.finishInstant(node)))),
                .init(task.owner.map { plan.people.text(.name, $0) } ?? "-"),
            ])
        }
        let hidden = path.count - Self.longestList
        let title =
            "Longest path, \(Spelling.count(path.count, "task"))" + (hidden > 0 ? " (the last \(Self.longestList))" : "")
        return [style.heading(title)] + table.lines(style)
    }
}
