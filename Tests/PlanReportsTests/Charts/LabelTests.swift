import Testing

@testable import PlanReports

/// How wide texts are, what fits, and what does not touch.
@Suite struct LabelTests {
    @Test func widths() {
        let metrics = TextMetrics(size: 10)
        // DejaVu Sans: "i" 278, "W" 989 thousandths.
        #expect(abs(metrics.width(of: "iW") - 12.67) < 1e-9)
        #expect(metrics.width(of: "日本") == 28 && metrics.width(of: "👩‍👩‍👧‍👦") == 14)
        #expect(metrics.width(of: "e\u{301}") == metrics.width(of: "e") || metrics.width(of: "e\u{301}") >= 6)
        #expect(TextMetrics(size: 10, isBold: true).width(of: "W") > metrics.width(of: "W"))
    }

    @Test func fitting() {
        let metrics = TextMetrics()
        for text in ["Design the core record", "日本語の名前と長い題", "x" + String(repeating: "y", count: 300), "", "👩‍👩‍👧‍👦🏥✈️"] {
            for most in stride(from: 0.0, through: 300, by: 7) {
                let fitted = metrics.fitted(text, to: most)
                #expect(metrics.width(of: fitted) <= most || fitted.isEmpty)
                #expect(fitted == text || fitted.isEmpty || fitted.hasSuffix("…"), "\(fitted)")
            }
        }
        // "Design" is 3453 thousandths wide, "…" 1230 as any sign may be, a space 318, "t" 392: 56.2 pixels, and 64.7 with " t".
        #expect(
            metrics.fitted("Design the core", to: 60) == "Design…" && metrics.fitted("Design the core", to: 65) == "Design t…")
    }

    /// Labels are within the rail, and those of a row have their gap.
    @Test func rails() {
        var rail = LabelRail(left: 0, right: 200, rows: 2, gap: 8)
        let places = [(10.0, 60.0), (190, 60), (30, 60), (35, 60), (100, 60), (100, 500)].map { mark, width in
            rail.place(at: mark, width: width).map { [$0.x, Double($0.row)] }
        }
        // The first is pushed in from the left, the second from the right; the third goes up; the fourth finds no row.
        #expect(places == [[30, 0], [170, 0], [30, 1], nil, [100, 0], nil])
    }

    @Test func thinning() {
        let points = (0..<10_000).map { (x: Double($0), y: $0 == 4_321 ? 50.0 : Double($0 % 7)) }
        let thinned = LevelOfDetail.thinned(points, to: 400)
        #expect(thinned.count <= 402 && thinned.first?.x == 0 && thinned.last?.x == 9_999)
        // The one peak is still there, and nothing was made up.
        #expect(thinned.contains { $0.x == 4_321 && $0.y == 50 })
        #expect(thinned.allSatisfy { point in points[Int(point.x)].y == point.y })
        #expect(zip(thinned, thinned.dropFirst()).allSatisfy { $0.x < $1.x })
    }

    @Test func roughTime() {
        #expect([0, 1, -9, 13].map { RoughTime.words(days: $0) } == ["0 days", "1 day", "9 days", "13 days"])
        // 20 / 7 = 2.9 weeks, 100 / 30.44 = 3.3 months, 1000 / 365.25 = 2.7 years.
        #expect([20, 100, -1000].map { RoughTime.words(days: $0) } == ["about 3 weeks", "about 3 months", "about 3 years"])
        // An error of 481 minutes is more than a day of 480.
        #expect([0, 40, 481].map { RoughTime.error($0, minutesPerDay: 480) } == ["", " ± 1 day", " ± 2 days"])
    }
}
