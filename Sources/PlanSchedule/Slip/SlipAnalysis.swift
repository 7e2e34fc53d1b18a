public import PlanModel
public import PlanNetwork

/// A plan against its baseline: how far every date has moved, and why.
///
/// Causes in the past can be undone because the plan is looked at as it was built (see `AsBuiltNetwork`): what was done as tasks that took
/// their time and waited for what they waited for.
public struct SlipAnalysis: Sendable {
    /// How far every date has moved.
    public let slippage: Slippage
    /// Tasks whose start the baseline does not give, so that their planned duration is taken as it is now.
    public let startsAssumed: Int

    let comparison: SlipComparison
    private let targets: TargetSchedule
    /// The baseline's own targets, by the plan's target, where it is another plan.
    private let former: Former?
    private var network: Network { comparison.schedule.network }

    /// The targets of a baseline that is a plan.
    private struct Former: Sendable {
        let targets: TargetSchedule
        /// The baseline's target of each target; −1 where it has none.
        let matches: [Int32]
    }

    /// Holds a plan against a baseline.
    ///
    /// - Parameters:
    ///   - plan: as it was compiled.
    ///   - schedule: of the plan's network.
    ///   - baseline: one of the plan's baselines, or another plan.
    /// - Throws: `CompileError` where the baseline begins so long before the plan, or ends so long after it, that working time cannot be
    ///   counted from the one to the other.
    /// - Precondition: the plan has a baseline of the name, where one is given.
    /// - Complexity: O(tasks + relations), and as much as compiling where the two begin on different days.
    public init(of plan: Plan, _ schedule: Schedule, baseline: SlipBaseline) throws(CompileError) {
        slippage = Slippage(of: plan, schedule, baseline: baseline)
        switch baseline {
        case .table:
            let first = slippage.firstBaselineDate ?? schedule.network.origin
            let counted = try? schedule.beginning(by: first, of: plan)
            guard let schedule = counted, let dates = Self.dates(slippage, schedule) else {
                throw CompileError([Self.tooFar(baseline.name, slippage)])
            }
            let built = AsBuiltNetwork(schedule, plannedStart: dates.start)
            (comparison, startsAssumed) = (
                SlipComparison(
                    built, schedule, start: dates.start, finish: dates.finish, durations: Self.durations(slippage, schedule)),
                dates.assumed
            )
            (targets, former) = (TargetSchedule(of: schedule), nil)
        case .plan(let other, let before, _):
            let first = min(schedule.network.origin, before.network.origin)
            let schedule = try schedule.beginning(by: first, of: plan)
            let before = try before.beginning(by: first, of: other)
            let (network, old) = (schedule.network, before.network)
            let nodes = network.structure.taskOfNode.map { row in
                row < 0 ? -1 : other.tasks.row(of: plan.tasks.text(.id, Int(row))).map { old.structure.nodeOfTask[$0] } ?? -1
            }
            let builtBefore = AsBuiltNetwork(before)
            let exchange = CalendarExchange(network.structure, old, nodes: nodes)
            let planned = nodes.enumerated().map { node, match in
                match < 0
                    ? Int32.min
                    : exchange.position(builtBefore.start[Int(match)], of: Int(match), to: node, isFinish: false)
            }
            comparison = SlipComparison(
                AsBuiltNetwork(schedule, plannedStart: planned), schedule, before: builtBefore, baseNodes: nodes)
            startsAssumed = 0
            targets = TargetSchedule(of: schedule)
            let matches = (0..<network.structure.targets.count).map { target in
                Int32(BaselineDates.match(target, of: plan, network, in: other, old) ?? -1)
            }
            former = Former(targets: TargetSchedule(of: before), matches: matches)
        }
    }

    /// Working minutes by node that a table gives beside both dates; `Int32.min` for spans and where it gives none.
    private static func durations(_ slippage: Slippage, _ schedule: Schedule) -> [Int32] {
        let network = schedule.network
        return network.structure.taskOfNode.indices.map { node in
            let row = Int(network.structure.taskOfNode[node])
            guard row >= 0, !schedule.isSpan(node), let entry = slippage.tasks[row], entry.baselineStart != nil else {
                return Int32.min
            }
            return entry.baselineDuration ?? Int32.min
        }
    }

