public import PlanModel
public import PlanNetwork

/// How far one initiative is worked out: its goals, and the projects and tasks below them, at whatever depth, in the tree and along links with a weight.
public struct InitiativeSteps: Sendable, Equatable {
    /// How many of something fulfil a condition.
    public struct Tally: Sendable, Equatable {
        /// Those that do, and all.
        public internal(set) var covered = 0, total = 0

        /// The one of the other; `nil` where there is nothing to count.
        public var share: Double? { total > 0 ? Double(covered) / Double(total) : nil }

        mutating func add(_ isCovered: Bool) {
            total += 1
            covered += isCovered ? 1 : 0
        }
    }

    /// Goals with a measure and the level from which on they are met.
    public internal(set) var measuredGoals = Tally()
    /// Goals with a due date and an owner who is employed.
    public internal(set) var ownedGoals = Tally()
    /// Goals with a project.
    public internal(set) var goalsWithProject = Tally()
    /// Projects with a task, finished or not.
    public internal(set) var projectsWithTask = Tally()
    /// Open tasks with a person or team (a milestone: with an owner).
    public internal(set) var tasksWithPerson = Tally()
    /// Open tasks with a due date or a deadline.
    public internal(set) var tasksWithDate = Tally()
    /// Open tasks that have begun, rows, ascending.
    public internal(set) var started: [Int32] = []

    /// Those of every initiative, by row.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - alignment: of both.
    /// - Complexity: O(elements and tasks below each initiative).
    public static func all(of plan: Plan, _ network: Network, _ alignment: Alignment) -> [InitiativeSteps] {
        let cascade = Cascade(plan, network, alignment.graph, alignment.effort)
        let capacity = CapacityModel(of: plan, network)
        var seen = Seen(elements: cascade.tree.count, tasks: alignment.effort.isOpen.count)
        return plan.initiatives.rows.map { row in
            var steps = InitiativeSteps()
            seen.initiative = Int32(row)
            for element in cascade.below(cascade.tree.target(.initiative, row: row), &seen.elements) {
                steps.add(element, cascade, network, capacity, &seen)
            }
            steps.started.sort()
            return steps
        }
    }

    private mutating func add(
        _ element: Int, _ cascade: Cascade, _ network: Network, _ capacity: CapacityModel, _ seen: inout Seen
    ) {
        let (tree, row) = (cascade.tree, cascade.tree.row(element))
        if tree.kind(element) == .goal {
            let goals = cascade.plan.goals
            measuredGoals.add(!goals.text(.measure, row).isEmpty && goals.number(.met, row) != nil)
            let owner = goals.reference(.owner, row)
            ownedGoals.add(owner.map(cascade.presence.isHere) ?? false && goals.date(.due, row) != nil)
            goalsWithProject.add(cascade.hasChild(element, .project))
        }
        if tree.kind(element) == .project { projectsWithTask.add(!tree.members[element].isEmpty) }
        for place in tree.members[element] {
            let node = Int(tree.members.items[place])
            let task = Int(network.structure.taskOfNode[node])
            guard cascade.effort.isOpen[task], seen.tasks[task] != seen.initiative else { continue }
            seen.tasks[task] = seen.initiative
            let isMilestone = network.values.planned[node] == 0
            tasksWithPerson.add(!capacity.demands(of: node).isEmpty || isMilestone && cascade.tasks.owner(task) != nil)
            tasksWithDate.add(cascade.tasks.promise(task) != nil)
            if network.values.progress(of: node) == .started { started.append(Int32(task)) }
        }
    }
}

/// For which initiative each element and each task was counted last, so that none is counted twice.
private struct Seen {
    var initiative: Int32 = -1
    var elements: [Int32], tasks: [Int32]

    init(elements: Int, tasks: Int) {
        (self.elements, self.tasks) = (Array(repeating: -1, count: elements), Array(repeating: -1, count: tasks))
    }
}

extension Cascade {
    /// An initiative and the goals and projects that serve it, each once; other initiatives that it has links from are not looked into.
    ///
    /// - Parameter seen: the last initiative for which each was reached; kept from call to call.
    fileprivate func below(_ top: Int, _ seen: inout [Int32]) -> [Int] {
        var found = [top]
        var next = 0
        seen[top] = Int32(top)
        while next < found.count {
            let element = found[next]
            next += 1
            for place in tree.children[element] {
                let child = Int(tree.children.items[place])
                guard seen[child] != Int32(top), tree.kind(child) != .initiative else { continue }
                guard graph.arcs(of: child).contains(where: { graph.parents[$0] == Int32(element) && graph.weights[$0] > 0 })
                else { continue }
                seen[child] = Int32(top)
                found.append(child)
            }
        }
        return found
    }
}
