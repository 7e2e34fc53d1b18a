import PlanModel
import PlanNetwork
import PlanSchedule

extension PathReport {
    /// No more of a driving path than this is listed for people; JSON and CSV have all of it.
    private static let longestList = 40
    /// Paths of more tasks are folded to the first and the last.
    private static let unfoldedTasks = 3

    /// What is shown for people, a section for each target or task.
    func lines(_ style: Style) -> [String] {
        Array(sections.map { lines($0, style) }.joined(separator: [""]))
    }

    private func lines(_ section: Section, _ style: Style) -> [String] {
        let title = names.title(section.end)
        guard let finish = finish(section.end), let first = section.paths.first else {
            return [style.heading("\(title): no tasks")]
        }
        let hidden = first.nodes.count - Self.longestList
        let shown = hidden > 0 ? " (the last \(Self.longestList))" : ""
        let length = "driving path, \(Spelling.count(first.nodes.count, "task"))\(shown)"
        var lines = [style.heading("\(title): done \(Spelling.lastDay(finish))"), "  " + style.paint(length, .faint)]
        lines += drivingTable(first.nodes, section.drags).lines(style)
        return lines + furtherLines(section, style)
    }

    private func drivingTable(_ nodes: [Int], _ drags: [Int32]) -> TextTable {
        var table = TextTable([
            .init(title: "Task"), .init(title: "", isFlexible: true), .init(title: "Start", isRight: true),
            .init(title: "Finish", isRight: true), .init(title: "Drag", isRight: true),
        ])
        for (node, drag) in zip(nodes, drags).suffix(Self.longestList) {
            table.add([
                .init(id(node)), .init(plan.tasks[row(node)].name),
                .init(Spelling.day(schedule.date(schedule.startInstant(node)))),
                .init(Spelling.lastDay(schedule.date(schedule.finishInstant(node)))),
                .init(schedule.isCompleted(node) ? "done" : days(Int(drag))),
            ])
        }
        return table
    }

    private func furtherLines(_ section: Section, _ style: Style) -> [String] {
        guard count > 1 else { return [] }
        guard section.paths.count > 1 else { return ["  " + style.paint("no other path", .faint)] }
        var table = TextTable([
            .init(title: "Path", isRight: true), .init(title: "Float", isRight: true), .init(title: "Joins"),
            .init(title: "Tasks", isFlexible: true), .init(title: "Last task", isFlexible: true),
        ])
        for (place, path) in section.paths.enumerated().dropFirst() {
            table.add([
                .init(Spelling.count(place + 1)), .init(days(path.float)), .init(path.joins.map(id) ?? "the end"),
                .init(folded(path.nodes)), .init(plan.tasks[row(path.nodes[path.nodes.count - 1])].name),
            ])
        }
        return ["  " + style.paint("next float paths", .faint)] + table.lines(style)
    }

    /// The ids of a path: of a long one the first and the last, and how many there are.
    private func folded(_ nodes: [Int]) -> String {
        guard nodes.count > Self.unfoldedTasks else { return nodes.map(id).joined(separator: ", ") }
        return "\(id(nodes[0])), …, \(id(nodes[nodes.count - 1])) (\(Spelling.count(nodes.count, "task")))"
    }

    private func days(_ minutes: Int) -> String { Spelling.days(minutes, plan.settings.units) }
}
