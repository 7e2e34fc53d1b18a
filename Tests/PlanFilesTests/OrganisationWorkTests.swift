import Headway
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// What a synthetic organisation of 10,000 tasks and 1,000 people looks like.
@Suite struct OrganisationWorkTests {
    static let plan = OrganisationMaker(tasks: 10_000, people: 1_000, seed: 1).plan()
    private var plan: Plan { Self.plan }

    @Test func dependenciesAreLikeThoseOfRealPlans() {
        let (table, tasks) = (plan.dependencies, plan.tasks.count)
        #expect((tasks * 140 / 100...tasks * 160 / 100).contains(table.count))
        let project = plan.tasks.integers(.project)!
        let (from, to) = (table.integers(.predecessor)!, table.integers(.successor)!)
        let crossing = table.rows.count { row in
            let (first, then) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            return first.table == 0 && project[first.row] != project[then.row]
        }
        #expect((table.count * 7 / 100...table.count * 14 / 100).contains(crossing))
        let types = Dictionary(grouping: table.integers(.type)!, by: \.self).mapValues(\.count)
        #expect(types[0]! > table.count * 85 / 100 && types[1]! > 100 && types[2]! > 100 && types[3] == nil)
        let lags = table.integers(.lag)!.filter { $0 != Cell.absent }.map(Lag.init(raw:))
        #expect(lags.count { $0.isElapsed } > 100 && lags.count { $0.minutes < 0 } > 10 && lags.count { $0.minutes > 0 } > 500)
    }

    @Test func threePointsAreInOrder() {
        let tasks = plan.tasks
        var shapes: Set<Int> = []
        for row in tasks.rows {
            guard let low = tasks.integer(.optimistic, row) else { continue }
            let (middle, high) = (tasks.integer(.mostLikely, row)!, tasks.integer(.pessimistic, row)!)
            #expect(0 < low && low <= middle && middle <= high && middle == tasks[row].duration)
            shapes.insert(tasks.reference(.distribution, row) ?? -1)
        }
        #expect(shapes.count >= 6)
        #expect(tasks.rows.count { !tasks.text(.workClass, $0).isEmpty } > 3_000)
    }

    @Test func progressLiesBeforeTheDataDateAndInWorkingTime() throws {
        let (tasks, settings) = (plan.tasks, plan.settings)
        let calendar = try #require(WorkingTime(settings.calendars.resolved(0), epochDay: settings.epoch.day))
        let origin = Int32(settings.epoch.day * 1440)
        func isWorking(_ date: LocalDateTime) -> Bool {
            let work = calendar.work(at: date.minutes - origin)
            return [calendar.start(at: work), calendar.finish(at: work)].contains(date.minutes - origin)
        }
        var (begun, done) = (0, 0)
        for row in tasks.rows {
            guard let start = tasks[row].actualStart else {
                #expect(tasks[row].actualFinish == nil && tasks[row].percentComplete == nil && tasks[row].remaining == nil)
                continue
            }
            begun += 1
            #expect(settings.epoch <= start && start <= settings.dataDate && isWorking(start))
            if let finish = tasks[row].actualFinish {
                done += 1
                #expect(start <= finish && finish <= settings.dataDate && isWorking(finish))
                #expect(tasks[row].percentComplete == 100)
            } else {
                #expect(tasks[row].remaining! > 0 && (1...99).contains(tasks[row].percentComplete!))
            }
        }
        #expect((2_500...5_500).contains(done) && begun - done > 100)
    }

    /// No finished task began before a predecessor allowed it.
    @Test func actualDatesFollowTheLogic() {
        let (table, tasks) = (plan.dependencies, plan.tasks)
        let (from, to) = (table.integers(.predecessor)!, table.integers(.successor)!)
        for row in table.rows where table.integer(.lag, row) == nil && table.reference(.type, row) == 0 {
            let (first, then) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            guard first.table == 0, let start = tasks[then.row].actualStart else { continue }
            #expect(tasks[first.row].actualFinish.map { $0 <= start } == true)
        }
    }

    @Test func everyPlanIsShortEnough() throws {
        // Gates open within a working year, and a project takes less than another two.
        for tasks in [1_000, 30_000] {
            let plan = OrganisationMaker(tasks: tasks, people: 100, seed: 2).plan()
            let schedule = Schedule(of: try Network(compiling: plan))
            #expect(schedule.network.date(of: schedule.finish) < LocalDateTime(year: 2030, month: 6, day: 30)!)
        }
    }
}
