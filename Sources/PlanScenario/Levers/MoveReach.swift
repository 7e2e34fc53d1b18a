import PlanForecast
import PlanModel
import PlanNetwork
import PlanSchedule

/// How much of what decides a target's finish a move could touch: a cheap bound by which moves are ranked before any is simulated.
///
/// It is working minutes a replication: for each task that the move changes its remaining duration times its criticality index, and for each
/// person and team that it changes, or takes work from, the waits for them on the target's path. A move that touches none of it can help only
/// where the path goes elsewhere.
struct MoveReach {
    private let base: Forecast
    private let target: Int
    private let capacity: CapacityModel
    private let priorities: [Int32]
    /// Waits on the target's path by resource, minutes a replication.
    private let waits: [Int: Double]

    /// - Parameter base: the forecast of the plan as it is, with the criticality of the target.
    init(_ plan: Plan, _ base: Forecast, target: Int) {
        (self.base, self.target) = (base, target)
        capacity = base.people?.capacity ?? CapacityModel(of: plan, base.network)
        priorities = TaskPriorities(plan, base.network).byNode
        let place = base.criticality.targets.firstIndex(of: target)
        let critical = place.flatMap { base.people?.critical[$0] } ?? []
        waits = Dictionary(
            uniqueKeysWithValues: critical.map { ($0.resource, Double($0.minutes) / Double(base.settings.samples)) })
    }

    /// Minutes a replication; infinite where the move changes the date that was promised.
    func minutes(_ applied: AppliedScenario) -> Double {
        let (old, new) = (base.network, applied.network)
        guard old.structure.targets.due[target] == new.structure.targets.due[target] else { return .infinity }
        let after = CapacityModel(of: applied.plan, new)
        let newPriorities = TaskPriorities(applied.plan, new).byNode
        var (total, resources): (Double, Set<Int>) = (0, changedResources(after))
        for row in old.structure.nodeOfTask.indices {
            let (left, right) = (Int(old.structure.nodeOfTask[row]), Int(new.structure.nodeOfTask[row]))
            let demands = demands(left, capacity)
            if demands != self.demands(right, after) || priority(left, priorities) != priority(right, newPriorities) {
                resources.formUnion(demands.map { $0.resource < 0 ? ~$0.resource + capacity.personCount : $0.resource })
            }
            guard isChanged(left, right, new, isRecompiled: applied.isRecompiled) else { continue }
            total += base.criticality.index(of: left, for: target) * Double(old.values.remaining[left])
        }
        return resources.reduce(total) { $0 + (waits[$1] ?? 0) }
    }

    private func priority(_ node: Int, _ priorities: [Int32]) -> Int32 {
        priorities.isEmpty ? TaskPriorities.usual : priorities[node]
    }

    /// Resources of the plan as it is whose steps or absences change.
    private func changedResources(_ after: CapacityModel) -> Set<Int> {
        Set(
            capacity.steps.indices.filter { resource in
                let other = resource < capacity.personCount ? resource : resource - capacity.personCount + after.personCount
                return capacity.steps[resource] != after.steps[other] || capacity.absences[resource] != after.absences[other]
            })
    }

    private struct Demand: Equatable {
        /// The row of a person, or the complement of that of a team.
        let resource: Int, amount: Int32
    }

    private func demands(_ node: Int, _ capacity: CapacityModel) -> [Demand] {
        capacity.demands(of: node).map { place in
            let resource = Int(capacity.demandResource[place])
            let isPerson = resource < capacity.personCount
            return Demand(
                resource: isPerson ? resource : ~(resource - capacity.personCount), amount: capacity.demandAmount[place])
        }
    }

    /// Whether a task takes another time, or may happen at another.
    private func isChanged(_ left: Int, _ right: Int, _ new: Network, isRecompiled: Bool) -> Bool {
        let old = base.network
        if old.values.remaining[left] != new.values.remaining[right] || old.values.laws[left] != new.values.laws[right] {
            return true
        }
        if old.values.limits(of: left) != new.values.limits(of: right) { return true }
        if effects(left, old.values.risks) != effects(right, new.values.risks) { return true }
        guard isRecompiled else { return false }
        if old.structure.calendar(of: left) != new.structure.calendar(of: right) { return true }
        return predecessors(left, old.structure) != predecessors(right, new.structure)
    }

    private func effects(_ node: Int, _ risks: RiskModel) -> [[Double]] {
        risks.effects(on: node).map { place in
            let effect = risks.effects[place]
            let event = risks.events[Int(effect.event)]
            return [
                Double(event.row), event.lower, event.upper, Double(effect.factor), Double(effect.delay), Double(effect.weight),
            ]
        }
    }

    /// Task rows before a node; −1 for what is no task.
    private func predecessors(_ node: Int, _ structure: NetworkStructure) -> [Int32] {
        structure.predecessors[node].map { structure.taskOfNode[structure.predecessor(structure.predecessors.items[$0])] }
            .sorted()
    }
}
