import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// A task runs on its own calendar if it has one, else on its people's, else on its project's, else on the plan's.
struct TaskCalendarTests {
    private func plan(_ edit: (inout PlanBuilder) -> Void) -> PlanBuilder {
        var plan = PlanBuilder()
        plan.settings.calendars = RandomCalendars.all
        plan.settings.calendar = 0
        edit(&plan)
        return plan
    }

    private func calendar(_ plan: PlanBuilder) throws -> String {
        let network = try Network(compiling: plan.plan())
        return plan.settings.calendars[network.structure.calendar(of: Int(network.structure.nodeOfTask[0]))].name
    }

    @Test func precedence() throws {
        var plan = plan {
            $0.project("P", calendar: "clock")
            $0.person("ann", calendar: "night")
            $0.task("a", 60, in: "P") { $0.calendar = "early" }
            $0.assign("a", "ann")
        }
        #expect(try calendar(plan) == "early")
        plan.tasks[0].calendar = nil
        #expect(try calendar(plan) == "night")
        plan.assignments = []
        #expect(try calendar(plan) == "clock")
        plan.projects[0].calendar = nil
        #expect(try calendar(plan) == "office")
    }

    /// Two people on one calendar share it; on two calendars the project's decides, and the plan says so.
    @Test func severalPeople() throws {
        var plan = plan {
            $0.project("P", calendar: "clock")
            $0.person("ann", calendar: "night")
            $0.person("bob", calendar: "night")
            $0.task("a", 60, in: "P")
            $0.assign("a", "ann")
            $0.assign("a", "bob")
        }
        #expect(try calendar(plan) == "night")
        plan.people[1].calendar = "early"
        #expect(try calendar(plan) == "clock")
        #expect(try Network(compiling: plan.plan()).findings.map(\.code) == ["people-on-different-calendars"])
    }

    /// Someone without a calendar of their own leaves the choice to the project, whether or not the column is there.
    @Test(arguments: [false, true]) func peopleWithoutACalendar(hasColumn: Bool) throws {
        let plan = plan {
            $0.project("P", calendar: "clock")
            $0.person("ann")
            $0.task("a", 60, in: "P")
            $0.assign("a", "ann")
            $0.keepsEmptyCalendarColumn = hasColumn
        }
        #expect(try calendar(plan) == "clock")
    }
}
