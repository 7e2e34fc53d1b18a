import PlanFiles
import PlanModel
import PlanMonitoring
import TestSupport
import Testing

/// Every fourteen days from 4 January 2027 on, by hand.
@Suite struct CheckInsTests {
    private func day(_ text: String) -> Int {
        let parts = text.split(separator: "-").map { Int($0)! }
        return LocalDateTime(year: parts[0], month: parts[1], day: parts[2])!.day
    }

    private func period(_ from: String, _ to: String) -> Period {
        Period(
            from: LocalDateTime(minutes: Int32(day(from) * 1440)), to: LocalDateTime(minutes: Int32(day(to) * 1440 + 600)))
    }

    /// The only pair.
    private func pair(_ plan: CheckInPlan, _ period: Period? = nil) throws -> CheckInPair {
        let pairs = CheckIns(of: try plan.plan(), during: period).pairs
        #expect(pairs.count == 1)
        return try #require(pairs.first)
    }

    @Test func countsActiveDays() throws {
        // 4 January to 30 June: 28 + 28 + 31 + 30 + 31 + 30 = 178 days, 178 / 14 = 12.7 → 12 due.
        // Held on 18 January (the 15th day), 1 February (14 later), 31 March (58 later), then 91 days to 30 June.
        let plan = CheckInPlan(
            people: ["B", "E,B"],
            checkIns: [
                "E,B,2027-01-18,yes,G1", "E,B,2027-02-01,yes", "E,B,2027-03-01,no,G1", "E,B,2027-03-15,",
                "E,B,2027-03-31,yes,G1;G2",
            ])
        let found = try pair(plan)
        #expect(found.expected == 12 && found.held == 3 && found.adherence == 0.25)
        #expect(found.longestGapDays == 91 && found.daysSinceLast == 91)
        // 91 − 14 = 77 over; one manager at more than 17 days, the next at 31, 45, 59, 73, 87: (91 − 3 − 1) / 14 = 6.
        #expect(found.overdue && found.overdueDays == 77 && found.escalations == 6)
        #expect(found.withGoals == 2 && found.records == 5 && found.untouched == 1 && found.isCurrent)
        #expect(found.firstDay == day("2027-01-04") && found.lastDay == day("2027-06-30"))
    }

    @Test func leapYear() throws {
        // 28 February, 29 February, 1 March 2028: 3 days, so with a meeting a day 3 are due; held on the leap day alone.
        var plan = CheckInPlan(people: ["B", "E,B"], checkIns: ["E,B,2028-02-29,yes"])
        (plan.dataDate, plan.cadence) = ("2028-03-01T17:00", "cadence: {every: 1d}")
        let found = try pair(plan, period("2028-02-28", "2028-03-01"))
        #expect(found.expected == 3 && found.held == 1 && found.daysSinceLast == 1 && found.longestGapDays == 2)
    }

    @Test(arguments: [("2027-06-13", false, 17), ("2027-06-12", true, 18)])
    func grace(_ last: String, _ isOverdue: Bool, _ days: Int) throws {
        // Every 14 with 3 of grace: 17 days after the last meeting is in time, 18 days are 4 over.
        let found = try pair(CheckInPlan(people: ["B", "E,B"], checkIns: ["E,B,\(last),yes"]))
        #expect(found.daysSinceLast == days && found.overdue == isOverdue)
        #expect(found.overdueDays == (isOverdue ? 4 : 0) && found.escalations == (isOverdue ? 1 : 0))
    }

    @Test func lateJoiner() throws {
        // Employed from 3 June: 28 days, two due. The first day counts: 28 days without a meeting, 14 over.
        let found = try pair(CheckInPlan(people: ["B", "E,B,,2027-06-03"]))
        #expect(found.expected == 2 && found.held == 0 && found.adherence == 0 && found.longestGapDays == 28)
        #expect(found.daysSinceLast == nil && found.overdueDays == 14)
        #expect(found.firstDay == day("2027-06-03"))
        // From 14 June: 17 days, one due, and nothing is overdue yet.
        let later = try pair(CheckInPlan(people: ["B", "E,B,,2027-06-14"]))
        #expect(later.expected == 1 && !later.overdue)
        // From 20 June: 11 days, nothing due, so there is nothing to adhere to.
        let last = try pair(CheckInPlan(people: ["B", "E,B,,2027-06-20"]))
        #expect(last.expected == 0 && last.adherence == nil)
        // From July: no pair yet.
        #expect(CheckIns(of: try CheckInPlan(people: ["B", "E,B,,2027-07-01"]).plan()).pairs.isEmpty)
    }

    @Test func leavers() throws {
        // Left on 31 January: 28 days, two due; nobody is overdue who is gone.
        let found = try pair(CheckInPlan(people: ["B", "E,B,,,2027-01-31"]))
        #expect(found.expected == 2 && !found.isCurrent && !found.overdue && found.lastDay == day("2027-01-31"))
        // The manager left: the same.
        #expect(try pair(CheckInPlan(people: ["B,,,,2027-01-31", "E,B"])).expected == 2)
    }

