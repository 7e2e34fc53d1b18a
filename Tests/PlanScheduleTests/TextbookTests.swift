import Foundation
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Small networks with exact dates from other people's textbooks and tests.
///
/// Headway's convention: no date lies before the plan's start or after its finish. Of the 37 cases 21 keep it. The other 16 are from one
/// source, where relations alone say when a task that has them starts and must finish; they come back under `followsLogicAlone`.
struct TextbookTests {
    struct Case: Decodable {
        struct Activity: Decodable {
            let id: String
            let duration: Int32
        }
        struct Relation: Decodable {
            let from: String, to: String, type: String
            let lag: Int32
        }
        struct Dates: Decodable {
            let early_start: Int, early_finish: Int, late_start: Int, late_finish: Int
        }
        struct Expected: Decodable {
            let duration: Int
            let activities: [String: Dates]
        }
        let id: String
        let activities: [Activity]
        let relations: [Relation]
        let expected: Expected

        /// Whether no date lies before 0 or beyond the end.
        var keepsConvention: Bool {
            expected.activities.values.allSatisfy { $0.early_start >= 0 && $0.late_finish <= expected.duration }
        }
    }

    @Test(.enabled(if: TestFolders.hasReference)) func networksWithKnownAnswers() throws {
        let path = try #require(TestFolders.reference) + "/textbook/cpm_cases.json"
        let cases = try JSONDecoder().decode([Case].self, from: TestFolders.contents(of: path))
        #expect(cases.count == 37 && cases.count { $0.keepsConvention } == 21)
        for item in cases {
            var plan = try plan(item)
            if !item.keepsConvention {
                plan.settings.scheduling.followsLogicAlone = true
                plan.settings.scheduling.start = plan.settings.epoch.advanced(byMinutes: 1440)
            }
            let schedule = Schedule(of: try Network(compiling: plan.plan()))
            try expectDates(of: item, plan, schedule)
            let naive = NaiveSchedule(plan)
            for row in plan.tasks.indices where item.keepsConvention {
                let node = Int(schedule.network.structure.nodeOfTask[row])
                #expect(Int(schedule.earlyFinish[node]) == naive.items[row].earlyFinish)
                #expect(Int(schedule.lateFinish[node]) == naive.items[row].lateFinish)
            }
        }
    }

    /// All four dates of every task, in units after the plan's start, which lies a day after the epoch where dates may lie before it.
    private func expectDates(of item: Case, _ plan: PlanBuilder, _ schedule: Schedule) throws {
        let start = item.keepsConvention ? 0 : 1440
        for (row, task) in plan.tasks.enumerated() {
            let node = Int(schedule.network.structure.nodeOfTask[row])
            let dates = try #require(item.expected.activities[task.id])
            let (early, late) = (Int(schedule.earlyFinish[node]) - start, Int(schedule.lateFinish[node]) - start)
            let duration = Int(task.duration!)
            let found = [early - duration, early, late - duration, late]
            #expect(
                found == [dates.early_start, dates.early_finish, dates.late_start, dates.late_finish], "\(item.id), \(task.id)")
        }
    }

    /// One minute a unit, around the clock, from midnight.
    private func plan(_ item: Case) throws -> PlanBuilder {
        var plan = PlanBuilder()
        plan.settings = PlanSettings(name: item.id, epoch: try #require(LocalDateTime(year: 2027, month: 1, day: 4)))
        plan.settings.calendars = [
            CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
        ]
        for activity in item.activities { plan.task(activity.id, activity.duration) }
        for relation in item.relations {
            let type = try #require(RelationType.allCases.first { "\($0)" == relation.type })
            plan.relate(relation.from, relation.to, type, lag: relation.lag)
        }
        return plan
    }
}
