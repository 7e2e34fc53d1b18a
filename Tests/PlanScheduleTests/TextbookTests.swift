import Foundation
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Small networks with exact dates from other people's textbooks and tests.
///
/// Headway's convention: no date lies before the plan's start; tasks are in one piece; late dates run back from the latest finish. Of the
/// 37 cases 21 keep it. The other 16 are from one source, which lets work lie before the start, or late dates beyond the end:
///
/// | cases | why they differ |
/// |---|---|
/// | FF, lag < 0, A = B and A < B; FF, lag 0, A < B | B starts before 0 |
/// | SS, lag < 0, A = B, A < B and A > B | B starts before 0 |
/// | SF, all lags, A < B; SF, lag ≤ 0, A = B and A > B | B starts before 0 |
/// | FF, lag < 0, A > B; SS, lag 0, A > B; SF, lag > 0, A > B | late finishes beyond the duration |
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
        #expect(cases.count { $0.keepsConvention } == 21)
        for item in cases {
            let plan = try plan(item)
            let network = try Network(compiling: plan.plan())
            let schedule = Schedule(of: network)
            let naive = NaiveSchedule(plan)
            var isEqual = Int(schedule.finish) == item.expected.duration
            for (row, task) in plan.tasks.enumerated() {
                let node = Int(network.structure.nodeOfTask[row])
                let dates = try #require(item.expected.activities[task.id])
                let (early, late) = (Int(schedule.earlyFinish[node]), Int(schedule.lateFinish[node]))
                #expect(early == naive.items[row].earlyFinish && late == naive.items[row].lateFinish)
                let duration = Int(task.duration!)
                let found = [early - duration, early, late - duration, late]
                isEqual = isEqual && found == [dates.early_start, dates.early_finish, dates.late_start, dates.late_finish]
            }
            #expect(isEqual == item.keepsConvention, "\(item.id)")
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
