public import Headway

/// One change to a plan, of a kind that a slip ledger names.
public enum PlanChange: Sendable, Hashable {
    /// A task takes other minutes.
    case duration(task: String, Int32)
    /// A relation has another lag.
    case lag(from: String, to: String, Int32)
    /// A relation that was not there.
    case link(from: String, to: String)
    /// A relation is there no more.
    case unlink(from: String, to: String)
    /// A task between two that had been tied without one.
    case insert(String, from: String, to: String, Int32)
    /// A task is there no more; what it tied together without lags is tied.
    case remove(task: String)
    /// A task starts no earlier than a moment.
    case hold(task: String, LocalDateTime)
    /// A task runs on another calendar.
    case calendar(task: String, String)

    /// A change that can be made to a plan; `nil` where the dice asked for one that cannot.
    ///
    /// - Parameter number: names a task that is added.
    public static func random(_ plan: PlanBuilder, number: Int, _ random: inout SeededGenerator) -> PlanChange? {
        let task = random.pick(plan.tasks)
        let relation = plan.relations.isEmpty ? nil : random.pick(plan.relations)
        switch random.integer(0...8) {
        case 0: return .duration(task: task.id, task.duration! + Int32(random.integer(1...1500)))
        case 1: return .duration(task: task.id, Int32(random.integer(0...Int(task.duration!))))
        case 2:
            guard let relation, !relation.lag.isElapsed, Self.isOnly(relation, plan) else { return nil }
            return .lag(from: relation.from, to: relation.to, relation.lag.minutes + Int32(random.integer(-600...900)))
        case 3:
            // Rows of tasks are shuffled; numbers follow the order of relations.
            let (from, to) = (random.pick(plan.tasks).id, random.pick(plan.tasks).id)
            guard Self.number(from) < Self.number(to), !plan.relations.contains(where: { $0.from == from && $0.to == to })
            else {
                return nil
            }
            return .link(from: from, to: to)
        case 4:
            guard let relation, Self.isOnly(relation, plan) else { return nil }
            return .unlink(from: relation.from, to: relation.to)
        case 5:
            guard let relation, Self.isOnly(relation, plan), relation.type == .FS, relation.lag.amount == 0 else { return nil }
            return .insert("N\(number)", from: relation.from, to: relation.to, Int32(random.integer(1...900)))
        case 7:
            let own = plan.relations.filter { $0.from == task.id || $0.to == task.id }
            let isSimple = own.allSatisfy { Self.isOnly($0, plan) && $0.type == .FS && $0.lag.amount == 0 }
            return isSimple && !plan.relations.contains { $0.from == task.project || $0.to == task.project }
                ? .remove(task: task.id) : nil
        case 6: return .hold(task: task.id, plan.moment(Int32(random.integer(0...20)) * 1440 + 480))
        default: return .calendar(task: task.id, random.pick(plan.settings.calendars).name)
        }
    }

    /// Tasks whose rows or relations it touches.
    public var touched: Set<String> {
        switch self {
        case .duration(let id, _), .remove(let id), .hold(let id, _), .calendar(let id, _): [id]
        case .lag(let from, let to, _), .link(let from, let to), .unlink(let from, let to), .insert(_, let from, let to, _):
            [from, to]
        }
    }

    private static func isOnly(_ relation: PlanBuilder.RelationRow, _ plan: PlanBuilder) -> Bool {
        relation.from.hasPrefix("T") && relation.to.hasPrefix("T")
            && plan.relations.count { $0.from == relation.from && $0.to == relation.to } == 1
    }

    private static func number(_ id: String) -> Int { Int(id.dropFirst()) ?? 0 }

    /// Whether a line of a ledger can mean this change.
    ///
    /// - Parameters:
    ///   - cause: as shown.
    ///   - task, predecessor: ids.
    public func explains(_ cause: SlipCause, _ task: String, predecessor: String?) -> Bool {
        switch self {
        case .duration(let id, _): cause == .remainingGrew && task == id
        case .lag(let from, let to, _): cause == .lagChanged && task == to && predecessor == from
        case .link(let from, let to): cause == .logicChanged && task == to && predecessor == from
        case .unlink(let from, let to): cause == .logicChanged && task == to && predecessor == from
        case .insert(let id, _, _, _): cause == .scopeAdded && task == id
        case .remove(let id): cause == .scopeAdded && task == id
        case .hold(let id, _): cause == .constraint && task == id
        case .calendar(let id, _): cause == .calendarChanged && task == id
        }
    }
}

extension PlanBuilder {
    /// The plan with changes made, in their order.
    public func changed(_ changes: some Sequence<PlanChange>) -> PlanBuilder {
        changes.reduce(self) { $0.changed($1) }
    }

    private func changed(_ change: PlanChange) -> PlanBuilder {
        var plan = self
        func row(_ id: String) -> Int { plan.tasks.firstIndex { $0.id == id }! }
        func relation(_ from: String, _ to: String) -> Int { plan.relations.firstIndex { $0.from == from && $0.to == to }! }
        switch change {
        case .duration(let id, let minutes): plan.tasks[row(id)].duration = minutes
        case .lag(let from, let to, let minutes): plan.relations[relation(from, to)].lag = Lag(minutes: minutes)
        case .link(let from, let to): plan.relate(from, to)
        case .unlink(let from, let to): plan.relations.remove(at: relation(from, to))
        case .insert(let id, let from, let to, let minutes):
            let project = plan.tasks[row(to)].project
            plan.relations.remove(at: relation(from, to))
            plan.task(id, minutes, in: project) { $0.calendar = self.tasks.first { $0.id == to }!.calendar }
            plan.relate(from, id)
            plan.relate(id, to)
        case .remove(let id):
            let (before, after) = (plan.relations.filter { $0.to == id }, plan.relations.filter { $0.from == id })
            plan.relations.removeAll { $0.from == id || $0.to == id }
            plan.links.removeAll { $0.from == id }
            plan.tasks.removeAll { $0.id == id }
            for from in before { for to in after { plan.relate(from.from, to.to) } }
        case .hold(let id, let moment):
            (plan.tasks[row(id)].constraint, plan.tasks[row(id)].constraintDate) = (.startNoEarlierThan, moment)
        case .calendar(let id, let name): plan.tasks[row(id)].calendar = name
        }
        return plan
    }
}
