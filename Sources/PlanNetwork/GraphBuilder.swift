import PlanModel

/// The plan's tasks and relations as a graph, before ordering: nodes are task rows, then hubs.
///
/// A relation between projects ties all their tasks. Written out it would need a product of arcs, so it passes through a *hub*: a
/// node without duration that waits for the one project's tasks and holds the other's.
struct GraphBuilder: Sendable {
    /// Tasks and hubs.
    private(set) var nodeCount: Int
    /// The calendar of each node; empty where all run on the plan's. `elapsedCalendar` marks a hub that joins calendars.
    private(set) var calendars: [UInt16]
    /// Both ends of every arc.
    private(set) var predecessors: [Int32] = []
    private(set) var successors: [Int32] = []
    /// For each arc the index of its relation, or −1 for a plain one; empty where all are plain.
    private(set) var relationOf: [Int32] = []
    private(set) var relations: [Relation] = []
    /// For each hub the row of its dependency.
    private(set) var hubRows: [Int] = []

    private let plan: Plan
    private let planCalendar: UInt16
    private let elapsedCalendar: UInt16

    init(plan: Plan, calendars: [UInt16]) {
        (self.plan, self.calendars, nodeCount) = (plan, calendars, plan.tasks.count)
        planCalendar = UInt16(plan.settings.calendar)
        elapsedCalendar = UInt16(plan.settings.calendars.count)
        addDependencies()
    }

    private mutating func addDependencies() {
        let table = plan.dependencies
        guard table.count > 0, let from = table.integers(.predecessor), let to = table.integers(.successor) else { return }
        let (types, lags) = (table.integers(.type), table.integers(.lag))
        predecessors.reserveCapacity(table.count)
        successors.reserveCapacity(table.count)
        var byProject: [[Int32]]?
        for row in 0..<table.count {
            let (source, target) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            let type = types.flatMap { RelationType(rawValue: $0[row]) } ?? .FS
            let raw = lags?[row] ?? Cell.absent
            let lag = raw == Cell.absent ? Lag(minutes: 0) : Lag(raw: raw)
            if source.table == 0, target.table == 0 {
                addArc(Int32(source.row), Int32(target.row), type, lag)
            } else {
                byProject = byProject ?? tasksByProject()
                let from = source.table == 0 ? [Int32(source.row)] : byProject![source.row]
                let to = target.table == 0 ? [Int32(target.row)] : byProject![target.row]
                addHub(from, to, type, lag, row: row)
            }
        }
    }

    private func tasksByProject() -> [[Int32]] {
        var lists = [[Int32]](repeating: [], count: plan.projects.count)
        guard let projects = plan.tasks.integers(.project) else { return lists }
        for row in plan.tasks.rows where projects[row] != Cell.none { lists[Int(projects[row])].append(Int32(row)) }
        return lists
    }

    private func calendar(_ node: Int32) -> UInt16 { calendars.isEmpty ? planCalendar : calendars[Int(node)] }

    private mutating func addArc(_ from: Int32, _ to: Int32, _ type: RelationType, _ lag: Lag) {
        let converts = lag.isElapsed && lag.minutes != 0 || !calendars.isEmpty && calendar(from) != calendar(to)
        predecessors.append(from)
        successors.append(to)
        guard type != .FS || lag.minutes != 0 || converts else {
            if !relationOf.isEmpty { relationOf.append(-1) }
            return
        }
        if relationOf.isEmpty { relationOf = Array(repeating: -1, count: predecessors.count - 1) }
        relationOf.append(Int32(relations.count))
        relations.append(Relation(predecessor: from, successor: to, type: type, lag: lag, converts: converts))
    }

    /// Ties every task of one list to every task of another.
    private mutating func addHub(_ from: [Int32], _ to: [Int32], _ type: RelationType, _ lag: Lag, row: Int) {
        let shared = Set((from + to).map(calendar))
        if shared.count > 1, calendars.isEmpty { calendars = Array(repeating: planCalendar, count: nodeCount) }
        let hub = Int32(nodeCount)
        nodeCount += 1
        hubRows.append(row)
        if !calendars.isEmpty { calendars.append(shared.count == 1 ? shared.first! : elapsedCalendar) }
        for task in from { addArc(task, hub, type.leavesStart ? .SS : .FS, lag) }
        for task in to { addArc(hub, task, type.holdsFinish ? .FF : .FS, Lag(minutes: 0)) }
    }
}
