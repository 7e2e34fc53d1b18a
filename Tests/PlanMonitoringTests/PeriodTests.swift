import PlanModel
import PlanMonitoring
import Testing

struct PeriodTests {
    /// From 28 February to 1 March: 3 days in the leap year 2028, whatever the time of day.
    @Test func countsBothEnds() {
        let (from, to) = (
            LocalDateTime(year: 2028, month: 2, day: 28, minuteOfDay: 1020)!, LocalDateTime(year: 2028, month: 3, day: 1)!
        )
        #expect(Period(from: from, to: to).dayCount == 3)
        #expect(Period(from: from, to: from).dayCount == 1)
    }
}
