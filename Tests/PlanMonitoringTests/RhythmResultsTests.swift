import PlanFiles
import PlanModel
import PlanMonitoring
import PlanStatistics
import TestSupport
import Testing

@Suite struct RhythmResultsTests {
    /// Managers with five people each; of 12 meetings due, person p of each manager held `held(manager, p)`.
    private func plan(managers: Int, _ held: (Int, Int) -> Int) throws -> Plan {
        var (people, records): ([String], [String]) = ([], [])
        let epoch = LocalDateTime(year: 2027, month: 1, day: 4)!
        for manager in 0..<managers {
            people.append("M\(manager)")
            for person in 0..<5 {
                people.append("P\(manager)x\(person),M\(manager)")
                for meeting in 0..<held(manager, person) {
                    let date = epoch.advanced(byMinutes: Int32((meeting + 1) * 14 * 1440))
                    records.append("P\(manager)x\(person),M\(manager),\(date.dateText),yes")
                }
            }
        }
        return try CheckInPlan(people: people, checkIns: records).plan()
    }

    private func results(_ plan: Plan, slip: (CheckInPair) -> Double?) -> RhythmResults {
        let checkIns = CheckIns(of: plan)
        var slips = [Double?](repeating: nil, count: plan.people.count)
        for pair in checkIns.pairs { slips[Int(pair.employee)] = slip(pair) }
        return RhythmResults(of: checkIns, in: plan, slips: slips)
    }

    @Test func aLine() throws {
        // Slip = 10 − 6 × adherence for everybody: rank correlation −1, slope −6 days for the whole range, whoever is drawn.
        let plan = try plan(managers: 8) { ($0 * 3 + $1) % 11 }
        let found = results(plan) { 10 - 6 * $0.adherence! }
        let association = try #require(found.association)
        #expect(found.people == 40 && found.managers == 8 && found.lacks.isEmpty)
        #expect(abs(association.rankCorrelation.value + 1) < 1e-12 && abs(association.slope!.value + 6) < 1e-9)
        #expect(abs(association.slope!.low + 6) < 1e-9 && abs(association.slope!.high + 6) < 1e-9)
    }

    @Test func whatIsMissing() throws {
        let plan = try plan(managers: 8) { ($0 * 3 + $1) % 11 }
        // 16 people have a slip, two of each manager.
        var count = 0
        let few = results(plan) { pair in
            count += 1
            return count % 5 < 2 ? pair.adherence : nil
        }
        #expect(few.lacks == [.people(16)] && few.association == nil)
        let small = try self.plan(managers: 7) { ($0 * 3 + $1) % 11 }
        #expect(results(small) { $0.adherence }.lacks == [.managers(7)])
        #expect(results(plan) { _ in 3 }.lacks == [.slipIsConstant])
        #expect(results(try self.plan(managers: 8) { _, _ in 4 }) { Double($0.employee) }.lacks == [.adherenceIsConstant])
        #expect(results(try CheckInPlan(people: ["B", "E,B"]).plan()) { _ in 1 }.lacks == [.people(1), .managers(1)])
    }
}
