import PlanStatistics
import Testing

// Expected values: mpmath 1.4.1 with 40 digits, ncdf(z) and the root of ncdf(z) = u.
@Suite struct StandardNormalTests {
    @Test(arguments: [
        (-37.0, 5.7255712225245768e-300), (-10.0, 7.6198530241605261e-24), (-5.0, 2.8665157187919391e-7),
        (-3.0, 0.0013498980316300945), (-2.5, 0.0062096653257761352), (-2.4999, 0.0062114183749445897),
        (-1.0, 0.15865525393145705), (-0.1, 0.46017216272297102), (0.0, 0.5), (0.7, 0.75803634777692697),
        (2.4999, 0.99378858162505541), (2.5, 0.99379033467422386), (4.0, 0.99996832875816688),
    ])
    func cumulative(z: Double, expected: Double) {
        #expect(abs(StandardNormal.cumulative(z) / expected - 1) < 1e-12)
    }

    @Test(arguments: [
        (1e-300, -37.047096299361199), (1e-20, -9.2623400897984076), (0x1p-24, -5.2947040848545981),
        (0.001, -3.0902323061678135),
        (0.025, -1.9599639845400542), (0.1, -1.2815515655446004), (0.4, -0.25334710313579974), (0.499, -0.0025066308995717662),
        (0.75, 0.67448975019608174), (0.9, 1.2815515655446006), (0.975, 1.9599639845400539), (0.999999, 4.7534243088170878),
    ])
    func quantile(u: Double, expected: Double) {
        #expect(abs(StandardNormal.quantile(u) - expected) < 1e-12 * max(abs(expected), 1e-3))
    }

    @Test func ends() {
        #expect(StandardNormal.quantile(0) == -.infinity)
        #expect(StandardNormal.quantile(0.5) == 0)
        #expect(StandardNormal.quantile(1) == .infinity)
        #expect(StandardNormal.quantile(-0.1).isNaN)
        #expect(StandardNormal.cumulative(-.infinity) == 0)
        #expect(StandardNormal.cumulative(.infinity) == 1)
        // 1 / √(2π)
        #expect(StandardNormal.density(0) == 0.3989422804014327)
    }
}