    private static func tooFar(_ name: String, _ slippage: Slippage) -> Fault {
        let dates = slippage.tasks.compactMap { $0 }.flatMap { [$0.baselineStart, $0.baselineFinish] }.compactMap(\.self)
        return Fault(
            code: "baseline-range", file: "baselines/\(name).csv",
            message: "expected dates near enough to the plan's that working time can be counted between them (found "
                + "\(dates.min()!.description) to \(dates.max()!.description))")
    }

    /// The dates of a table as positions, by node; `nil` where one lies beyond those.
    private static func dates(_ slippage: Slippage, _ schedule: Schedule) -> (
        start: [Int32], finish: [Int32], assumed: Int
    )? {
        let network = schedule.network
        var start = [Int32](repeating: Int32.min, count: network.structure.nodeCount)
        var (finish, assumed) = (start, 0)
        for (row, entry) in slippage.tasks.enumerated() {
            guard let end = entry?.baselineFinish else { continue }
            guard network.reaches(end), entry?.baselineStart.map(network.reaches) ?? true else { return nil }
            let node = Int(network.structure.nodeOfTask[row])
            let calendar = schedule.calendar(node)
            finish[node] = calendar.work(at: network.instant(of: end))
            if let begin = entry?.baselineStart {
                start[node] = min(calendar.work(at: network.instant(of: begin)), finish[node])
            } else {
                start[node] = finish[node] - network.values.planned[node]
                assumed += 1
            }
        }
        return (start, finish, assumed)
    }

    // MARK: ledgers

    /// The ledgers of some targets and tasks; those without a finish in the baseline or today have none.
    ///
    /// - Parameters:
    ///   - ends: targets, and tasks as nodes.
    ///   - undone: whether undo values are found; otherwise they are `nil`.
    /// - Complexity: O(length of the driving paths), and for every different cause what undoing it reaches.
    public func ledgers(of ends: [PathEnd], undone isUndone: Bool = true) -> [SlipLedger] {
        let walks = ends.compactMap(walk)
        let undone =
            isUndone
            ? undone(walks.map { ($0.subject, $0.walk.entries) })
            : walks.map { Array(repeating: nil, count: $0.walk.entries.count) }
        return zip(walks, undone).map { found, undone in
            var lines = found.walk.entries.map(\.line)
            for index in lines.indices { lines[index].undoMinutes = undone[index] }
            return SlipLedger(end: found.subject.end, minutes: found.minutes, lines: lines.reversed())
        }
    }

    /// By subject and line, how much earlier the subject finishes with the line undone.
    private func undone(_ ledgers: [(subject: SlipSubject, entries: [SlipWalk.Entry])]) -> [[Int?]] {
        var result: [[Int?]] = ledgers.map { Array(repeating: nil, count: $0.entries.count) }
        var uses: [SlipUndo: [(ledger: Int, line: Int)]] = [:]
        var order: [SlipUndo] = []
        for (ledger, item) in ledgers.enumerated() {
            for (line, entry) in item.entries.enumerated() {
                if uses[entry.undo] == nil { order.append(entry.undo) }
                uses[entry.undo, default: []].append((ledger, line))
            }
        }
        var replay = SlipReplay(comparison, order)
        let now = replay.finishes(ledgers.map(\.subject))
        for undo in order {
            let places = uses[undo]!
            let then = replay.finishes(places.map { ledgers[$0.ledger].subject }, without: undo)
            for (index, place) in places.enumerated() {
                result[place.ledger][place.line] = then.map { now[place.ledger] - $0[index] }
            }
        }
        return result
    }

    /// An end, its slip, and the lines that explain it, not yet undone; `nil` where the baseline or today has no finish of it.
    func walk(of end: PathEnd) -> (subject: SlipSubject, minutes: Int, walk: SlipWalk)? {
        switch end {
        case .task(let node):
            let row = Int(network.structure.taskOfNode[node])
            guard row >= 0, let slip = slippage.tasks[row]?.finish, comparison.baseNode(node) != nil else { return nil }
            var walk = SlipWalk(comparison)
            let minutes = Int(comparison.current.finish[node] - comparison.baseFinish[node])
            walk.addRemainder(node, Int(slip.working) - minutes)
            walk.walk(from: node)
            return (SlipSubject(end: end, axis: comparison.current.calendar(node)), Int(slip.working), walk)
        case .target(let target):
            guard let entry = slippage.targets[target], let slip = entry.finish, let planned = entry.baselineFinish,
                targets.lastNode[target] >= 0
            else { return nil }
            let axis = network.structure.calendars[network.structure.planCalendar]
            let then = Int(axis.work(at: network.instant(of: planned)))
            let walk = walk(to: target, axis, then: then, now: then + Int(slip.working))
            return (SlipSubject(end: end, axis: axis), Int(slip.working), walk)
        }
    }

