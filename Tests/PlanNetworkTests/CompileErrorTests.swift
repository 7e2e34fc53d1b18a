import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Every code that compiling can raise, with its place.
struct CompileErrorTests {
    private func faults(_ edit: (inout PlanBuilder) -> Void) -> [Fault] {
        var plan = PlanBuilder()
        edit(&plan)
        do throws(CompileError) { _ = try Network(compiling: plan.plan()) } catch { return error.faults }
        return []
    }

    @Test func noDuration() {
        let found = faults {
            $0.task("a", 60)
            $0.task("b")
            $0.task("c")
        }
        #expect(found.map(\.code) == ["no-duration", "no-duration"])
        #expect(found.map(\.line) == [3, 4])
        #expect(found[0].file == "tasks.csv")
        #expect(found[0].column == "duration")
    }

    @Test func calendarRange() {
        let found = faults {
            $0.settings.calendars.append(CalendarDefinition(name: "never"))
            $0.task("a", 60)
        }
        #expect(found.map(\.code) == ["calendar-range"])
        #expect(found[0].column == "calendars.never")
    }

    /// One more than 16 bits can name beside the one that works around the clock.
    @Test func tooManyCalendars() {
        let found = faults {
            let standard = $0.settings.calendars[0]
            $0.settings.calendars = (0..<65_536).map { CalendarDefinition(name: "c\($0)", week: standard.week) }
            $0.task("a", 60)
        }
        #expect(found.map(\.code) == ["too-many-calendars"])
    }

    /// Mode outside the range; half a range; moments of a shape that has none; a lognormal that begins at 0.
    @Test func badEstimates() {
        let edits: [(inout PlanBuilder.TaskRow) -> Void] = [
            { ($0.optimistic, $0.pessimistic) = (600, 700) },
            { $0.optimistic = 10 },
            { ($0.mean, $0.deviation, $0.distribution) = (100, 10, .triangular) },
            { ($0.optimistic, $0.pessimistic, $0.distribution) = (0, 700, .lognormal) },
        ]
        for edit in edits {
            let found = faults { $0.task("a", 480, edit) }
            #expect(found.map(\.code) == ["bad-estimate"])
            #expect(found.first?.line == 2)
        }
    }

    /// A class's range that its distribution cannot hold is a fault, not silence: a lognormal from 0.
    @Test func badRangeOfAClass() {
        let found = faults {
            $0.settings.ranges["build"] = .factors(RangeFactors(optimistic: 0, mostLikely: 1, pessimistic: 2), nil)
            $0.task("a", 480) { ($0.workClass, $0.distribution) = ("build", .lognormal) }
        }
        #expect(found.map(\.code) == ["bad-estimate"])
    }

    /// Two tasks of 2²⁸ working minutes in a row: 2 · 2²⁸ · 168 / 40 hours > 2³⁰ minutes around the clock.
    @Test func planTooLong() {
        let found = faults {
            $0.task("a", 1 << 28)
            $0.task("b", 1 << 28)
            $0.relate("a", "b")
        }
        #expect(found.map(\.code) == ["plan-too-long"])
        #expect(found.first?.line == 2 || found.first?.line == 3)
    }

    /// The longest lead that a file can hold, from a start, between tasks as long as a plan may be.
    @Test(arguments: RelationType.allCases) func hugeLeads(type: RelationType) {
        let found = faults {
            $0.settings.calendars = [
                CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
            ]
            $0.task("a", (1 << 30) - 50_000)
            $0.task("b", (1 << 30) - 50_000)
            $0.relate("a", "b", type, lag: -(1 << 30) + 1)
        }
        #expect(found.map(\.code) == ["plan-too-long"])
    }

    /// More than a hundred culprits: a hundred told, all counted.
    @Test func manyFaults() {
        var plan = PlanBuilder()
        for number in 0..<130 { plan.task("t\(number)") }
        do throws(CompileError) {
            _ = try Network(compiling: plan.plan())
            Issue.record("tasks without a duration compiled")
        } catch {
            #expect(error.faults.count == 100)
            #expect(error.count == 130)
        }
    }
}
