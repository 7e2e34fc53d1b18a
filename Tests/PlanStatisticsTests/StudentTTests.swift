import PlanStatistics
import Testing

@Suite struct StudentTTests {
    // mpmath 1.4.1 with 40 digits: the root of I(ν/(ν + t²); ν/2, 1/2) = 0.05.
    @Test(arguments: [
        (1, 12.706204736174705), (7, 2.3646242515927853), (29, 2.0452296421327043), (30, 2.0422724563012383),
        (31, 2.0395134463964085), (63, 1.9983405425207416), (127, 1.9788195347028542), (1_000, 1.9623390808264085),
        (100_000, 1.9599877075346096),
    ])
    func quantile(degrees: Int, expected: Double) {
        #expect(abs(StudentT.quantile975(degrees: degrees) / expected - 1) < 2e-8)
    }

    @Test func fallsToTheNormalPoint() {
        let points = (1...2_000).map { StudentT.quantile975(degrees: $0) }
        #expect(zip(points, points.dropFirst()).allSatisfy { $0 > $1 })
        #expect(abs(StudentT.quantile975(degrees: 1 << 40) - 1.959963984540054) < 1e-11)
    }
}
