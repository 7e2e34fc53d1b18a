import CKernels
import PlanStatistics
import Testing

/// Whether two numbers agree within so many times the spacing of doubles, 2⁻⁵².
func agrees(_ value: Double, _ expected: Double, ulps: Double) -> Bool {
    abs(value - expected) <= ulps * 0x1p-52 * abs(expected)
}

// Expected values: mpmath 1.4.1 with 40 digits, the function in each test's name at the double nearest the argument.
@Suite struct ElementaryTests {
    @Test(arguments: [
        (1e-300, -690.77552789821371), (0.1, -2.3025850929940456), (0.5, -0.69314718055994531),
        (0.7071067811865475, -0.34657359027997274), (0.7071067811865476, -0.34657359027997259),
        (0.999999, -1.0000005000290890e-6), (1.000001, 9.9999949991806678e-7), (1.4142135623730951, 0.34657359027997272),
        (2.0, 0.69314718055994531), (3.0, 1.0986122886681097), (10.0, 2.3025850929940457), (12345.678, 9.4210613212918320),
        (1e300, 690.77552789821371),
    ])
    func log(x: Double, expected: Double) {
        #expect(agrees(Elementary.log(x), expected, ulps: 2))
    }

    @Test(arguments: [
        (-700.5, 5.9801961186397912e-305), (-80.0, 1.8048513878454152e-35), (-1.0, 0.36787944117144232),
        (-0.3466, 0.70708810694101882), (0.3465, 1.4141094938303624), (0.5, 1.6487212707001281), (1.0, 2.7182818284590452),
        (80.0, 5.5406223843935101e+34), (709.7, 1.6549840276802644e+308),
    ])
    func exp(x: Double, expected: Double) {
        #expect(agrees(Elementary.exp(x), expected, ulps: 2))
    }

    @Test(arguments: [
        (-0.9, -2.3025850929940459), (-0.39, -0.49429632181478014), (-1e-10, -1.0000000000500000e-10),
        (1e-10, 9.9999999995000004e-11), (0.39, 0.32930374714260040), (0.41, 0.34358970439007689), (5.0, 1.7917594692280550),
    ])
    func log1p(x: Double, expected: Double) {
        #expect(agrees(Elementary.log1p(x), expected, ulps: 3))
    }

    @Test(arguments: [
        (-1.0, -0.63212055882855768), (-0.34, -0.28822967723739030), (-1e-10, -9.9999999995000004e-11),
        (1e-10, 1.0000000000500000e-10), (0.34, 0.40494759056359383), (0.36, 0.43332941456034024), (5.0, 147.41315910257660),
    ])
    func expm1(x: Double, expected: Double) {
        #expect(agrees(Elementary.expm1(x), expected, ulps: 4))
    }

    @Test func ends() {
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(1) == 0)
        #expect(Elementary.log(.infinity) == .infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.log(.nan).isNaN)
        // The smallest double is 2⁻¹⁰⁷⁴: −1074 ln 2.
        #expect(agrees(Elementary.log(.leastNonzeroMagnitude), -744.44007192138126, ulps: 1))
        #expect(Elementary.exp(0) == 1)
        #expect(Elementary.exp(-800) == 0)
        // e^−745 = 0.57 of the smallest double, which is the nearest.
        #expect(Elementary.exp(-745) == .leastNonzeroMagnitude)
        #expect(Elementary.exp(709.9) == .infinity)
        #expect(Elementary.exp(800) == .infinity)
        #expect(Elementary.exp(.nan).isNaN)
    }
}

@Suite struct FloatExponentialTests {
    @Test func relativeError() {
        // Steps of 2⁻⁸ + 2⁻¹⁹ over [−80, 80], exact in float: 40,882 places.
        var worst = 0.0
        for i in -20_440...20_440 {
            let x = Float(i) * (0x1p-8 + 0x1p-19)
            worst = max(worst, abs(Double(hw_exp(x)) / Elementary.exp(Double(x)) - 1))
        }
        #expect(worst < 1e-7)
    }

    @Test func ends() {
        #expect(hw_exp(0) == 1)
        #expect(hw_exp(1000) == hw_exp(80))
        #expect(hw_exp(-.infinity) == hw_exp(-80))
    }

    @Test func neverDecreases() {
        // Neighbouring floats about every place where the rounding of x / ln 2 changes, n = −115 … 115.
        for n in -115...115 {
            var x = Float((Double(n) + 0.5) * 0.6931471805599453)
            for _ in 0..<8 { x = x.nextDown }
            for _ in 0..<16 {
                #expect(hw_exp(x) <= hw_exp(x.nextUp))
                x = x.nextUp
            }
        }
    }
}