    @Test func leave() throws {
        // June alone: 30 days less 10 to 19 June (10 days, the last one whole) leaves 20: one due. Met on 9 June: 30 − 9 = 21 calendar days,
        // 20 to 30 June are 11 active ones, so nothing is overdue.
        var plan = CheckInPlan(people: ["B", "E,B"], checkIns: ["E,B,2027-06-09,yes"])
        plan.availability = ["E,2027-06-10,2027-06-19"]
        let june = period("2027-06-01", "2027-06-30")
        let found = try pair(plan, june)
        #expect(found.expected == 1 && found.held == 1 && found.adherence == 1)
        #expect(found.daysSinceLast == 21 && found.longestGapDays == 11 && !found.overdue)
        // The manager away, or a capacity of 0, is the same; half a day is no whole one: from noon on the 10th 9 days are off, 21 left.
        plan.availability = ["B,2027-06-10,2027-06-19,0"]
        #expect(try pair(plan, june) == found)
        plan.availability = ["E,2027-06-10T12:00,2027-06-19"]
        #expect(try pair(plan, june).longestGapDays == 12)
        // Part-time is not away.
        plan.availability = ["E,2027-06-10,2027-06-19,0.1"]
        #expect(try pair(plan, june).expected == 2)
    }

    @Test func noCadence() throws {
        var plan = CheckInPlan(people: ["B", "E,B"], checkIns: ["E,B,2027-06-09,yes"])
        plan.cadence = ""
        let checkIns = CheckIns(of: try plan.plan())
        #expect(!checkIns.hasCadence && checkIns.pairs[0].held == 1 && checkIns.pairs[0].expected == 0)
        #expect(checkIns.pairs[0].adherence == nil && !checkIns.pairs[0].overdue && checkIns.pairs[0].everyDays == nil)
        // From 4 January to 9 June, both counted: 28 + 28 + 31 + 30 + 31 + 9.
        #expect(checkIns.pairs[0].longestGapDays == 157)
    }

    @Test func nearestCadenceWins() throws {
        var plan = CheckInPlan(people: ["B", "E,B,Surgery", "F,B,Surgery", "G,B,Office"])
        plan.cadence = """
            cadence:
              every: 14d
              grace: 3d
              units: {Surgery: {every: 7d, grace: 2d}, Office: {every: 28d}}
              pairs: [{employee: F, manager: B, every: 30d}]
            """
        // 178 days: 178 / 7 = 25, 178 / 30 = 5, 178 / 28 = 6.
        let pairs = CheckIns(of: try plan.plan()).pairs
        #expect(pairs.map(\.expected) == [25, 5, 6])
        // Grace not named is that of the next wider rule: the unit's 2 for F, the plan's 3 for G.
        // (178 − 2 − 1) / 7 = 25, (178 − 2 − 1) / 30 = 5, (178 − 3 − 1) / 28 = 6.
        #expect(pairs.map(\.escalations) == [25, 5, 6])
    }

    @Test func escalation() throws {
        // 38 days without a meeting since 24 May, every 14 with 3 of grace: 18 reaches B, 32 C, 46 would reach D.
        let plan = try CheckInPlan(people: ["D", "C,D", "B,C", "E,B,,2027-05-24"]).plan()
        let checkIns = CheckIns(of: plan)
        let pair = try #require(checkIns.pairs.first { $0.employee == 3 })
        #expect(pair.overdueDays == 38 - 14 && checkIns.escalation(of: pair, in: plan) == [2, 1])
        // Above the topmost there is nobody: C has not met D since January.
        let top = try #require(checkIns.pairs.first { $0.employee == 1 })
        #expect(checkIns.escalation(of: top, in: plan) == [0])
    }

    @Test func scheduledAndUntouched() throws {
        let plan = CheckInPlan(
            people: ["B", "E,B"], checkIns: ["E,B,2027-06-30,", "E,B,2027-07-01,", "E,B,2027-07-15,", "E,B,2027-06-01,no"])
        let checkIns = CheckIns(of: try plan.plan())
        #expect(checkIns.untouched == 1 && checkIns.scheduled == 2 && checkIns.pairs[0].held == 0)
    }

    @Test func monthsAreWhenMeetingsFallDue() throws {
        // From 4 January the 14th active day is 17 January, then 31 January, 14 February, and so on to 20 June.
        let checkIns = CheckIns(of: try CheckInPlan(people: ["B", "E,B"], checkIns: ["E,B,2027-05-31,yes"]).plan())
        #expect(checkIns.months.map(\.expected) == [2, 2, 2, 2, 2, 2])
        #expect(checkIns.months.map(\.held) == [0, 0, 0, 0, 1, 0])
        #expect(checkIns.months[0].firstDay == day("2027-01-04") && checkIns.months[5].firstDay == day("2027-06-01"))
    }

    @Test func periodsLookBackForTheLastMeeting() throws {
        // Last met on 31 May; in the fortnight to 30 June nothing was held, one is due, and 30 days have passed.
        let plan = CheckInPlan(people: ["B", "E,B"], checkIns: ["E,B,2027-05-31,yes"])
        let found = try pair(plan, period("2027-06-17", "2027-06-30"))
        #expect(found.expected == 1 && found.held == 0 && found.daysSinceLast == 30 && found.longestGapDays == 14)
        #expect(found.overdue && found.overdueDays == 16)
        // To 10 June nothing is overdue: 10 days.
        #expect(try pair(plan, period("2027-01-04", "2027-06-10")).overdue == false)
        // A period is cut at the data date.
        #expect(
            CheckIns(of: try plan.plan(), during: period("2027-06-17", "2028-06-30")).period
                == period("2027-06-17", "2027-06-30"))
    }

    @Test func scopes() throws {
        let plan = try CheckInPlan(people: ["B", "C,B,X", "E,B,Y", "F,C,Y"]).plan()
        var settings = CheckInSettings()
        settings.scope = .unit("Y")
        #expect(CheckIns(of: plan, settings: settings).pairs.map(\.employee) == [2, 3])
        settings.scope = .manager(0)
        #expect(CheckIns(of: plan, settings: settings).pairs.map(\.employee) == [1, 2])
    }
}
