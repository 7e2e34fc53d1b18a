import PlanModel
import PlanNetwork
import PlanSchedule

/// The names and the order of targets and tasks to which paths lead.
struct EndNames: Sendable {
    let names: TargetNames
    private let taskOfNode: [Int32]

    init(_ plan: Plan, _ network: Network) {
        (names, taskOfNode) = (TargetNames(plan, network), network.structure.taskOfNode)
    }

    /// What is shown where nothing was asked for: every initiative, or the plan where it has none.
    var initiatives: [PathEnd] {
        let all = names.ordered(names.tree.targets(.initiative))
        return all.isEmpty ? [.target(0)] : all.map(PathEnd.target)
    }

    /// The plan, then targets by kind and id, then tasks by id, each in natural order.
    func ordered(_ ends: [PathEnd]) -> [PathEnd] {
        var (targets, tasks): ([Int], [(id: String, node: Int)]) = ([], [])
        for end in ends {
            switch end {
            case .target(let target): targets.append(target)
            case .task(let node): tasks.append((names.plan.tasks.text(.id, Int(taskOfNode[node])), node))
            }
        }
        let whole = targets.contains(0) ? [0] : []
        return (whole + names.ordered(targets)).map(PathEnd.target)
            + tasks.sorted { NaturalOrder.isBefore($0.id, $1.id) }.map { .task($0.node) }
    }

    /// The task row of an end that is a task; `nil` for a target.
    func taskRow(_ end: PathEnd) -> Int? {
        if case .task(let node) = end { Int(taskOfNode[node]) } else { nil }
    }

    /// The identifier; `nil` for the plan.
    func id(_ end: PathEnd) -> String? {
        switch end {
        case .target(let target): names.id(target)
        case .task(let node): names.plan.tasks.text(.id, Int(taskOfNode[node]))
        }
    }

    /// The name.
    func name(_ end: PathEnd) -> String {
        switch end {
        case .target(let target): names.name(target)
        case .task(let node): names.plan.tasks.text(.name, Int(taskOfNode[node]))
        }
    }

    /// Identifier and name, as the beginning of a line: `I5 Finance renewal`, `Whole plan`.
    func title(_ end: PathEnd) -> String { printable(id(end).map { "\($0) \(name(end))" } ?? "Whole plan") }

    /// `plan`, `initiative`, `goal`, `project` or `task`.
    func kind(_ end: PathEnd) -> String {
        if case .target(let target) = end { names.tree.kind(target).rawValue } else { "task" }
    }
}
