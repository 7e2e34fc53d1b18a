import PlanModel
import Testing

@testable import PlanFiles

/// Ranges by class of work in all their forms.
@Suite struct SettingsRangeTests {
    private func reading(_ ranges: String) -> SettingsReading {
        SettingsReading("name: A\nepoch: 2027-01-04\nranges:\n\(ranges)\n")
    }

    @Test func readsEveryForm() {
        let found = reading(
            """
              a: [0.9, 1.0, 1.4]
              b: empirical
              c: {distribution: pert-p10-p90, factors: [0.9, 1.0, 1.4]}
              d: {outcomes: [[0.9, 0.3], [1.0, 0.5], [1.5, 0.2]]}
              e:
                factors: [1, 1, 1]
            """)
        let factors = RangeFactors(optimistic: 0.9, mostLikely: 1, pessimistic: 1.4)
        #expect(
            found.settings?.ranges == [
                "a": .factors(factors, nil), "b": .empirical, "c": .factors(factors, .pertP10P90),
                "d": .outcomes(Outcomes([.init(0.9, 0.3), .init(1, 0.5), .init(1.5, 0.2)])!),
                "e": .factors(.init(optimistic: 1, mostLikely: 1, pessimistic: 1), nil),
            ])
    }

    @Test(arguments: [
        ("a: often", "wrong-type 4 ranges.a"), ("a: {}", "missing-key 4 ranges.a.factors"),
        ("a: {distribution: pert}", "missing-key 4 ranges.a.factors"),
        ("a: {factors: [1, 2]}", "bad-range 4 ranges.a.factors"), ("a: {factors: [3, 2, 1]}", "bad-range 4 ranges.a.factors"),
        ("a: {distribution: discrete, factors: [1, 1, 1]}", "unknown-word 4 ranges.a.distribution"),
        ("a: {distribution: pert, outcomes: [[1, 1]]}", "bad-range 4 ranges.a.distribution"),
        ("a: {factors: [1, 1, 1], outcomes: [[1, 1]]}", "bad-range 4 ranges.a.factors"),
        ("a: {outcomes: []}", "bad-range 4 ranges.a.outcomes"), ("a: {outcomes: 1}", "wrong-type 4 ranges.a.outcomes"),
        ("a: {outcomes: [1, 1]}", "wrong-type 4 ranges.a.outcomes"),
        ("a: {outcomes: [[1, 0.5, 0.5]]}", "bad-range 4 ranges.a.outcomes"),
        ("a: {outcomes: [[-1, 1]]}", "bad-range 4 ranges.a.outcomes"),
        ("a: {outcomes: [[1, 0], [1, 1]]}", "bad-range 4 ranges.a.outcomes"),
        ("a: {outcomes: [[1, 0.5], [2, 0.4]]}", "bad-range 4 ranges.a.outcomes"),
        ("a: {outcomes: [[1, often]]}", "bad-number 4 ranges.a.outcomes"),
    ])
    func refuses(text: String, fault: String) {
        let found = reading("  " + text)
        #expect(found.settings == nil)
        #expect(found.faults.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" } == [fault])
        #expect(found.faults.faults.allSatisfy { $0.message.contains("expected") && $0.message.contains("found") })
    }
}
