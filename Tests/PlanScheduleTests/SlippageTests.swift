import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Slips against a baseline, by hand.
struct SlippageTests {
    /// S, A, B, C, E of the fixture: A was done on Friday the 8th, B stands from the 11th to the 15th, C from the 18th to the 22nd.
    private func slippage(_ spoil: (inout HealthFixture) -> Void) throws -> (Slippage, Plan, Network) {
        let plan = try HealthFixture(spoil).plan()
        let network = try Network(compiling: plan)
        return (Slippage(of: plan, Schedule(of: network), baseline: .table("b")), plan, network)
    }

    private func minutes(_ slip: DateSlip?) -> [Int32] { slip.map { [$0.working, $0.elapsed] } ?? [] }

    /// A finished a day later than planned: 480 minutes of work. B was to run from Friday the 8th to Tuesday the 12th, three days, and runs
    /// five: it starts a day of work and three of the calendar later, and ends three days of both later.
    @Test func tasks() throws {
        let (slip, plan, _) = try slippage {
            $0.baseline = ["A": "2027-01-04,2027-01-07", "B": "2027-01-08T08:00,2027-01-12T17:00"]
        }
        let (a, b) = (try #require(slip.tasks[plan.tasks.row(of: "A")!]), try #require(slip.tasks[plan.tasks.row(of: "B")!]))
        #expect(minutes(a.start) == [0, 0] && minutes(a.finish) == [480, 1440] && a.durationGrowth == 480)
        #expect(
            minutes(b.start) == [480, 3 * 1440] && minutes(b.finish) == [3 * 480, 3 * 1440] && b.durationGrowth == 2 * 480)
        #expect(slip.tasksNotInBaseline.map { plan.tasks.text(.id, $0) } == ["C", "E", "S"])
    }

    /// Days without a time of day end when their work does, and milestones are one moment: on time is no slip at all, whether or not another
    /// task was to begin before the plan does.
    @Test(arguments: [false, true]) func onTime(anotherBeginsBefore: Bool) throws {
        let (slip, plan, _) = try slippage {
            $0.baseline["S"] = "2027-01-04T08:00,2027-01-04T08:00"
            $0.baseline["E"] = "2027-01-22T17:00,2027-01-22T17:00"
            if anotherBeginsBefore { $0.baseline["B"] = "2026-12-28,2027-01-15" }
        }
        for task in ["S", "A", "C", "E"] {
            let entry = try #require(slip.tasks[plan.tasks.row(of: task)!])
            #expect(minutes(entry.start) == [0, 0] && minutes(entry.finish) == [0, 0] && entry.durationGrowth == 0, "\(task)")
        }
    }

    /// Actual days without a time of day are the days that they are.
    @Test func actualDays() throws {
        let (slip, plan, _) = try slippage { $0.tasks["A"] = "One,P,5d,2027-01-04,2027-01-08" }
        let a = try #require(slip.tasks[plan.tasks.row(of: "A")!])
        #expect(minutes(a.start) == [0, 0] && minutes(a.finish) == [0, 0])
    }

    /// The project's baseline runs from A's start to B's finish; C is not in it, but in the finish of today: the 12th against the 22nd are
    /// eight days of work and ten of the calendar.
    @Test func targets() throws {
        let (slip, _, network) = try slippage {
            $0.baseline = ["A": "2027-01-04,2027-01-07", "B": "2027-01-08T08:00,2027-01-12T17:00"]
        }
        for kind in TargetKind.allCases {
            let entry = try #require(slip.targets[network.structure.targets.target(kind, row: 0)])
            #expect(minutes(entry.start) == [0, 0] && minutes(entry.finish) == [8 * 480, 10 * 1440], "\(kind)")
        }
    }

    /// Before the plan's epoch working time counts too: from Thursday 31 December to Friday 8 January there are six days of work.
    @Test func baselineBeforeTheEpoch() throws {
        let (slip, plan, _) = try slippage { $0.baseline = ["A": "2026-12-28,2026-12-31"] }
        let a = try #require(slip.tasks[plan.tasks.row(of: "A")!])
        #expect(minutes(a.start) == [5 * 480, 7 * 1440] && minutes(a.finish) == [6 * 480, 8 * 1440])
    }

    /// A finish that the baseline does not give follows from start and duration, a start from finish and duration: B as planned, A from the 4th.
    @Test func derivedDates() throws {
        let (slip, plan, _) = try slippage {
            $0.baseline = [:]
            $0.files["baselines/b.csv"] =
                "task,start,finish,duration\nA,,2027-01-07,4d\nB,2027-01-11,,5d\nE,2027-01-22T17:00,,0d\n"
        }
        #expect(slip.derivedDates == 3)
        for (task, late) in [("A", 480), ("B", 0), ("E", 0)] as [(String, Int32)] {
            let entry = try #require(slip.tasks[plan.tasks.row(of: task)!])
            #expect(entry.start?.working == 0 && entry.finish?.working == late && entry.durationGrowth == late, "\(task)")
        }
    }

    /// What a duration leads to before the first date, or further than dates go, is not known: no date is put in its place.
    @Test(arguments: ["A,,2027-01-07,5d", "A,2027-01-04,,2000000d"]) func derivedOutOfReach(row: String) throws {
        let (slip, plan, _) = try slippage {
            $0.baseline = [:]
            $0.files["baselines/b.csv"] = "task,start,finish,duration\n\(row)\n"
        }
        let a = try #require(slip.tasks[plan.tasks.row(of: "A")!])
        #expect(slip.derivedDates == 0 && a.durationGrowth == nil)
        #expect((a.start == nil) != (a.finish == nil) && (a.baselineStart == nil) != (a.baselineFinish == nil))
    }

    /// Dates as far apart as can be written: what is too far to be counted has no slip, and is still shown.
    @Test func tooFarToCount() throws {
        let (slip, plan, network) = try slippage { $0.baseline = ["A": "0001-01-01,5999-12-31"] }
        for entry in [slip.tasks[plan.tasks.row(of: "A")!], slip.targets[network.structure.targets.target(.plan, row: 0)]] {
            let entry = try #require(entry)
            #expect(entry.start != nil && entry.finish == nil && (entry.baselineFinish?.date.year ?? 0) >= 5999)
        }
    }

    /// A finish without a start is measured alone.
    @Test func halfADate() throws {
        let (slip, plan, _) = try slippage { $0.baseline = ["A": ",2027-01-07"] }
        let a = try #require(slip.tasks[plan.tasks.row(of: "A")!])
        #expect(a.start == nil && minutes(a.finish) == [480, 1440] && a.durationGrowth == nil)
    }
}
