import PlanModel
import PlanNetwork

/// Where the cascade is broken: lists in the order of the tables.
public struct AlignmentGaps: Sendable {
    /// Something at whose top the way up ends before an initiative.
    public struct Orphan: Sendable, Equatable {
        /// A goal, a project or an open task that belongs to nothing and serves nothing by a link.
        public let element: AlignmentElement
        /// Open tasks at or below it in the tree.
        public let openTasks: Int
        /// Minutes that end here; those of all orphans together are the unaligned effort.
        public let minutes: Int64
    }

    /// Somebody who answers for something open and is not there to do it.
    public struct AbsentOwner: Sendable, Equatable {
        /// Why not.
        public enum Reason: String, Sendable, CaseIterable {
            /// Their last day was before the data date.
            case left
            /// Their first day is after it.
            case toCome = "to come"
            /// They leave before it is due.
            case leaving = "leaves before it is due"
        }

        /// What they answer for.
        public let element: AlignmentElement
        /// Who they are, a row.
        public let person: Int32
        /// Why they are not there.
        public let reason: Reason
    }

    /// Who does what by when: what open tasks say of it.
    public struct Completeness: Sendable, Equatable {
        /// Open tasks.
        public internal(set) var tasks = 0
        /// Those with a person or team assigned; with an owner alone; with neither.
        public internal(set) var assigned = 0, ownedOnly = 0, nobody = 0
        /// Those with a name of their own, more than their id.
        public internal(set) var named = 0
        /// Those that are due or have a deadline; that have a finish in a baseline alone; with neither.
        public internal(set) var due = 0, planned = 0, undated = 0
        /// Those that say all three.
        public internal(set) var complete = 0
    }

    /// An open task that does not say who does what by when.
    public struct Incomplete: Sendable, Equatable {
        /// The task, a row.
        public let task: Int32
        /// Whether it says who, what and by when.
        public let hasWho: Bool, hasWhat: Bool, hasWhen: Bool
    }

    /// Goals, projects and open tasks whose way up ends.
    public internal(set) var orphans: [Orphan] = []
    /// Orphan tasks that are finished.
    public internal(set) var finishedOrphanTasks = 0
    /// Initiatives without a goal, goals without a project, projects without a task.
    public internal(set) var deadEnds: [AlignmentElement] = []
    /// Open elements for which nobody answers.
    public internal(set) var unowned: [AlignmentElement] = []
    /// Open tasks with work and nobody assigned, a milestone not counted.
    public internal(set) var unassigned: [AlignmentElement] = []
    /// Open elements without a due date (a task without a deadline either).
    public internal(set) var undated: [AlignmentElement] = []
    /// Open elements whose owner is not there.
    public internal(set) var absentOwners: [AbsentOwner] = []
    /// Open tasks assigned to somebody who has left, each pair once.
    public internal(set) var assignedToLeavers: [AbsentOwner] = []
    /// Open tasks that do not say all of it.
    public internal(set) var incomplete: [Incomplete] = []
    /// Who does what by when.
    public internal(set) var completeness = Completeness()

    init(_ cascade: Cascade, _ flow: EffortFlow, _ network: Network, _ capacity: CapacityModel) {
        for element in 1..<max(cascade.tree.count, 1) { add(element, cascade, flow) }
        for task in cascade.effort.isOpen.indices {
            guard cascade.effort.isOpen[task] else {
                if isOrphan(task, cascade), network.values.progress(of: Int(network.structure.nodeOfTask[task])) == .completed {
                    finishedOrphanTasks += 1
                }
                continue
            }
            let node = Int(network.structure.nodeOfTask[task])
            add(
                task: task, !capacity.demands(of: node).isEmpty, isMilestone: network.values.planned[node] == 0, cascade)
        }
        addLeavers(cascade, network, capacity)
    }