    /// Explains the move of a target's finish from one position of its axis to another.
    private func walk(to target: Int, _ axis: WorkingTime, then: Int, now: Int) -> SlipWalk {
        var walk = SlipWalk(comparison)
        let last = Int(targets.lastNode[target])
        let finish = comparison.onAxis(comparison.current.finish[last], last, axis)
        walk.addRemainder(last, now - finish)
        if finish < then, explainGain(&walk, target, axis, last: last, then: then, now: finish) { return walk }
        guard comparison.baseNode(last) != nil else {
            walk.explainNew(last, axis, comparison, then: then)
            return walk
        }
        let planned = comparison.onAxis(comparison.baseFinish[last], last, axis)
        if planned < then, former == nil, lastInBaseline(target) == last {
            // It was planned to work when its calendar of today does not.
            walk.add(last, .calendarChanged, from: then, to: planned, undo: .unknown)
        } else if planned <= then {
            walk.add(last, .absorbedByFloat, from: then, to: planned, undo: .nothing)
        } else {
            // It did not serve the target then, or would have finished later.
            walk.add(last, .scopeAdded, from: then, to: planned, undo: .excluded(last))
        }
        walk.push.prepend(comparison.axisStep(last, axis))
        walk.walk(from: last)
        return walk
    }

    /// Explains an earlier finish along what finished last in the baseline; whether that is known.
    private func explainGain(_ walk: inout SlipWalk, _ target: Int, _ axis: WorkingTime, last: Int, then: Int, now: Int) -> Bool
    {
        guard let before = lastInBaseline(target) else { return false }
        guard let node = comparison.currentNode(before), comparison.baseNode(node) != nil else {
            return walk.explainGone(before, axis, comparison, last: last, then: then, now: now)
        }
        let finish = comparison.onAxis(comparison.current.finish[node], node, axis)
        if finish <= now {
            walk.add(last, .absorbedByFloat, from: finish, to: now, undo: .nothing)
        } else {
            walk.add(node, .scopeAdded, from: finish, to: now, undo: .member(Int32(clamping: finish)))
        }
        let planned = comparison.onAxis(comparison.baseFinish[node], node, axis)
        walk.add(node, .calendarChanged, from: then, to: planned, undo: .calendar(node))
        walk.push.prepend(comparison.axisStep(node, axis))
        walk.walk(from: node)
        return true
    }

    /// The baseline's node that finished last of those that served a target.
    private func lastInBaseline(_ target: Int) -> Int? {
        if let former {
            let match = Int(former.matches[target])
            return match < 0 || former.targets.lastNode[match] < 0 ? nil : Int(former.targets.lastNode[match])
        }
        let axis = network.structure.calendars[network.structure.planCalendar]
        return network.structure.targets.nodes(of: target).filter { comparison.baseNode($0) != nil }.max { left, right in
            let (a, b) = (
                comparison.onAxis(comparison.baseFinish[left], left, axis),
                comparison.onAxis(comparison.baseFinish[right], right, axis)
            )
            if a != b { return a < b }
            let (first, second) = (comparison.baseDuration(left), comparison.baseDuration(right))
            return first != second ? first > second : network.identities[left] > network.identities[right]
        }
    }
}

extension Schedule {
    /// The schedule with time counted from a day that is no later than a date; dates stay.
    ///
    /// - Throws: `CompileError` where that is too far off.
    func beginning(by date: LocalDateTime, of plan: Plan) throws(CompileError) -> Schedule {
        if date >= network.origin { return self }
        var plan = plan
        plan.settings.scheduling.start = plan.settings.scheduling.start ?? plan.settings.epoch
        plan.settings.epoch = LocalDateTime(minutes: date.minutes - Int32(date.minuteOfDay))
        return Schedule(of: try Network(compiling: plan))
    }
}

extension Network {
    /// Whether a date lies where working time is counted.
    func reaches(_ date: LocalDateTime) -> Bool { date >= origin && date.minutes(since: origin) < 1 << 30 }
}
