import PlanFiles
import PlanModel
import PlanMonitoring
import TestSupport
import Testing

/// Sums over fewer than five people are not shown, and cannot be had by subtracting.
@Suite struct WithholdingTests {
    /// Managers with so many people each, all below one chief, in one unit a manager.
    private func plan(_ sizes: [Int]) throws -> Plan {
        var people = ["M0"]
        for (place, size) in sizes.enumerated() {
            people.append("M\(place + 1),M0,top")
            people += (0..<size).map { "P\(place + 1)x\($0),M\(place + 1),U\(place + 1)" }
        }
        return try CheckInPlan(people: people).plan()
    }

    private func rollUps(_ plan: Plan, least: Int = 5) -> CheckInRollUps {
        var settings = CheckInSettings()
        settings.smallestGroup = least
        return CheckInRollUps(of: CheckIns(of: plan, settings: settings), in: plan)
    }

    /// The managers withheld.
    private func hidden(_ groups: [CheckInGroup], _ plan: Plan) -> [String] {
        groups.filter(\.isWithheld).map { $0.unit ?? plan.people.text(.id, Int($0.manager!)) }
    }

    @Test func theNextSmallestGoesToo() throws {
        // M0 has 5, M1 3, M2 6, M3 7: M1 alone could be had from the total, so M0, the smallest of the others, goes with it.
        let plan = try plan([3, 6, 7, 8, 9])
        #expect(hidden(rollUps(plan).managers, plan) == ["M0", "M1"])
        #expect(hidden(rollUps(plan).units, plan) == ["U1", "top"])
        #expect(!rollUps(plan).total.isWithheld)
        #expect(hidden(rollUps(plan, least: 1).managers, plan).isEmpty)
    }

    @Test func severalThatAreFewTogether() throws {
        // 1 and 2 people are 3 together; with the next, 5 (M0), they are 8.
        let plan = try plan([1, 2, 6, 6, 6])
        #expect(hidden(rollUps(plan).managers, plan) == ["M0", "M1", "M2"])
        // 3 and 4 are 7: enough.
        let other = try self.plan([3, 4, 6, 6, 6])
        #expect(hidden(rollUps(other).managers, other) == ["M1", "M2"])
    }

    @Test func nobodyNeedsToGo() throws {
        let plan = try plan([5, 5, 5, 5, 5])
        #expect(hidden(rollUps(plan).managers, plan).isEmpty && hidden(rollUps(plan).lines, plan).isEmpty)
    }

    @Test func aTotalOfFewIsWithheld() throws {
        let plan = try CheckInPlan(people: ["B", "E,B", "F,B"]).plan()
        #expect(rollUps(plan).total.isWithheld && rollUps(plan).managers[0].isWithheld)
    }

    /// Whatever the organisation: solve for what is hidden, as somebody with the table would.
    @Test func nothingCanBeReckoned() throws {
        var dice = SeededGenerator(seed: 3)
        for turn in 0..<200 {
            let count = Int.random(in: 6...60, using: &dice)
            let spread = Int.random(in: 1...12, using: &dice)
            let people = (0..<count).map { person in
                person == 0
                    ? "P0" : "P\(person),P\(Int.random(in: max(0, (person - 1) / 6 - spread)...(person - 1) / 4, using: &dice))"
            }
            let plan = try CheckInPlan(people: people).plan()
            let found = rollUps(plan)
            guard !found.total.isWithheld else { continue }
            let size = Dictionary(uniqueKeysWithValues: found.managers.map { (Int($0.manager!), $0.figures.employees) })
            let isHidden = Set(found.managers.filter(\.isWithheld).map { Int($0.manager!) })
            // Each line that is shown, and the total, less the largest lines shown within it, less managers shown.
            let shown = Set(found.lines.filter { !$0.isWithheld }.map { Int($0.manager!) })
            var rest: [Int: Int] = [:]
            for manager in isHidden {
                var at: Int? = manager
                while let person = at, !shown.contains(person) { at = plan.people.reference(.manager, person) }
                rest[at ?? -1, default: 0] += size[manager]!
            }
            #expect(rest.values.allSatisfy { $0 >= 5 }, "organisation \(turn): \(rest)")
            #expect(found.managers.allSatisfy { $0.isWithheld || $0.figures.employees >= 5 })
            #expect(found.lines.allSatisfy { $0.isWithheld || $0.figures.employees >= 5 })
        }
    }
}
