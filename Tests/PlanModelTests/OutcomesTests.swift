import PlanModel
import Testing

@Suite struct OutcomesTests {
    private let units = WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400)

    @Test func keepsWhatItIsGiven() throws {
        let outcomes = try #require(Outcomes([.init(1440, 0.5), .init(0.9, 0.25), .init(1500, 0.25)]))
        #expect(outcomes.stored == "1440:0.5;0.9:0.25;1500:0.25")
        #expect(Outcomes(stored: outcomes.stored) == outcomes)
        #expect(Outcomes(stored: " 1440 : 0.5; 0.9:.25 ;1500:0.25") == outcomes)
    }

    /// Three days; a day and an hour.
    @Test func spelling() throws {
        let outcomes = try #require(Outcomes([.init(1440, 0.5), .init(540, 0.5)]))
        #expect(outcomes.text(.duration, units: units) == "3d:0.5; 1d 1h:0.5")
        #expect(outcomes.text(.factor, units: units) == "1440:0.5; 540:0.5")
    }

    @Test func refuses() {
        #expect(Outcomes([]) == nil)
        #expect(Outcomes([.init(-1, 1)]) == nil)
        #expect(Outcomes([.init(.infinity, 1)]) == nil)
        #expect(Outcomes([.init(1, 0), .init(2, 1)]) == nil)
        #expect(Outcomes([.init(1, .nan)]) == nil)
        #expect(Outcomes([.init(1, 0.5), .init(2, 0.500002)]) == nil)
        #expect(Outcomes([.init(1, 0.5), .init(2, 0.5000005)]) != nil)
        for text in ["", "1", "1:", ":1", "1:1;", "1:1:1", "a:1", "1:a"] { #expect(Outcomes(stored: text) == nil, "\(text)") }
    }

    @Test func words() {
        #expect(DistributionName.words.count == DistributionName.allCases.count)
        #expect(DistributionName.ofThreePoints.map(\.rawValue) == Array(0...8))
        #expect(RiskKind.words.count == RiskKind.allCases.count)
    }
}
