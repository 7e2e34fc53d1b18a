import Headway
import PlanModel
import Testing

@testable import PlanFiles

/// The flaws that a synthetic organisation is made with.
@Suite struct OrganisationFlawTests {
    /// Tasks, people, and the least and most of: orphan tasks, orphan projects, projects without tasks, goals without projects.
    struct Expected: Sendable {
        var tasks: Int, people: Int
        var orphanTasks: Int, orphanProjects: ClosedRange<Int>, emptyProjects: Int, emptyGoals: ClosedRange<Int>
    }

    static let cases = [
        // 10,000 / 110 = 90; about 390 projects: every 33rd an orphan, one in a hundred empty; about 130 goals: one in fifty.
        Expected(tasks: 10_000, people: 1_000, orphanTasks: 90, orphanProjects: 10...13, emptyProjects: 3, emptyGoals: 2...3),
        Expected(tasks: 1_324, people: 180, orphanTasks: 12, orphanProjects: 2...3, emptyProjects: 1, emptyGoals: 1...1),
        Expected(tasks: 10, people: 3, orphanTasks: 0, orphanProjects: 0...0, emptyProjects: 0, emptyGoals: 0...0),
    ]

    @Test(arguments: cases) func orphansAndDeadEnds(_ expected: Expected) {
        let plan = OrganisationMaker(tasks: expected.tasks, people: expected.people, seed: 1).plan()
        #expect(plan.tasks.rows.count { plan.tasks[$0].project == nil } == expected.orphanTasks)
        #expect(expected.orphanProjects.contains(plan.projects.rows.count { plan.projects[$0].parent == nil }))
        let worked = Set(plan.tasks.rows.compactMap { plan.tasks[$0].project })
        #expect(plan.projects.count - worked.count == expected.emptyProjects)
        let served = Set(plan.projects.rows.compactMap { plan.projects[$0].parent })
        #expect(expected.emptyGoals.contains(plan.goals.count - served.count))
        #expect(Set(plan.goals.rows.compactMap { plan.goals[$0].parent }).count == plan.initiatives.count)
    }

    @Test func people() {
        let plan = OrganisationWorkTests.plan
        let people = plan.people
        let busy = Set(plan.assignments.rows.compactMap { plan.assignments.reference(.person, $0) })
        #expect((80...300).contains(people.count - busy.count))
        // 1,000 / 70 have left, all before the data date; none of them is assigned to anything.
        let left = Set(people.rows.filter { people.date(.end, $0) != nil })
        #expect(left.count == 14 && left.allSatisfy { people.date(.end, $0)! < plan.settings.dataDate })
        #expect(busy.isDisjoint(with: left))
        #expect(plan.projects.rows.count { plan.projects[$0].owner.map(left.contains) == true } >= 5)
        // One person has no manager; nobody has more than eight reports.
        #expect(people.rows.count { people.reference(.manager, $0) == nil } == 1)
        let reports = Dictionary(grouping: people.rows.compactMap { people.reference(.manager, $0) }, by: \.self)
        #expect(reports.count == 125 && reports.values.allSatisfy { $0.count <= 8 })
    }

    @Test func meetingsAreBounded() {
        for (tasks, people) in [(10_000, 1_000), (1_000, 5_000), (5, 5)] {
            let plan = OrganisationMaker(tasks: tasks, people: people, seed: 4).plan()
            #expect(plan.checkIns.count <= min(20 * people, max(tasks, 4_000) * 5 / 4))
            #expect(plan.history.count <= 2 * tasks)
        }
    }

    @Test func weightsAreShares() {
        let weights = OrganisationWorkTests.plan.initiatives.numbers(.weight)!
        #expect(weights.map { Int(($0 * 1_000_000).rounded()) }.reduce(0, +) == 1_000_000)
    }
}
