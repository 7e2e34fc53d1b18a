/// The days of a span on which a manager and an employee can meet: both are employed, neither is away.
struct ActiveDays {
    /// The span, both ends counted; the first lies after the last where there is none.
    let first: Int, last: Int
    /// Days within the span that do not count: disjoint, in order.
    private let away: [ClosedRange<Int>]

    /// - Parameter away: stretches that do not count; they may overlap each other and the ends of the span.
    init(from first: Int, to last: Int, away: [ClosedRange<Int>]) {
        (self.first, self.last) = (first, last)
        self.away = away.isEmpty || first > last ? [] : Self.merged(away, within: first...last)
    }

    private static func merged(_ away: [ClosedRange<Int>], within span: ClosedRange<Int>) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for range in away.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.overlaps(span) {
            let range = range.clamped(to: span)
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// How many there are.
    var count: Int { count(from: first, to: last) }

    /// How many of them lie from one day to another, both counted.
    func count(from: Int, to: Int) -> Int {
        let (from, to) = (max(from, first), min(to, last))
        guard from <= to else { return 0 }
        return away.reduce(to - from + 1) { count, range in
            count - max(0, min(range.upperBound, to) - max(range.lowerBound, from) + 1)
        }
    }

    /// The n-th of them, from 1.
    ///
    /// - Precondition: there are so many.
    func day(_ number: Int) -> Int {
        var day = first + number - 1
        for range in away where range.lowerBound <= day { day += range.count }
        precondition(day <= last, "not so many active days")
        return day
    }
}
