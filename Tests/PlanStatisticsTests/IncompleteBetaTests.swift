import Testing

@testable import PlanStatistics

// Expected values: mpmath 1.4.1 with 40 digits; betainc(a, b, 0, x, regularized=True), its root in x, and loggamma.
@Suite struct IncompleteBetaTests {
    @Test(arguments: [
        (1e-6, 1.0, 5.0, 4.9999900000099998e-6), (0.1, 1.0, 5.0, 0.40951000000000002), (0.3, 1.5, 4.5, 0.66270641391830930),
        (0.9, 1.5, 4.5, 0.99992161566517993), (0.5, 3.0, 3.0, 0.5), (0.2, 3.0, 3.0, 0.057920000000000009),
        (0.001, 4.75, 1.25, 9.4477796217814932e-15), (0.8, 4.75, 1.25, 0.43990482254924576),
        (0.999, 5.0, 1.0, 0.99500999000499900), (0.3, 50.0, 70.0, 0.0035661350059569701),
        (0.97, 100.0, 2.0, 0.19021003170162265),
    ])
    func value(x: Double, a: Double, b: Double, expected: Double) {
        #expect(abs(IncompleteBeta(a: a, b: b).value(x) / expected - 1) < 1e-12)
    }

    @Test(arguments: [
        (0x1p-24, 1.0, 5.0, 1.1920929239295229e-8), (0x1p-24, 3.0, 3.0, 0.0018147676278279618),
        (0x1p-24, 5.0, 1.0, 0.035896823593657344), (0.1, 1.5, 4.5, 0.059808656855247516), (0.25, 3.0, 3.0, 0.35943616478964709),
        (0.5, 2.0, 4.0, 0.31381017045569744), (0.9, 1.5, 4.5, 0.48390319856942092), (0.999, 4.75, 1.25, 0.99909532536414557),
        (1 - 0x1p-24, 1.0, 5.0, 0.96410317640634266), (0.05, 50.0, 70.0, 0.34370504284929178),
    ])
    func inverse(u: Double, a: Double, b: Double, expected: Double) {
        #expect(abs(IncompleteBeta(a: a, b: b).inverse(u) / expected - 1) < 1e-12)
    }

    @Test func ends() {
        let beta = IncompleteBeta(a: 1.5, b: 4.5)
        #expect([beta.value(-1), beta.value(0), beta.value(1), beta.value(2)] == [0, 0, 1, 1])
        #expect([beta.inverse(0), beta.inverse(1)] == [0, 1])
        // The uniform distribution: I(x; 1, 1) = x.
        #expect(abs(IncompleteBeta(a: 1, b: 1).value(0.3) - 0.3) < 1e-15)
    }

    @Test(arguments: [
        (0.01, 4.5994798780420217), (0.5, 0.57236494292470009), (1.0, 0.0), (1.5, -0.12078223763524522), (2.0, 0.0),
        (3.25, 0.93580193110872536), (5.0, 3.1780538303479456), (6.0, 4.7874917427820460), (9.999, 12.799575780077414),
        (10.0, 12.801827480081470), (55.5, 166.32150615984037), (100.0, 359.13420536957540),
    ])
    func logGamma(x: Double, expected: Double) {
        #expect(abs(LogGamma.of(x) - expected) < 1e-14 * max(1, abs(expected)))
    }
}
