import PlanFiles
import PlanModel
import PlanMonitoring
import TestSupport
import Testing

/// Who was whose manager when, as the pairs of `CheckIns` show it.
@Suite struct ManagerStintTests {
    /// Manager and days of each pair of E, from 4 January (day 0) to 30 June (day 177).
    private func stints(_ employee: String, _ records: [String]) throws -> [String] {
        let plan = try CheckInPlan(people: ["A", "B", "C", employee], checkIns: records).plan()
        let first = plan.settings.epoch.day
        return CheckIns(of: plan).pairs.map { pair in
            "\(plan.people.text(.id, Int(pair.manager))) \(pair.firstDay - first)-\(pair.lastDay - first)"
        }
    }

    private let changed = [
        "E,A,2027-01-11,yes", "E,A,2027-03-01,yes", "E,B,2027-04-12,no", "E,B,2027-04-26,yes",
    ]

    @Test func theFirstRecordBeginsAManager() throws {
        // 12 April is day 28 + 28 + 31 + 11 = 98.
        #expect(try stints("E,B", changed) == ["A 0-97", "B 98-177"])
        // What is known from the plan alone begins with the person, or the period.
        #expect(try stints("E,B", []) == ["B 0-177"])
        #expect(try stints("E,A", Array(changed[..<2])) == ["A 0-177"])
    }

    @Test func figuresAreThoseOfEachPair() throws {
        let plan = try CheckInPlan(people: ["A", "B", "C", "E,B"], checkIns: changed).plan()
        let pairs = CheckIns(of: plan).pairs
        // 98 days with A: 7 due, 2 held, the longest gap from 1 March (day 56) to the end, 41 days, is shorter than 49 from 11 January.
        #expect(pairs[0].expected == 7 && pairs[0].held == 2 && pairs[0].longestGapDays == 49)
        #expect(!pairs[0].isCurrent && !pairs[0].overdue && pairs[0].daysSinceLast == 121)
        // 80 days with B: 5 due, 1 held on day 112, then 65 days.
        #expect(pairs[1].expected == 5 && pairs[1].held == 1 && pairs[1].longestGapDays == 65 && pairs[1].overdueDays == 51)
    }

    @Test func aGivenDateWins() throws {
        // 1 April is day 87: two records of B lie in it as before. From 20 April (day 106) on the first of them counts for nothing.
        #expect(try stints("E,B,,,,2027-04-01", changed) == ["A 0-86", "B 87-177"])
        #expect(try stints("E,B,,,,2027-04-20", changed) == ["A 0-105", "B 106-177"])
        let early = ["E,B,2027-02-01,yes"] + changed
        let plan = try CheckInPlan(people: ["A", "B", "C", "E,B,,,,2027-04-01"], checkIns: early).plan()
        // Held with B on 1 February, when A was the manager.
        #expect(CheckIns(of: plan).heldElsewhere == 1 && CheckIns(of: plan).pairs.map(\.held) == [2, 1])
    }

    @Test func severalBefore() throws {
        let records = ["E,C,2027-01-11,yes", "E,A,2027-02-01,yes", "E,C,2027-02-15,yes", "E,B,2027-03-01,yes"]
        // 1 February is day 28, 1 March day 56.
        #expect(try stints("E,B", records) == ["C 0-27", "A 28-55", "B 56-177"])
        // Without a present manager the last one is known to the last record.
        #expect(try stints("E", Array(records[..<2])) == ["C 0-27", "A 28-28"])
        // The present one has no record: A is known until 1 February.
        #expect(try stints("E,B", Array(records[..<2])) == ["C 0-27", "A 28-28", "B 29-177"])
    }

    @Test func whoStandsInHasNoTime() throws {
        let records = ["E,B,2027-01-11,yes", "E,A,2027-02-01,yes", "E,B,2027-02-15,yes"]
        #expect(try stints("E,B", records) == ["B 0-177"])
        let plan = try CheckInPlan(people: ["A", "B", "C", "E,B"], checkIns: records).plan()
        #expect(CheckIns(of: plan).heldElsewhere == 1)
    }

    @Test func whatIsToComeSaysNothing() throws {
        #expect(try stints("E,B", ["E,A,2027-07-05,"]) == ["B 0-177"])
    }

    @Test func employmentsLimitPairs() throws {
        // Came on 1 February (day 28), left on 31 May (day 147).
        #expect(try stints("E,B,,2027-02-01,2027-05-31", []) == ["B 28-147"])
    }
}
