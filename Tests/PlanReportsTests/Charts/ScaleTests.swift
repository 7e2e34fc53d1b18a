import PlanModel
import Testing

@testable import PlanReports

/// Numbers and dates on axes.
@Suite struct ScaleTests {
    @Test func linear() {
        let scale = LinearScale(0...40, from: 100, to: 300)
        // A quarter of the way is 50 of 200 pixels; what lies outside stands at the ends.
        #expect([-5, 0, 10, 40, 99].map { scale(Double($0)) } == [100, 100, 150, 300, 300])
        let up = LinearScale(0...1, from: 200, to: 0)
        #expect(up(0.25) == 150)
        // A domain without length is one unit long, its number in the middle.
        #expect(LinearScale(3...3, from: 0, to: 10)(3) == 5)
    }

    /// Ticks are 1, 2 or 5 times a power of ten apart, at least as far apart as asked for.
    @Test func linearTicks() {
        #expect(LinearScale(0...40, from: 0, to: 200).ticks(apart: 50) == [0, 10, 20, 30, 40])
        #expect(LinearScale(0...1, from: 0, to: 200).ticks(apart: 60) == [0, 0.5, 1])
        #expect(LinearScale(-37...52, from: 0, to: 500).ticks(apart: 60) == [-20, 0, 20, 40])
        #expect(LinearScale(0...0.03, from: 0, to: 100).ticks(apart: 40) == [0, 0.02])
        for most in [0.07, 0.9, 3, 17, 240, 99_999, 4e8] {
            for pixels in [40.0, 200, 700] {
                let scale = LinearScale(0...most, from: 0, to: pixels)
                let ticks = scale.ticks(apart: 60)
                #expect(!ticks.isEmpty && ticks.count <= Int(pixels / 60) + 2, "\(most) \(pixels)")
                #expect(zip(ticks, ticks.dropFirst()).allSatisfy { scale($1) - scale($0) >= 59.9 }, "\(most) \(pixels)")
            }
        }
    }

    private func date(_ text: (Int, Int, Int)) throws -> LocalDateTime {
        try #require(LocalDateTime(year: text.0, month: text.1, day: text.2))
    }

    /// Whatever the span, labels are at round dates, in order, and do not touch.
    @Test func dates() throws {
        let first = try date((2027, 1, 13))
        let metrics = TextMetrics()
        for days in [1, 5, 20, 60, 200, 700, 3_000, 30_000, 300_000] {
            for width in [180.0, 330, 560] {
                let last = LocalDateTime(minutes: first.minutes + Int32(days * 1440))
                let scale = try #require(DateScale(over: [last, first], left: 10, right: 10 + width))
                let ticks = scale.ticks
                #expect(!ticks.isEmpty, "\(days) \(width)")
                for (left, right) in zip(ticks, ticks.dropFirst()) {
                    let room = right.x - left.x - (metrics.width(of: left.label) + metrics.width(of: right.label)) / 2
                    #expect(room >= 4, "\(days) \(width): \(left.label), \(right.label)")
                }
                #expect(scale(first) > 10 && scale(last) < 10 + width)
            }
        }
        #expect(DateScale(over: [], left: 0, right: 1) == nil)
    }

    @Test func labelsOfDates() throws {
        let scale = try #require(DateScale(over: [date((2027, 1, 13)), date((2027, 12, 20))], left: 0, right: 560))
        #expect(scale.ticks.map(\.label) == ["Mar 2027", "May 2027", "Jul 2027", "Sep 2027", "Nov 2027"])
        let days = try #require(DateScale(over: [date((2027, 5, 3)), date((2027, 5, 14))], left: 0, right: 1200))
        // The first says the year.
        #expect(days.ticks.map(\.label).first == "3 May 2027" && days.ticks.map(\.label).last == "14 May")
    }
}
