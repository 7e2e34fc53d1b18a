import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Ledgers against a plan's own baseline, which has dates and no relations. Days are of eight hours from 08:00 to 16:00.
struct SlipTableTests {
    /// The ledger of a task as words: days of slip; task, cause, days, days undone; and when the baseline has it finish.
    private func ledger(
        of task: String, _ tasks: String, _ dependencies: String, baseline: String, dataDate: String = "2027-01-04T08:00",
        free: String = ""
    ) throws -> (days: Int, lines: [String], baselineFinish: LocalDateTime?) {
        let day = "[08:00-16:00]"
        let week = ["monday", "tuesday", "wednesday", "thursday", "friday"].map { "\($0): \(day)" }.joined(separator: ", ")
        let files = [
            "plan.yaml": """
            name: p
            epoch: 2027-01-04T08:00
            dataDate: \(dataDate)
            calendar: standard
            calendars:
              standard: {week: {\(week)}, exceptions: {\(free)}}
              short: {week: {monday: \(day), tuesday: \(day)}}
            """,
            "initiatives.csv": "id,name\nI,I\n", "goals.csv": "id,name,initiative\nG,G,I\n",
            "projects.csv": "id,name,goal\nP,P,G\n",
            "tasks.csv": "id,name,project,duration,calendar,actual_start,actual_finish\n" + tasks,
            "dependencies.csv": "predecessor,successor,lag\n" + dependencies,
            "baselines/b.csv": "task,start,finish,duration\n" + baseline,
        ]
        let plan = try Plan(folder: files.mapValues { Array($0.utf8) })
        let schedule = Schedule(of: try Network(compiling: plan))
        let analysis = try SlipAnalysis(of: plan, schedule, baseline: .table("b"))
        let row = try #require(plan.tasks.row(of: task))
        let end = PathEnd.task(Int(schedule.network.structure.nodeOfTask[row]))
        let found = try #require(analysis.ledgers(of: [end]).first)
        var twin = SlipTwin(analysis)
        twin.check(twin.subjects, "table")
        return (
            found.minutes / 480,
            found.lines.map { line in
                guard case .row(let row) = line.task else { return "gone" }
                let undone = line.undoMinutes.map { "\($0 / 480)" } ?? "-"
                return "\(plan.tasks.text(.id, row)) \(line.cause.rawValue) \(line.minutes / 480) \(undone)"
            }, analysis.slippage.tasks[row]?.baselineFinish
        )
    }

    /// a is done on Wednesday the 6th; b followed at once and now waits two days: the lag grew, and without that b is where it was.
    @Test func aLagThatGrew() throws {
        let found = try ledger(
            of: "b", "a,A,P,3d,,,\nb,B,P,2d,,,\n", "a,b,2d\n",
            baseline: "a,2027-01-04T08:00,2027-01-06T16:00,3d\nb,2027-01-07T08:00,2027-01-08T16:00,2d\n")
        #expect(found.days == 2 && found.lines == ["b lag changed 2 2"])
    }

    /// Tuesday the 5th is free now: three days end on Thursday instead of Wednesday, and the task is no longer than it was.
    @Test func aHoliday() throws {
        let found = try ledger(
            of: "a", "a,A,P,3d,,,\n", "", baseline: "a,2027-01-04T08:00,2027-01-06T16:00,3d\n", free: "2027-01-05: []")
        #expect(found.days == 1 && found.lines == ["a calendar changed 1 -"])
    }

    /// b began on Thursday the 7th, before a was done on Friday, a day after its plan: undone, it is a day earlier and waits for nobody.
    @Test func outOfSequence() throws {
        let found = try ledger(
            of: "b",
            "a,A,P,2d,,2027-01-04T08:00,2027-01-08T16:00\nb,B,P,2d,,2027-01-07T08:00,2027-01-08T16:00\n", "a,b,\n",
            baseline: "a,2027-01-04T08:00,2027-01-05T16:00,2d\nb,2027-01-06T08:00,2027-01-07T16:00,2d\n",
            dataDate: "2027-01-11T08:00")
        #expect(found.days == 1 && found.lines == ["b started late 1 1"])
    }

    /// A date that was approved stays as it was, also where the task's calendar of today does not work then.
    @Test func approvedDatesStay() throws {
        let found = try ledger(
            of: "a", "a,A,P,3d,short,,\n", "", baseline: "a,2027-01-04T08:00,2027-01-07T16:00,4d\n")
        #expect(found.baselineFinish == LocalDateTime(year: 2027, month: 1, day: 7, minuteOfDay: 960))
    }

    /// A baseline that begins in the year 1 is too far off to count the days from.
    @Test func tooFarOff() throws {
        #expect(throws: CompileError.self) {
            try ledger(
                of: "a", "a,A,P,3d,,,\n", "", baseline: "a,0001-01-04T08:00,0001-01-06T16:00,3d\n", free: "2027-03-01: []")
        }
    }
}
