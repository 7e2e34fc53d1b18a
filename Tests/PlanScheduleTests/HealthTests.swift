import PlanModel
import PlanSchedule
import Testing

/// Plans in which exactly one point fails; tasks S, A, B, C and E are rows 4, 0, 1, 2 and 3.
@Suite struct HealthTests {
    /// Unfinished with work: B and C; relations of unfinished work: A–B, B–C, C–E.
    @Test func aSoundPlanPassesAll() throws {
        let health = try HealthFixture().health()
        #expect(health.failed == [] && health.applicable == 14 && health.score == 1)
        let parts = DCMAPoint.allCases.map(health.parts)
        // B's delay of 600 · 480 minutes arrives whole; ten days are left, none to spare; A was due and is done.
        #expect(
            parts == [
                "0/2", "0/3", "0/3", "3/3", "0/2", "0/2", "0/2", "0/2", "0/5", "0/2", "0/1", "288000/288000", "4800/4800",
                "1/1",
            ])
        #expect(health[.logic].exclusions.map(\.reason) == [.finished, .milestones])
        #expect(health[.logic].exclusions.map(\.count) == [1, 2])
        #expect(health[.leads].exclusions == [HealthExclusion(reason: .finishedSuccessors, count: 1)])
        #expect(health[.missedTasks].exclusions == [.init(reason: .milestones, count: 2), .init(reason: .notYetDue, count: 2)])
        #expect(health[.criticalPathTest].offenders == .tasks([1]))
    }

    @Test func thresholdsBelongToTheirPoints() {
        let words = DCMAPoint.allCases.map(\.threshold)
        #expect(words == Array(HealthThreshold.allCases.prefix(14)))
        #expect(DCMAPoint.finishToStart.threshold == .finishToStart && DCMAPoint.missedTasks.threshold == .missedTasks)
        #expect(DCMAPoint.baselineExecution.id == "baselineExecution")
    }

    /// C without a successor: 1 of 2 is above 5 %.
    @Test func missingLogic() throws {
        let health = try HealthFixture { $0.relations.removeLast() }.health()
        #expect(health.failed == [.logic] && health.parts(.logic) == "1/2")
        #expect(health[.logic].offenders == .tasks([2]))
    }

    /// 1 of 3 relations leads by a day.
    @Test func leads() throws {
        let health = try HealthFixture { $0.relations[2] = "B,C,,-1d" }.health()
        #expect(health.failed == [.leads] && health.parts(.leads) == "1/3" && health.parts(.lags) == "0/3")
        #expect(health[.leads].offenders == .dependencies([2]))
    }

    /// 1 of 3 relations lags by a day, around the clock; C then ends on the 25th, as its baseline allows.
    @Test func lags() throws {
        let health = try HealthFixture {
            $0.relations[2] = "B,C,,3ed"
            $0.baseline["C"] = "2027-01-19,2027-01-26"
        }.health()
        #expect(health.failed == [.lags] && health.parts(.lags) == "1/3" && health.parts(.leads) == "0/3")
    }

    /// 2 of 3 relations run from finish to start: 67 % is below 90 %.
    @Test func relationTypes() throws {
        let health = try HealthFixture { $0.relations[2] = "B,C,SS," }.health()
        #expect(health.failed == [.finishToStart] && health.parts(.finishToStart) == "2/3")
        #expect(health[.finishToStart].offenders == .dependencies([2]))
        // The chain runs through B's start only, so that C is delayed.
        #expect(health[.criticalPathTest].offenders == .tasks([2]))
    }

    /// Each of the hard kinds on C, with room to spare, so that nothing else changes; soft ones do not count.
    @Test(arguments: ["snlt", "fnlt", "snet", "fnet", "alap"]) func hardConstraints(word: String) throws {
        let health = try HealthFixture {
            $0.taskHeader += ",constraint,constraint_date"
            for id in $0.tasks.keys { $0.tasks[id]! += ",," }
            let date = word == "alap" ? "" : word.hasSuffix("lt") ? "2027-02-26" : "2027-01-11"
            $0.tasks["C"] = "Three,P,5d,,,\(word),\(date)"
        }.health()
        let isHard = word.hasSuffix("lt")
        #expect(health.failed == (isHard ? [.hardConstraints] : []))
        #expect(health.parts(.hardConstraints) == (isHard ? "1/2" : "0/2"))
    }

    /// B and C last 30 days each, X beside them a day: it has 59 days of float.
    @Test func highFloat() throws {
        let health = try HealthFixture {
            for (id, name) in ["B": "Two", "C": "Three"] { $0.tasks[id] = "\(name),P,30d,," }
            $0.tasks["X"] = "Beside,P,1d,,"
            $0.relations += ["A,X,,", "X,E,,"]
            $0.baseline.merge(["B": "2027-01-11,2027-02-19", "C": "2027-02-22,2027-04-02", "X": "2027-01-11,2027-01-11"]) { $1 }
            $0.assigned.append("X")
        }.health()
        #expect(health.failed == [.highFloat] && health.parts(.highFloat) == "1/3")
        #expect(health.parts(.finishToStart) == "5/5")
    }

    /// A deadline a day before C's finish: B and C are a day late.
    @Test func negativeFloat() throws {
        let health = try HealthFixture {
            $0.taskHeader += ",deadline"
            for id in $0.tasks.keys { $0.tasks[id]! += "," }
            $0.tasks["C"]! += "2027-01-21"
        }.health()
        #expect(health.failed == [.negativeFloat] && health.parts(.negativeFloat) == "2/2")
    }

    /// C lasts 45 days, to 19 March; 44 would pass.
    @Test(arguments: [44, 45]) func highDuration(days: Int) throws {
        let health = try HealthFixture {
            $0.tasks["C"] = "Three,P,\(days)d,,"
            $0.baseline["C"] = "2027-01-18,2027-03-19"
        }.health()
        #expect(health.failed == (days == 45 ? [.highDuration] : []))
        #expect(health.parts(.highDuration) == (days == 45 ? "1/2" : "0/2"))
    }

    /// The milestone S is said to have happened on the Monday after the data date.
    @Test func actualDatesInTheFuture() throws {
        let health = try HealthFixture { $0.tasks["S"] = "Start,P,0d,2027-01-11T09:00,2027-01-11T09:00" }.health()
        #expect(health.failed == [.invalidDates] && health.parts(.invalidDates) == "1/5")
        #expect(health[.invalidDates].offenders == .tasks([4]))
    }

    /// Work that does not wait for the data date: the rest of B goes on from the plan's start, C behind it. B's days from the 4th are past.
    @Test func forecastsInThePast() throws {
        let health = try HealthFixture {
            $0.settings += "scheduling: {holdsAtDataDate: false}\n"
            $0.relations.remove(at: 1)
            $0.relations.append("S,B,,")
        }.health()
        // B from the 4th to the 8th begins before the data date; C begins at it.
        #expect(health.failed == [.invalidDates] && health[.invalidDates].offenders == .tasks([1]))
    }

    /// Nobody works on C; tasks of less than a day need nobody.
    @Test func resources() throws {
        #expect(try HealthFixture { $0.assigned = ["A", "B"] }.health().failed == [.resources])
        let health = try HealthFixture {
            $0.assigned = ["A", "B"]
            $0.tasks["C"] = "Three,P,4h,,"
        }.health()
        #expect(health.failed == [] && health.parts(.resources) == "0/1")
        #expect(health[.resources].exclusions.last == HealthExclusion(reason: .shorterThanADay, count: 1))
    }

    @Test func withoutPeopleOrCostsResourcesAreNotApplicable() throws {
        let health = try HealthFixture {
            $0.assigned = []
            $0.files["people.csv"] = "id,name\n"
        }.health()
        #expect(health.parts(.resources) == "the plan holds no people, teams or costs")
        #expect(health.applicable == 13 && health.score == 1)
    }
}
