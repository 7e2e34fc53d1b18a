import PlanModel
import Testing

struct CalendarDefinitionTests {
    private let morning = [Shift(start: 480, end: 720)]
    private let night = [Shift(start: 0, end: 360)]

    /// A grandchild takes each day and each exception from the nearest ancestor that has it.
    @Test func nearestAncestorDecides() {
        var base = CalendarDefinition(name: "base", exceptions: [10: [], 11: [], 12: morning])
        (base.week[0], base.week[1], base.week[2]) = (morning, morning, morning)
        var child = CalendarDefinition(name: "child", base: 0, exceptions: [11: night])
        (child.week[1], child.week[2]) = (night, [])
        var grandchild = CalendarDefinition(name: "grandchild", base: 1, exceptions: [10: morning])
        grandchild.week[6] = night
        let resolved = [base, child, grandchild].resolved(2)
        #expect(resolved.week == [morning, night, [], [], [], [], night])
        #expect(resolved.exceptions == [10: morning, 11: night, 12: morning])
        #expect(resolved.base == nil)
        #expect(resolved.name == "grandchild")
    }

    /// An explicit free day stays free though the base works.
    @Test func emptyListsAreSaid() {
        var child = CalendarDefinition(name: "child", base: 0)
        child.week[0] = []
        #expect([.standard, child].resolved(1).week[0] == [])
    }

    @Test func standardWeek() {
        let calendar = [CalendarDefinition.standard].resolved(0)
        #expect(calendar.week[4] == [Shift(start: 480, end: 720), Shift(start: 780, end: 1020)])
        #expect(calendar.week[5] == [])
    }
}
