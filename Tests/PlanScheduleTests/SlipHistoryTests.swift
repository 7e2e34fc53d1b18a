import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Slips week by week.
struct SlipHistoryTests {
    /// a (5 d from Monday 4 January) before b (5 d). On Friday the 8th a had 2 d left: the end moves by two days. On Friday the 15th, a was done
    /// on the 12th as then foreseen, and b, begun on the 13th, had 4 d left instead of the 2 of its 5: two days more. Today, on the 18th, as
    /// then foreseen.
    @Test func weeks() throws {
        let files = [
            "plan.yaml": """
            name: p
            epoch: 2027-01-04T08:00
            dataDate: 2027-01-18T17:00
            calendar: standard
            calendars:
              standard: {week: {monday: [08:00-16:00], tuesday: [08:00-16:00], wednesday: [08:00-16:00], thursday: [08:00-16:00], friday: [08:00-16:00]}}
            """,
            "initiatives.csv": "id,name\nI,I\n", "goals.csv": "id,name,initiative\nG,G,I\n",
            "projects.csv": "id,name,goal\nP,P,G\n",
            "tasks.csv": """
            id,name,project,duration,actual_start,actual_finish,remaining
            a,A,P,5d,2027-01-04T08:00,2027-01-12T16:00,
            b,B,P,5d,2027-01-13T08:00,,3d
            """,
            "dependencies.csv": "predecessor,successor\na,b\n",
            "baselines/first.csv":
                "task,start,finish\na,2027-01-04T08:00,2027-01-08T16:00\nb,2027-01-11T08:00,2027-01-15T16:00\n",
            "history.csv": "date,task,percent_complete,remaining\n2027-01-08,a,60,2d\n2027-01-14,b,20,4d\n2027-01-15,b,30,4d\n",
        ]
        let plan = try Plan(folder: files.mapValues { Array($0.utf8) })
        let schedule = Schedule(of: try Network(compiling: plan))
        let target = schedule.network.structure.targets.target(.initiative, row: 0)
        let history = try #require(
            try SlipHistory(of: plan, schedule, baseline: .table("first"), ends: [.target(target)]))
        let weeks = history.weeks.map { week in
            (
                week.date, week.ledgers[0]!.minutes / 480,
                week.ledgers[0]!.lines.map { "\(plan.tasks.text(.id, row($0.task))) \($0.cause.rawValue) \($0.minutes / 480)" }
            )
        }
        #expect(weeks.map(\.1) == [0, 2, 2, 0])
        #expect(weeks.map(\.2) == [[], ["a remaining grew 2"], ["b remaining grew 2"], []])
        let whole = try SlipAnalysis(of: plan, schedule, baseline: .table("first")).ledgers(of: [.target(target)])
        #expect(whole[0].minutes == 4 * 480)
    }

    private func row(_ task: SlipLedger.Task) -> Int {
        switch task {
        case .row(let row), .gone(let row): row
        }
    }

    /// The weeks of the hospital add up to the slip of today, for every target.
    @Test func weeksAddUp() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let schedule = Schedule(of: try Network(compiling: plan))
        let ends = (0..<schedule.network.structure.targets.count).map { PathEnd.target($0) }
        let history = try #require(try SlipHistory(of: plan, schedule, baseline: .table("approved"), ends: ends))
        let whole = try SlipAnalysis(of: plan, schedule, baseline: .table("approved")).ledgers(of: ends)
        #expect(history.weeks.count == 27 && whole.count > 50)
        for ledger in whole {
            let place = ends.firstIndex(of: ledger.end)!
            let weeks = history.weeks.map { $0.ledgers[place]?.minutes ?? 0 }
            #expect(weeks.reduce(0, +) == ledger.minutes)
            for week in history.weeks {
                #expect(week.ledgers[place].map { $0.lines.reduce(0) { $0 + $1.minutes } == $0.minutes } ?? true)
            }
        }
    }
}
