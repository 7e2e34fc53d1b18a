import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What started and finished work does under each rule, worked out by hand. Days of 480 minutes from Monday 4 January 2027; the data date is
/// Wednesday evening, position 1440.
struct ProgressRuleTests {
    private func finishes(_ edit: (inout PlanBuilder) -> Void) throws -> [String: Int32] {
        var plan = PlanBuilder()
        plan.settings.dataDate = plan.moment(2 * 1440 + 1020)
        edit(&plan)
        let read = plan.plan()
        let schedule = Schedule(of: try Network(compiling: read))
        return Dictionary(
            uniqueKeysWithValues: read.tasks.rows.map {
                (read.tasks.text(.id, $0), schedule.earlyFinish[Int(schedule.network.structure.nodeOfTask[$0])])
            })
    }

    /// A has two days left; B follows it but started out of sequence and has one day left.
    private func outOfSequence(_ plan: inout PlanBuilder) {
        let monday = plan.moment(480)
        plan.task("A", 960)
        plan.task("B", 960) {
            $0.actualStart = monday
            $0.remaining = 480
        }
        plan.relate("A", "B")
    }

    /// Retained logic: B's day waits for A, done at 2400. Override: B goes on at once.
    @Test func outOfSequenceWork() throws {
        #expect(try finishes { outOfSequence(&$0) } == ["A": 2400, "B": 2880])
        let overridden = try finishes {
            outOfSequence(&$0)
            $0.settings.scheduling.progress = .override
        }
        #expect(overridden == ["A": 2400, "B": 1920])
    }

    /// B is finished although A is not, and C follows B. Where finished work passes logic on, C waits for A.
    @Test func finishedWorkCanPassLogicOn() throws {
        func chain(_ plan: inout PlanBuilder) {
            let (morning, evening) = (plan.moment(480), plan.moment(1020))
            plan.task("A", 960)
            plan.task("B", 480) { ($0.actualStart, $0.actualFinish) = (morning, evening) }
            plan.task("C", 480)
            plan.relate("A", "B")
            plan.relate("B", "C")
        }
        #expect(try finishes { chain(&$0) }["C"] == 1920)
        let passed = try finishes {
            chain(&$0)
            $0.settings.scheduling.finishedWorkPassesLogic = true
        }
        #expect(passed["C"] == 2880)
    }

    /// A started on Monday and has a day left; B may start four days after A's start. From the actual start that is Friday evening's
    /// position, 1920. From where A's rest starts, Wednesday evening, one of the four days is left: three have passed.
    @Test func lagsOfStartedWorkRunOn() throws {
        func pair(_ plan: inout PlanBuilder) {
            let monday = plan.moment(480)
            plan.task("Before", 480)
            plan.task("A", 1920) {
                $0.actualStart = monday
                $0.remaining = 480
            }
            plan.task("B", 480)
            plan.relate("Before", "A")
            plan.relate("A", "B", .SS, lag: 1920)
        }
        #expect(try finishes { pair(&$0) }["B"] == 2400)
        // A's rest waits for Before, done at 1920; one day later B may start.
        let remaining = try finishes {
            pair(&$0)
            $0.settings.scheduling.lagsFromActualStart = false
        }
        #expect(remaining["B"] == 2880)
    }

    /// Work that does not wait for the data date goes on where it stood: A did a day of its two on Monday and ends on Tuesday.
    @Test func workNeedNotWaitForTheDataDate() throws {
        let found = try finishes {
            $0.settings.scheduling.holdsAtDataDate = false
            let start = $0.moment(480)
            $0.task("A", 960) {
                $0.actualStart = start
                $0.remaining = 480
            }
            $0.task("B", 480)
        }
        #expect(found == ["A": 960, "B": 480])
    }

    /// A start-to-finish relation where a finish is the last minute of work: B ends a minute after A starts, at 1441.
    @Test func startToFinishMayTakeAMinute() throws {
        let found = try finishes {
            $0.settings.scheduling.startToFinishTakesAMinute = true
            $0.settings.scheduling.start = $0.settings.epoch
            $0.settings.dataDate = $0.settings.epoch
            $0.task("First", 1440)
            $0.task("A", 480)
            $0.task("B", 480)
            $0.relate("First", "A")
            $0.relate("A", "B", .SF)
        }
        #expect(found["B"] == 1441)
    }
}
