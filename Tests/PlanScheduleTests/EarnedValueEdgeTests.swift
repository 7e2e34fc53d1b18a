import Foundation
import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What work is weighed by, what is left out, and how parts add up.
@Suite struct EarnedValueEdgeTests {
    /// Without costs: efforts if all rows have one, else durations, else the time between the dates.
    @Test func basesInTheirOrder() throws {
        let tasks = "id,name,project,duration,cost\nA,One,,1d,\nB,Two,,3d,\n"
        func basis(_ tasks: String, _ baseline: String) throws -> (EarnedBasis, Double) {
            let value = try EarnedFixture.value(day: 4, ["tasks.csv": tasks, "baselines/b.csv": baseline])
            return (value.basis, value.amount(value.targets[0].budget))
        }
        let dates = ["A,2027-01-04,2027-01-04", "B,2027-01-05,2027-01-07"]
        func rows(_ header: String, _ first: String, _ second: String) -> String {
            "task,start,finish\(header)\n\(dates[0])\(first)\n\(dates[1])\(second)\n"
        }
        #expect(try basis(tasks, rows(",cost", ",", ",5")) == (.baselineCost, 5))
        let costs = tasks.replacingOccurrences(of: "3d,", with: "3d,7")
        #expect(try basis(costs, rows(",cost", ",0", ",0")) == (.taskCost, 7))
        #expect(try basis(tasks, rows(",effort", ",2h", ",1d")) == (.baselineEffort, 600))
        #expect(try basis(tasks, rows(",effort,duration", ",,6h", ",1d,2d")) == (.baselineDuration, 1320))
        #expect(try basis(tasks, rows("", "", "")) == (.baselineDuration, 1920))
        // B spans the work of others: its time is theirs.
        let spans = "id,name,project,duration,kind\nA,One,,1d,\nB,Two,,3d,level-of-effort\n"
        #expect(try basis(spans, rows("", "", "")) == (.baselineDuration, 480))
    }

    /// Level of effort earns by the passing of time: after 2 of 4 days half of 100, whatever is reported; A, not begun, earns nothing.
    @Test func levelOfEffortEarnsWhatIsPlanned() throws {
        let files = [
            "projects.csv": "id,name,goal\nP,Project,\n",
            "tasks.csv": "id,name,project,duration,kind\nA,One,P,1d,\nB,Two,P,4d,level-of-effort\n",
            "baselines/b.csv": "task,start,finish,cost\nA,2027-01-04,2027-01-04,480\nB,2027-01-04,2027-01-07,100\n",
        ]
        let value = try EarnedFixture.value(day: 5, files)
        #expect(value.targets.map { value.amount($0.planned) } == [530, 530])
        #expect(value.targets.map { value.amount($0.earned) } == [50, 50])
    }

    /// A task beside the baseline, one without dates in it, one that is there twice, one that ends before it starts, one without a cost.
    @Test func whatIsLeftOutIsSaid() throws {
        let files = [
            "tasks.csv": "id,name,project,duration\n" + ["A", "B", "C", "D", "E"].map { "\($0),Task,,2d\n" }.joined(),
            "baselines/b.csv": """
            task,start,finish,cost
            A,2027-01-04,2027-01-05,100
            A,2027-01-11,2027-01-12,900
            B,2027-01-04,,200
            D,2027-01-08,2027-01-06,300
            E,2027-01-04,2027-01-05,

            """,
        ]
        let value = try EarnedFixture.value(day: 4, files)
        #expect(
            value.findings.map { "\($0.code): \($0.message.suffix(2).trimmingCharacters(in: .whitespaces))" } == [
                "not-in-baseline: C", "baseline-without-dates: B", "baseline-twice: A", "baseline-reversed: D", "no-weight: E",
                "no-actual-cost: ut",
            ])
        // A and D count: 100 + 300.
        #expect(value.targets[0].tasks == 3 && value.targets[0].tasksLeftOut == 2)
        #expect(value.amount(value.targets[0].budget) == 400)
    }

    /// Work that began in December, before the epoch: two days until Friday the 1st, then A's two days from Monday.
    @Test func aBaselineMayBeginBeforeTheEpoch() throws {
        let files = [
            "tasks.csv": "id,name,project,duration\nA,One,,2d\nZ,Two,,2d\n",
            "baselines/b.csv": "task,start,finish,cost\nZ,2026-12-31,2027-01-01,10\nA,2027-01-04,2027-01-05,10\n",
        ]
        let time = try #require(try EarnedFixture.value(day: 4, files).targets[0].time)
        #expect(time.baselineStart.description == "2026-12-31T08:00")
        #expect(time.plannedDuration == 4 * 480 && time.actualTime == 3 * 480 && time.earnedSchedule == 0)
    }

    /// Planned until Thursday, done on Wednesday at noon: all of 4 days earned in 2.5.
    @Test func finishedWorkHasEarnedItsWholeDuration() throws {
        let files = [
            "tasks.csv":
                "id,name,project,duration,actual_start,actual_finish\nA,One,,4d,2027-01-04T08:00,2027-01-06T12:00\n",
            "baselines/b.csv": "task,start,finish\nA,2027-01-04,2027-01-07\n",
        ]
        let value = try EarnedFixture.value(day: 15, files)
        let time = try #require(value.targets[0].time)
        #expect(time.isFinished && time.earnedSchedule == 1920 && time.actualTime == 1200 && time.performance == 1.6)
        #expect(EarnedForecastMethod.allCases.allSatisfy { value.finish($0, value.targets[0]) == nil })
    }

    /// Projects and the tasks without one add up to the plan, to the unit; a task that serves a goal twice counts once in it.
    @Test func partsAddUp() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let network = try Network(compiling: plan)
        let value = EarnedValue(of: plan, network, baseline: "approved")
        let parts = network.structure.targets.targets(.project).map { value.targets[$0] } + [value.withoutProject]
        for field in [\EarnedTarget.budget, \.planned, \.earned] {
            #expect(parts.reduce(0) { $0 + $1[keyPath: field] } == value.targets[0][keyPath: field])
        }
        #expect(parts.reduce(0) { $0 + $1.tasks + $1.tasksLeftOut } == plan.tasks.count)
        #expect(value.targets.allSatisfy { $0.tasks <= plan.tasks.count && $0.budget <= value.targets[0].budget })
    }

    /// A serves goal G through its project and through a link of its own.
    @Test func aTaskCountsOnceInATarget() throws {
        let files = [
            "initiatives.csv": "id,name\nI,Initiative\n", "goals.csv": "id,name,initiative\nG,Goal,I\nH,Other,I\n",
            "projects.csv": "id,name,goal\nP,Project,G\n", "tasks.csv": "id,name,project,duration\nA,One,P,1d\n",
            "links.csv": "from,to\nA,G\nP,H\n", "baselines/b.csv": "task,start,finish,cost\nA,2027-01-04,2027-01-04,10\n",
        ]
        let value = try EarnedFixture.value(day: 4, files)
        #expect(value.targets.map { value.amount($0.budget) } == [10, 10, 10, 10, 10])
    }
}
