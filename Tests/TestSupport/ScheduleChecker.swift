public import Headway

/// Says what is wrong with a schedule, from the definitions and unit by unit; shares nothing with the engine.
public struct ScheduleChecker {
    private let durations: [Int32], releases: [Int32]
    private let arcs: [ActivityArc]
    private let resources: [ActivityResource]
    private let demands: [ActivityDemand]

    /// A checker of the lists that a problem is made of.
    public init(
        durations: [Int32], arcs: [ActivityArc], releases: [Int32] = [], resources: [ActivityResource] = [],
        demands: [ActivityDemand] = []
    ) {
        (self.durations, self.arcs, self.resources, self.demands) = (durations, arcs, resources, demands)
        self.releases = releases.isEmpty ? durations.map { _ in 0 } : releases
    }

    /// Every breach, in words; empty for a schedule that keeps everything.
    public func faults(_ starts: [Int32]) -> [String] {
        var faults: [String] = []
        guard starts.count == durations.count else { return ["\(starts.count) starts of \(durations.count)"] }
        for activity in starts.indices where starts[activity] < releases[activity] {
            faults.append("\(activity) starts at \(starts[activity]), released at \(releases[activity])")
        }
        for arc in arcs where starts[Int(arc.successor)] < starts[Int(arc.predecessor)] + arc.weight {
            faults.append("\(arc.predecessor) → \(arc.successor) is broken")
        }
        let end = zip(starts, durations).map { Int($0 + $1) }.max() ?? 0
        for (number, resource) in resources.enumerated() {
            var used = [Int](repeating: 0, count: end)
            for demand in demands where Int(demand.resource) == number {
                let start = Int(starts[Int(demand.activity)])
                for unit in start..<start + Int(durations[Int(demand.activity)]) { used[unit] += Int(demand.units) }
            }
            for unit in used.indices where used[unit] > capacity(of: resource, at: unit) {
                faults.append("resource \(number) has \(used[unit]) in use at \(unit)")
            }
        }
        return faults
    }

    private func capacity(of resource: ActivityResource, at unit: Int) -> Int {
        Int(resource.steps.last { Int($0.from) <= unit }!.capacity)
    }
}
