import PlanModel
import PlanSchedule
import Testing

/// Points 11 to 14, the thresholds and the practices.
@Suite struct HealthBaselineTests {
    /// A was to be done on Thursday and was on Friday.
    @Test func missedTasks() throws {
        let health = try HealthFixture { $0.baseline["A"] = "2027-01-04,2027-01-07" }.health()
        #expect(health.failed == [.missedTasks] && health.parts(.missedTasks) == "1/1")
    }

    /// C was to be done a day earlier: (10 − 1) / 10 = 0.9 is below 0.95.
    @Test func criticalPathLength() throws {
        let health = try HealthFixture { $0.baseline["C"] = "2027-01-18,2027-01-21" }.health()
        #expect(health.failed == [.criticalPathLength] && health.parts(.criticalPathLength) == "4320/4800")
    }

    /// Without a baseline, C's deadline gives the float: none on the 22nd, a day too few on the 21st; without either nothing is known.
    @Test func criticalPathLengthByConstraints() throws {
        func parts(_ deadline: String) throws -> String {
            try HealthFixture {
                $0.baseline = [:]
                $0.taskHeader += ",deadline"
                for id in $0.tasks.keys { $0.tasks[id]! += "," }
                $0.tasks["E"]! += deadline
            }.health().parts(.criticalPathLength)
        }
        #expect(try parts("2027-01-22") == "4800/4800")
        #expect(try parts("2027-01-21") == "4320/4800")
        #expect(try parts("") == "neither a baseline nor a constraint says when the plan must finish")
    }

    /// B has no baseline: one done of A, which was due, and B.
    @Test func baselineExecution() throws {
        let health = try HealthFixture { $0.baseline["B"] = nil }.health()
        #expect(health.failed == [.baselineExecution] && health.parts(.baselineExecution) == "1/2")
        #expect(health[.baselineExecution].offenders == .tasks([1]))
        #expect(health[.missedTasks].exclusions.contains(HealthExclusion(reason: .notInBaseline, count: 1)))
    }

    @Test func withoutABaseline() throws {
        let health = try HealthFixture { $0.baseline = [:] }.health()
        #expect(health.parts(.missedTasks) == "no baseline" && health.parts(.baselineExecution) == "no baseline")
        #expect(health.applicable == 11 && health.verdict(.baseline) == .weak)
    }

    @Test func ofSeveralBaselinesOneIsNamed() throws {
        let fixture = HealthFixture { $0.files["baselines/c.csv"] = "task,start,finish\nA,2027-01-04,2027-01-07\n" }
        #expect(try fixture.health().parts(.missedTasks) == "several baselines (b, c); name one with --baseline")
        #expect(try fixture.health().verdict(.baseline) == .unknown)
        #expect(try fixture.health("b").failed == [])
        #expect(try fixture.health("c")[.missedTasks].verdict == .failed)
    }

    /// A mandatory finish on C: B's delay does not arrive. The hard constraint is allowed here, so that one point fails.
    @Test(arguments: ["mandatory-finish,2027-01-22T17:00", "mandatory-start,2027-01-18T08:00"])
    func aHardConstraintBreaksTheCriticalPath(constraint: String) throws {
        let health = try HealthFixture {
            $0.settings += "health: {hardConstraints: 1}\n"
            $0.taskHeader += ",constraint,constraint_date"
            for id in $0.tasks.keys where id != "C" { $0.tasks[id]! += ",," }
            $0.tasks["C"]! += ",\(constraint)"
        }.health()
        #expect(health.failed == [.criticalPathTest] && health.parts(.criticalPathTest) == "0/288000")
        #expect(health[.criticalPathTest].offenders == .tasks([1]))
        #expect(health.verdict(.criticalPath) == .weak)
    }

    /// A delay of ten days asked for in the settings.
    @Test func theDelayIsASetting() throws {
        let health = try HealthFixture { $0.settings += "health: {criticalPathDelayDays: 10}\n" }.health()
        #expect(health.parts(.criticalPathTest) == "4800/4800")
    }

    @Test func whereAllIsDoneMuchIsNotApplicable() throws {
        let health = try HealthFixture {
            $0.settings = "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-29T17:00\n"
            $0.tasks["B"] = "Two,P,5d,2027-01-11T08:00,2027-01-15T17:00"
            $0.tasks["C"] = "Three,P,5d,2027-01-18T08:00,2027-01-22T17:00"
            $0.tasks["E"] = "End,P,0d,2027-01-22T17:00,2027-01-22T17:00"
        }.health()
        #expect(health.parts(.criticalPathTest) == "all work is done")
        #expect(health.parts(.missedTasks) == "0/3" && health.parts(.baselineExecution) == "3/3")
        // Invalid dates, missed tasks, baseline execution.
        #expect(health.applicable == 3 && health.score == 1)
    }

    @Test func anEmptyPlanHasNoScore() throws {
        let health = try HealthFixture {
            ($0.tasks, $0.relations, $0.baseline, $0.assigned) = ([:], [], [:], [])
        }.health()
        #expect(health.applicable == 0 && health.score == nil)
        #expect(health.gao.allSatisfy { $0.verdict != .supported })
    }

    /// The sound plan has no ranges, and its A reports by its actual finish.
    @Test func practices() throws {
        let health = try HealthFixture().health()
        #expect(
            health.gao.map(\.verdict) == [
                .unknown, .supported, .supported, .supported, .supported, .supported, .supported, .weak, .supported, .supported,
            ])
        let orphan = try HealthFixture { $0.tasks["B"] = "Two,,5d,," }.health()
        #expect(orphan.verdict(.traceability) == .weak)
        // A, C, E and S of five tasks lead up to the initiative.
        #expect(orphan.gao[4].evidence.map { [$0.count, $0.total] } == [[4, 5]])
    }

    /// A level of effort beside the work, tied to B, counts nowhere, nor do its relations; it ends nothing.
    @Test func levelsOfEffortAreLeftOut() throws {
        let health = try HealthFixture {
            $0.taskHeader += ",kind"
            for id in $0.tasks.keys { $0.tasks[id]! += "," }
            $0.tasks["L"] = "Support,P,,,,level-of-effort"
            $0.relations += ["B,L,SS,", "C,L,FF,"]
        }.health()
        #expect(health.failed == [] && health.parts(.finishToStart) == "3/3" && health.parts(.invalidDates) == "0/5")
        #expect(health[.logic].exclusions.last == HealthExclusion(reason: .levelsOfEffort, count: 1))
        #expect(health[.leads].exclusions.last == HealthExclusion(reason: .spanRelations, count: 2))
        #expect(health.parts(.criticalPathTest) == "288000/288000")
    }
}