    private mutating func add(_ target: Int, _ cascade: Cascade, _ flow: EffortFlow) {
        let (tree, element) = (cascade.tree, cascade.element(target))
        let isDeadEnd =
            switch tree.kind(target) {
            case .plan: false
            case .initiative: !cascade.hasChild(target, .goal)
            case .goal: !cascade.hasChild(target, .project)
            case .project: tree.members[target].isEmpty
            }
        if isDeadEnd { deadEnds.append(element) }
        let arcs = cascade.graph.arcs(of: target)
        if arcs.count == 1, cascade.graph.parents[arcs.lowerBound] == 0 {
            orphans.append(Orphan(element: element, openTasks: cascade.openTasks[target], minutes: flow.arriving[target]))
        }
        guard cascade.isOpen(target) else { return }
        let due = Self.due(cascade.plan, element)
        if due == nil { undated.append(element) }
        addOwner(cascade.owner(target), element, due, cascade.presence)
    }

    private mutating func addOwner(_ owner: Int?, _ element: AlignmentElement, _ due: LocalDateTime?, _ presence: Presence) {
        guard let owner else { return unowned.append(element) }
        let reason: AbsentOwner.Reason? =
            presence.hasLeft(owner)
            ? .left
            : presence.isToCome(owner) ? .toCome : due.map { presence.leaves(owner, before: $0) } ?? false ? .leaving : nil
        if let reason { absentOwners.append(AbsentOwner(element: element, person: Int32(owner), reason: reason)) }
    }

    private func isOrphan(_ task: Int, _ cascade: Cascade) -> Bool {
        cascade.project(ofTask: task) == nil && !cascade.isLinked(task: task)
    }

    private mutating func add(task: Int, _ isAssigned: Bool, isMilestone: Bool, _ cascade: Cascade) {
        let element = AlignmentElement(.task, task)
        if isOrphan(task, cascade) {
            orphans.append(Orphan(element: element, openTasks: 1, minutes: cascade.effort.ofTask[task]))
        }
        let owner = cascade.tasks.owner(task)
        // Who is assigned to a task answers for it where nobody is named.
        if owner != nil || !isAssigned { addOwner(owner, element, cascade.tasks.due(task), cascade.presence) }
        if !isAssigned, !isMilestone { unassigned.append(element) }
        let isDated = cascade.tasks.promise(task) != nil
        if !isDated { undated.append(element) }
        let (hasWho, hasWhen) = (isAssigned || owner != nil, isDated || cascade.tasks.isPlanned(task))
        let hasWhat = cascade.tasks.isNamed(task)
        completeness.tasks += 1
        if isAssigned {
            completeness.assigned += 1
        } else if hasWho {
            completeness.ownedOnly += 1
        } else {
            completeness.nobody += 1
        }
        if hasWhat { completeness.named += 1 }
        if isDated { completeness.due += 1 } else if hasWhen { completeness.planned += 1 } else { completeness.undated += 1 }
        if hasWho, hasWhat, hasWhen {
            completeness.complete += 1
        } else {
            incomplete.append(Incomplete(task: Int32(task), hasWho: hasWho, hasWhat: hasWhat, hasWhen: hasWhen))
        }
    }

    private mutating func addLeavers(_ cascade: Cascade, _ network: Network, _ capacity: CapacityModel) {
        let hasLeft = cascade.plan.people.rows.map(cascade.presence.hasLeft)
        guard hasLeft.contains(true) else { return }
        for task in cascade.effort.isOpen.indices where cascade.effort.isOpen[task] {
            for place in capacity.demands(of: Int(network.structure.nodeOfTask[task])) {
                let resource = Int(capacity.demandResource[place])
                guard resource < capacity.personCount, hasLeft[resource] else { continue }
                assignedToLeavers.append(
                    AbsentOwner(element: AlignmentElement(.task, task), person: Int32(resource), reason: .left))
            }
        }
    }

    private static func due(_ plan: Plan, _ element: AlignmentElement) -> LocalDateTime? {
        let row = Int(element.row)
        return switch element.level {
        case .initiative: plan.initiatives.date(.due, row)
        case .goal: plan.goals.date(.due, row)
        case .project: plan.projects.date(.due, row)
        case .task: plan.tasks.date(.due, row)
        }
    }
}
