import PlanModel
import PlanNetwork

/// How far the cascade is complete at each of its steps, by count and by remaining effort.
public struct AlignmentCoverage: Sendable, Equatable {
    /// How many of something fulfil a condition, and how many minutes of remaining effort that is.
    public struct Step: Sendable, Equatable {
        /// Those that do, and all.
        public internal(set) var covered = 0, total = 0
        /// Minutes left of those that do, and of all.
        public internal(set) var coveredMinutes: Int64 = 0, totalMinutes: Int64 = 0

        mutating func add(_ isCovered: Bool, _ minutes: Int64) {
            total += 1
            totalMinutes += minutes
            guard isCovered else { return }
            covered += 1
            coveredMinutes += minutes
        }
    }

    /// Initiatives with a goal; minutes that initiatives keep.
    public internal(set) var initiatives = Step()
    /// Goals with a project; minutes that arrive at goals.
    public internal(set) var goals = Step()
    /// Projects with a task, finished or not; minutes that arrive at projects.
    public internal(set) var projects = Step()
    /// Open tasks with a person or team and a date. Of a milestone, which is no work, the owner is the person; a date is its own due date or deadline.
    public internal(set) var tasks = Step()
    /// Employees of the data date with a line of sight; minutes that they carry themselves.
    public internal(set) var people = Step()
    /// Goals, projects and open tasks that serve an initiative; of tasks the minutes are those that reach one.
    public internal(set) var goalsServing = Step(), projectsServing = Step(), tasksServing = Step()

    /// Minutes that reach an initiative, and all.
    public var effort: (covered: Int64, total: Int64) { (tasksServing.coveredMinutes, tasksServing.totalMinutes) }

    init(
        _ cascade: Cascade, _ flow: EffortFlow, _ carried: CarriedEffort, _ sight: LinesOfSight, _ capacity: CapacityModel,
        _ network: Network
    ) {
        let tree = cascade.tree
        for element in tree.targets(.initiative) {
            initiatives.add(cascade.hasChild(element, .goal), flow.ofInitiative[tree.row(element)])
        }
        for element in tree.targets(.goal) {
            goals.add(cascade.hasChild(element, .project), flow.arriving[element])
            goalsServing.add(cascade.serves[element], flow.arriving[element])
        }
        for element in tree.targets(.project) {
            projects.add(!tree.members[element].isEmpty, flow.arriving[element])
            projectsServing.add(cascade.serves[element], flow.arriving[element])
        }
        for task in cascade.effort.isOpen.indices where cascade.effort.isOpen[task] {
            let node = Int(network.structure.nodeOfTask[task])
            let minutes = cascade.effort.ofTask[task]
            let isMilestone = network.values.planned[node] == 0
            let hasPerson =
                !capacity.demands(of: node).isEmpty || isMilestone && cascade.tasks.owner(task) != nil
            tasks.add(hasPerson && cascade.tasks.promise(task) != nil, minutes)
            tasksServing.add(cascade.serves(task: task), minutes)
        }
        tasksServing.coveredMinutes = flow.total - flow.unaligned
        for person in cascade.plan.people.rows where cascade.presence.isHere(person) {
            people.add(sight.ofPerson[person] == .clear, carried.byCarrier.total(person))
        }
    }
}

extension Cascade {
    /// Whether something of a level serves an element directly, by the tree or by a link that counts.
    func hasChild(_ element: Int, _ level: TargetKind) -> Bool {
        tree.children[element].contains { place in
            let child = Int(tree.children.items[place])
            guard child != element, tree.kind(child) == level else { return false }
            return graph.arcs(of: child).contains { graph.parents[$0] == Int32(element) && graph.weights[$0] > 0 }
        }
    }
}
