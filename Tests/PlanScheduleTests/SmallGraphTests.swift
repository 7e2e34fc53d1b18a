import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Every graph of a few tasks against the twin.
struct SmallGraphTests {
    private func check(_ plan: PlanBuilder, _ name: String) throws {
        let network = try Network(compiling: plan.plan())
        let schedule = Schedule(of: network)
        let naive = NaiveSchedule(plan)
        for (row, node) in network.structure.nodeOfTask.map(Int.init).enumerated() {
            let found = [schedule.earlyFinish[node], schedule.lateFinish[node], schedule.freeFloat[node]].map(Int.init)
            let item = naive.items[row]
            if found != [item.earlyFinish, item.lateFinish, item.freeFloat] {
                Issue.record("\(name), task \(row): \(found), \(item)")
            }
        }
    }

    /// Each of the 2¹⁰ ways to tie five tasks forward, finish to start; durations 1, 2, 4, 8, 16 minutes tell all paths apart.
    @Test func everyGraphOfFiveTasks() throws {
        let pairs = (0..<5).flatMap { from in (from + 1..<5).map { (from, $0) } }
        for graph in 0..<1 << pairs.count {
            var plan = PlanBuilder()
            for task in 0..<5 { plan.task("\(task)", 1 << Int32(task)) }
            for (bit, pair) in pairs.enumerated() where graph >> bit & 1 == 1 { plan.relate("\(pair.0)", "\(pair.1)") }
            try check(plan, "graph \(graph)")
        }
    }

    /// Each of the 9³ ways to tie three tasks by no relation or one of four types with a lag or a lead of half a day.
    @Test func everyRelationOfThreeTasks() throws {
        for number in 0..<729 {
            var plan = PlanBuilder()
            for task in 0..<3 { plan.task("\(task)", [300, 700, 200][task]) }
            for (place, pair) in [(0, 1), (0, 2), (1, 2)].enumerated() {
                let kind = number / [1, 9, 81][place] % 9
                if kind > 0 {
                    plan.relate(
                        "\(pair.0)", "\(pair.1)", RelationType(rawValue: Int32((kind - 1) / 2))!,
                        lag: kind % 2 == 0 ? 240 : -240)
                }
            }
            try check(plan, "relations \(number)")
        }
    }
}
