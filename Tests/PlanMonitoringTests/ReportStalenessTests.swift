import PlanFiles
import PlanModel
import PlanMonitoring
import TestSupport
import Testing

@Suite struct ReportStalenessTests {
    private func plan() throws -> Plan {
        var plan = CheckInPlan(people: ["B,,Works", "E,B,Office"])
        plan.files["teams.csv"] = "id,name,unit\nT1,One,Works\nT2,Two,Works\n"
        plan.files["tasks.csv"] = """
            id,name,project,owner,duration,actual_start,actual_finish,remaining
            old,,,B,5d,2027-01-11T08:00,,2d
            edge,,,B,5d,2027-01-11T08:00,,2d
            silent,,,E,5d,2027-05-01T08:00,,2d
            fresh,,,E,5d,2027-06-28T08:00,,2d
            done,,,E,5d,2027-01-11T08:00,2027-01-15T17:00,
            open,,,E,5d,,,
            """
        plan.files["history.csv"] = """
            date,task,percent_complete
            2027-05-30,old,40
            2027-04-01,old,20
            2027-07-20,old,80
            2027-05-31,edge,50
            """
        plan.files["assignments.csv"] = "task,person,team,units\nold,,T1,0.4\nold,,T2,0.6\nedge,,T1,\n"
        return try plan.plan()
    }

    @Test func agesAndGroups() throws {
        let plan = try plan()
        let staleness = ReportStaleness(of: plan)
        // 30 May is 31 days before 30 June, 31 May 30: not older than 30 days. A report from after the data date says nothing yet.
        // "silent" began on 1 May, 60 days ago, "fresh" 2 days ago; neither was ever reported on.
        #expect(staleness.entries.map { plan.tasks.text(.id, Int($0.task)) } == ["silent", "old", "fresh"])
        #expect(staleness.entries.map(\.age) == [60, 31, 2] && staleness.entries.map(\.isStale) == [true, true, false])
        #expect(staleness.total.started == 4 && staleness.total.stale == 2 && staleness.total.neverReported == 2)
        // "old" is T2's with 0.6 of 1.0 units, "edge" T1's; E has no team.
        #expect(staleness.teams.map { $0.team } == [0, 1, nil])
        #expect(staleness.teams.map(\.figures.stale) == [0, 1, 1])
        #expect(staleness.units.map { $0.unit } == ["Office", "Works"] && staleness.units.map(\.figures.started) == [2, 2])
    }

    @Test func otherAges() throws {
        #expect(ReportStaleness(of: try plan(), staleAfter: 29).total.stale == 3)
        #expect(ReportStaleness(of: try plan(), staleAfter: 60).total.stale == 0)
        #expect(ReportStaleness(of: try CheckInPlan(people: []).plan()).total.started == 0)
    }

    @Test func hospital() throws {
        let staleness = ReportStaleness(of: try Plan(contentsOf: TestFolders.datasets + "/hospital"))
        // "Tasks under way, last report before 2027-05-31 or none: 4" of 27, of three teams.
        #expect(staleness.total.started == 27 && staleness.entries.count == 4)
    }
}
