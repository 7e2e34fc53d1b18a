import PlanModel
import PlanNetwork
import TestSupport
import Testing

@testable import PlanMonitoring

/// Who has a part in which goal, and what their own tasks came to.
struct ReviewTests {
    /// It is Wednesday 13 January 2027, 17:00; the plan began on Monday 4 January. Ann answers for G1, Bob for P1 of it, Cyd for T3, which is linked to G2.
    private static let files = [
        "plan.yaml": "name: Small\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-13T17:00\n",
        "goals.csv": "id,name,initiative,owner\nG1,One,,ann\nG2,Two,,\n",
        "projects.csv": "id,name,goal,owner\nP1,Project,G1,bob\n",
        "tasks.csv": """
        id,name,project,owner,due,duration,actual_start,actual_finish
        T1,Early,P1,,2027-01-08,3d,2027-01-04T08:00,2027-01-06T17:00
        T2,Late,P1,,2027-01-06,3d,2027-01-04T08:00,2027-01-08T17:00
        T3,Open,P1,cyd,2027-01-12,3d,,
        T4,Later,P1,,2027-02-12,3d,,
        T5,Undated,P1,,,3d,,

        """,
        "people.csv": "id,name\nann,Ann\nbob,Bob\ncyd,Cyd\ndee,Dee\n",
        "assignments.csv": "task,person\nT1,ann\nT1,dee\nT2,dee\nT3,dee\nT4,dee\nT5,dee\n",
        "links.csv": "from,to\nT3,G2\n",
    ]

    private static func parts(baseline: String? = nil, _ more: [String: String] = [:]) throws -> (
        Plan, Network, GoalContributions
    ) {
        let plan = try PlanTexts(files.merging(more) { $1 }).plan()
        let network = try Network(compiling: plan)
        return (plan, network, GoalContributions(of: plan, network))
    }

    @Test func contributions() throws {
        let (plan, _, contributions) = try Self.parts()
        typealias Entry = GoalContributions.Entry
        func of(_ id: String) -> [Entry] { contributions.ofPerson[plan.people.row(of: id)!] }
        #expect(of("ann").map(\.tasks) == [[0]] && of("ann")[0].ownsGoal && !of("ann")[0].ownsProject)
        #expect(of("bob").map(\.tasks) == [[]] && of("bob")[0].ownsProject && !of("bob")[0].ownsGoal)
        // T3 serves G1 by its project and G2 by its link.
        #expect(of("cyd").map(\.goal) == [0, 1] && of("cyd").map(\.tasks) == [[2], [2]])
        #expect(of("dee").map(\.tasks) == [[0, 1, 2, 3, 4], [2]])
    }

    /// Of Dee's five tasks two are done. T1, T2 and T3 were due up to 13 January: T1 on time, T2 two working days late (6 to 8 January), T3 open; T4 is due later and
    /// T5 never.
    @Test func ownPart() throws {
        let (plan, network, contributions) = try Self.parts()
        let tasks = contributions.ofPerson[plan.people.row(of: "dee")!][0].tasks
        let period = Period(from: plan.settings.epoch, to: plan.settings.dataDate)
        let part = OwnPart(tasks, plan, network, TaskPromises(of: plan, baseline: nil), during: period)
        #expect(
            [part.tasks, part.done, part.planned, part.onTime, part.late, part.open, part.lateMinutes] == [
                5, 2, 3, 1, 1, 1, 2 * 480,
            ])
    }

    /// Up to Thursday 7 January T2 is not done yet; only it was to be finished by then.
    @Test func earlierPeriod() throws {
        let (plan, network, contributions) = try Self.parts()
        let tasks = contributions.ofPerson[plan.people.row(of: "dee")!][0].tasks
        let period = Period(from: plan.settings.epoch, to: LocalDateTime(year: 2027, month: 1, day: 7)!)
        let part = OwnPart(tasks, plan, network, TaskPromises(of: plan, baseline: nil), during: period)
        #expect([part.done, part.planned, part.onTime, part.late, part.open, part.lateMinutes] == [1, 1, 0, 0, 1, 0])
    }

    /// The baseline goes before due dates: T2 was planned for 11 January, so it was early; T5 for 5 January, and is open.
    @Test func baselineGoesFirst() throws {
        let table = "task,start,finish\nT2,2027-01-04,2027-01-11\nT5,2027-01-04,2027-01-05\n"
        let (plan, network, contributions) = try Self.parts(["baselines/approved.csv": table])
        let tasks = contributions.ofPerson[plan.people.row(of: "dee")!][0].tasks
        let period = Period(from: plan.settings.epoch, to: plan.settings.dataDate)
        let part = OwnPart(tasks, plan, network, TaskPromises(of: plan, baseline: "approved"), during: period)
        #expect([part.done, part.planned, part.onTime, part.late, part.open] == [2, 4, 2, 0, 2])
    }
}
