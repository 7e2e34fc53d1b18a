import PlanModel

/// The effort of every manager and everybody below, summed from the bottom of the organisation up.
///
/// Complexity: O(people × depth) in the worst case of nobody sharing a purpose; circles were refused when the plan was compiled.
struct ManagerLines {
    private(set) var lines = SparseEffort()
    private(set) var managers: [Int32] = []
    private(set) var sizes: [Int] = []

    init(_ plan: Plan, _ effort: SparseEffort, purposeCount: Int) {
        let manager = plan.people.rows.map { plan.people.reference(.manager, $0) ?? -1 }
        var reports = [Int32](repeating: 0, count: manager.count)
        for above in manager where above >= 0 { reports[above] += 1 }
        managers = manager.indices.filter { reports[$0] > 0 }.map(Int32.init)
        let order = Self.bottomUp(manager, reports)
        let presence = Presence(plan)
        var people = manager.indices.map { presence.isHere($0) ? 1 : 0 }
        for person in order where manager[person] >= 0 { people[manager[person]] += people[person] }
        sizes = managers.map { people[Int($0)] }
        addUp(order.filter { reports[$0] > 0 }, manager, effort, purposeCount)
    }

    /// People, those who report before those whom they report to.
    private static func bottomUp(_ manager: [Int], _ reports: [Int32]) -> [Int] {
        var (open, next) = (reports, 0)
        var order = manager.indices.filter { open[$0] == 0 }
        while next < order.count {
            let above = manager[order[next]]
            next += 1
            guard above >= 0 else { continue }
            open[above] -= 1
            if open[above] == 0 { order.append(above) }
        }
        return order
    }

    /// Sums the lines in an order in which those below are done, and puts them into that of `managers`.
    private mutating func addUp(_ order: [Int], _ manager: [Int], _ effort: SparseEffort, _ purposeCount: Int) {
        var (done, place) = (SparseEffort(), [Int](repeating: -1, count: manager.count))
        var below = [[Int32]](repeating: [], count: manager.count)
        for person in manager.indices where manager[person] >= 0 { below[manager[person]].append(Int32(person)) }
        var sums = PurposeSums(purposeCount)
        for person in order {
            sums.add(effort, person)
            for other in below[person].map(Int.init) {
                if place[other] >= 0 { sums.add(done, place[other]) } else { sums.add(effort, other) }
            }
            place[person] = done.count
            sums.drain(into: &done)
        }
        lines = done.summed(managers.map { CollectionOfOne(Int32(place[Int($0)])) }, purposeCount: purposeCount)
    }
}
