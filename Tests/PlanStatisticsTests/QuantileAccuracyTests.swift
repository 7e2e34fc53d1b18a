import PlanStatistics
import Testing

/// The accuracy that each quantile function documents, out to where a uniform of a stream can lie.
///
/// Expected values: mpmath 1.4.1 with 40 digits, at these probabilities as doubles.
@Suite struct QuantileAccuracyTests {
    static let probabilities = [0x1p-24, 0.001, 0.3, 0.999, 1 - 0x1p-24]

    private func check(_ law: some ProbabilityDistribution, within error: Double, scale: Double? = nil, _ expected: [Double]) {
        for (u, reference) in zip(Self.probabilities, expected) {
            #expect(abs(law.quantile(u) - reference) <= error * (scale ?? abs(reference)), "\(law) at \(u)")
        }
    }

    @Test func uniform() throws {
        let law = try #require(UniformDistribution(low: 240, high: 960))
        check(law, within: 4e-16, scale: 960, [240.00004291534424, 240.72, 456.0, 959.28, 959.9999570846558])
    }

    @Test func triangular() throws {
        let law = try #require(TriangularDistribution(low: 6, mode: 10, high: 22))
        check(
            law, within: 4e-16, scale: 22,
            [6.001953125, 6.25298221281347, 10.406898603048448, 21.561821953995867, 21.99661708826647])
    }

    @Test func pert() throws {
        let law = try #require(PERTDistribution(low: 6, mode: 10, high: 30))
        check(
            law, within: 1e-12, scale: 30,
            [6.000305005240994, 6.105077845240686, 9.960507643429747, 26.224158229728154, 29.607512795608514])
        let leaning = try #require(PERTDistribution(low: 6, mode: 22, high: 22))
        check(
            leaning, within: 1e-12, scale: 22,
            [6.574349177498518, 10.019018290415328, 18.576049369545963, 21.99679871923146, 21.999999809265134])
    }

    @Test func lognormal() throws {
        let law = try #require(LognormalDistribution(median: 10, logStandardDeviation: 0.5))
        check(
            law, within: 1e-11,
            [0.7083854238566839, 2.1328709583013574, 7.693569396642589, 46.885161810089585, 141.16608929580596])
    }

    @Test(arguments: [
        (10.0, 4.0, [1.3517401686244083e-05, 0.21218288130720706, 7.952243024230089, 22.368327222276555, 31.183369243198094]),
        (
            -3.0, 1.0,
            [1.8154997051051697e-08, 0.00030472955113595133, 0.10701669663714206, 1.6924294837301392, 3.394645374811235]
        ),
        (
            -8.0, 1.0,
            [7.339237145943108e-09, 0.00012319264934697015, 0.043801652928054324, 0.8106527609207641, 1.8420824972233654]
        ),
    ])
    func truncatedNormal(location: Double, scale: Double, expected: [Double]) throws {
        let law = try #require(TruncatedNormalDistribution(location: location, scale: scale))
        check(law, within: 1e-11, scale: scale + abs(location), expected)
    }
}
