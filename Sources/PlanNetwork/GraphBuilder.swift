import PlanModel

/// The plan's tasks and relations as a graph, before ordering: nodes are task rows, then hubs.
///
/// A relation between projects or summaries ties all their tasks. Written out it would need a product of arcs, so it passes through a *hub*:
/// a node without duration that waits for the one's tasks and holds the other's. Relations of spans (levels of effort) are no arcs: they
/// drive nothing.
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
    /// Hubs that stand for the start of a summary: the earliest start of its tasks, not the last.
    private(set) var earliestHubs: [Int32] = []
    /// What each span looks at, by task row.
    private(set) var spanTies: [Int: [Span.Tie]] = [:]

    let plan: Plan
    private let planCalendar: UInt16
    private let elapsedCalendar: UInt16
    /// Planned durations by task row; empty unless a lag is a share of one.
    private let planned: [Int32]
    private let kinds: [Int32]?
    /// By task row; empty where no moment is spelled as a start.
    private let beginsSomething: [Bool]

    /// - Parameters:
    ///   - calendars: by task row; empty where all run on the plan's.
    ///   - planned: durations by task row, which lags that are shares of them need.
    ///   - beginsSomething: by task row, whether it is a moment that is spelled as a start; empty where none is.
    init(plan: Plan, calendars: [UInt16], planned: [Int32] = [], beginsSomething: [Bool] = []) {
        self.beginsSomething = beginsSomething
        (self.plan, self.calendars, nodeCount, self.planned) = (plan, calendars, plan.tasks.count, planned)
        planCalendar = UInt16(plan.settings.calendar)
        elapsedCalendar = UInt16(plan.settings.calendars.count)
        kinds = plan.tasks.integers(.kind)
        addDependencies()
    }

    private mutating func addDependencies() {
        let table = plan.dependencies
        guard table.count > 0, let from = table.integers(.predecessor), let to = table.integers(.successor) else { return }
        let (types, lags) = (table.integers(.type), table.integers(.lag))
        let hasSpans = kinds?.contains { TaskKind(rawValue: $0)?.isSpan ?? false } ?? false
        predecessors.reserveCapacity(table.count)
        successors.reserveCapacity(table.count)
        var members: GroupMembers?
        for row in 0..<table.count {
            let (source, target) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            let type = types.flatMap { RelationType(rawValue: $0[row]) } ?? .FS
            let raw = lags?[row] ?? Cell.absent
            let lag = raw == Cell.absent ? Lag(minutes: 0) : Lag(raw: raw)
            if source.table == 0, target.table == 0 {
                if hasSpans, isSpan(source.row) || isSpan(target.row) {
                    addSpanTies(source.row, target.row, type, resolved(lag, source.row))
                } else {
                    addArc(Int32(source.row), Int32(target.row), type, resolved(lag, source.row))
                }
            } else {
                members = members ?? GroupMembers(plan)
                let ends = (from: members!.tasks(of: source), to: members!.tasks(of: target))
                if hasSpans, source.table == 0 && isSpan(source.row) || target.table == 0 && isSpan(target.row) {
                    for from in ends.from {
                        for to in ends.to { addSpanTies(Int(from), Int(to), type, resolved(lag, Int(from))) }
                    }
                    continue
                }
                if type.leavesStart, DependencyColumn.ends[source.table] == .summaries {
                    earliestHubs.append(Int32(nodeCount))
                }
                addHub(ends.from.filter { !isSpan(Int($0)) }, ends.to.filter { !isSpan(Int($0)) }, type, lag, row: row)
            }
        }
    }

    private func isSpan(_ task: Int) -> Bool { kinds.flatMap { TaskKind(rawValue: $0[task]) }?.isSpan ?? false }

    private func resolved(_ lag: Lag, _ predecessor: Int) -> Lag {
        lag.isPercent ? lag.resolved(duration: planned[predecessor]) : lag
    }

    /// What a relation tells a span at either of its ends.
    private mutating func addSpanTies(_ from: Int, _ to: Int, _ type: RelationType, _ lag: Lag) {
        func add(_ span: Int, _ other: Int, looksAtStart: Bool, boundsStart: Bool, _ lag: Lag) {
            guard isSpan(span), span != other else { return }
            spanTies[span, default: []].append(
                Span.Tie(node: Int32(other), looksAtStart: looksAtStart, boundsStart: boundsStart, lag: lag))
        }
        let back = Lag(amount: -lag.amount, unit: lag.unit)
        add(to, from, looksAtStart: type.leavesStart, boundsStart: !type.holdsFinish, lag)
        // Of two spans the later one looks at the earlier, so that neither waits for the other.
        if !isSpan(to) { add(from, to, looksAtStart: !type.holdsFinish, boundsStart: type.leavesStart, back) }
    }

    private func calendar(_ node: Int32) -> UInt16 { calendars.isEmpty ? planCalendar : calendars[Int(node)] }

    /// The calendar on which a lag between two nodes runs.
    private func lagCalendar(_ from: Int32, _ to: Int32) -> UInt16 {
        switch plan.settings.scheduling.lagCalendar {
        case .predecessor: calendar(from)
        case .successor: calendar(to)
        case .plan: planCalendar
        case .elapsed: elapsedCalendar
        }
    }

    private mutating func addArc(_ from: Int32, _ to: Int32, _ type: RelationType, _ lag: Lag) {
        let spare: Int32 =
            plan.settings.scheduling.startToFinishTakesAMinute && type == .SF && lag.minutes == 0 ? 1 : 0
        let lag = spare == 0 ? lag : Lag(minutes: spare)
        let lagCalendar = lag.minutes == 0 ? calendar(from) : lagCalendar(from, to)
        let converts = lag.isElapsed && lag.minutes != 0 || lagCalendar != calendar(from) || calendar(from) != calendar(to)
        predecessors.append(from)
        successors.append(to)
        guard type != .FS || lag.minutes != 0 || converts else {
            if !relationOf.isEmpty { relationOf.append(-1) }
            return
        }
        if relationOf.isEmpty { relationOf = Array(repeating: -1, count: predecessors.count - 1) }
        relationOf.append(Int32(relations.count))
        relations.append(
            Relation(
                predecessor: from, successor: to, type: type, lag: lag, spare: spare, lagCalendar: lagCalendar,
                leavesLate: type.leavesStart || Int(from) < beginsSomething.count && beginsSomething[Int(from)],
                converts: converts))
    }

    /// Ties every task of one list to every task of another.
    private mutating func addHub(_ from: [Int32], _ to: [Int32], _ type: RelationType, _ lag: Lag, row: Int) {
        let shared = Set((from + to).map(calendar))
        if shared.count > 1, calendars.isEmpty { calendars = Array(repeating: planCalendar, count: nodeCount) }
        let hub = Int32(nodeCount)
        nodeCount += 1
        hubRows.append(row)
        if !calendars.isEmpty { calendars.append(shared.count == 1 ? shared.first! : elapsedCalendar) }
        // The lag stands where the calendar on which it runs is known: at the predecessors, or at the successors.
        let isLate = plan.settings.scheduling.lagCalendar == .successor && !lag.isElapsed && !lag.isPercent
        let none = Lag(minutes: 0)
        for task in from { addArc(task, hub, type.leavesStart ? .SS : .FS, isLate ? none : resolved(lag, Int(task))) }
        for task in to { addArc(hub, task, type.holdsFinish ? .FF : .FS, isLate ? lag : none) }
    }
}
