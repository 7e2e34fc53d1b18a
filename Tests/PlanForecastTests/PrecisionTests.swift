@testable import PlanForecast
import PlanNetwork
import TestSupport
import Testing

/// Stopping once a forecast is exact enough.
struct PrecisionTests {
    private func run(_ precision: ForecastSettings.Precision?, samples: Int = 100_000, threads: Int = 1) throws -> Forecast {
        var settings = ForecastSettings(samples: samples, threads: threads, isStratified: false)
        (settings.precision, settings.precisionTargets) = (precision, [0, 1, 2])
        return Forecast(of: try JointTests.network(), settings: settings)
    }

    /// The P80 of A, uniform on 20,000 minutes, has the standard error 20,000 · √(0.8 · 0.2 / n) = 8,000 / √n; that of B, a triangle whose
    /// density at P80 is √0.4 / 20,000, √(0.16 / n) · 20,000 / 0.632 = 12,650 / √n. 150 minutes ask for n = 7,112: after 4,096 (198) it is not
    /// reached, after 8,192 (140) it is.
    @Test func itStopsInTheFirstRoundThatIsExactEnough() throws {
        let forecast = try run(.minutes(150))
        #expect(forecast.settings.samples == 8192)
        let outcome = try #require(forecast.precision)
        #expect(outcome.isReached && outcome.standardError <= 150 && outcome.samplesNeeded == 8192)
        // What was run in rounds is what would have been run at once.
        let plain = try run(nil, samples: 8192)
        #expect(plain.finishes.positions(of: 1) == forecast.finishes.positions(of: 1))
        #expect(plain.precision == nil)
        #expect(try run(.minutes(150), threads: 3).finishes.positions(of: 2) == forecast.finishes.positions(of: 2))
    }

    /// √(0.5 · 0.5 / n) = 0.005 at n = 10,000: after 8,192 it is 0.0055, after 16,384 it is 0.0039.
    @Test func aShare() throws {
        let forecast = try run(.share(0.005))
        #expect(forecast.settings.samples == 16_384)
        #expect(forecast.precision?.target != 0)
    }

    /// The last round ends at the cap, whole block or not.
    @Test func theCapHolds() throws {
        let forecast = try run(.minutes(1), samples: 3000)
        #expect(forecast.settings.samples == 3000)
        let outcome = try #require(forecast.precision)
        #expect(!outcome.isReached && outcome.target != nil)
        // 12,650² is 160 million; two digits of an estimate.
        #expect(outcome.samplesNeeded > 120_000_000 && outcome.samplesNeeded < 200_000_000)
    }

    /// Twice the error allowed takes four times the replications, rounded up to two digits.
    @Test func whatItWouldTake() {
        func needed(_ error: Double, _ samples: Int) -> Int {
            PrecisionOutcome(asked: .minutes(10), target: 1, standardError: error, samples: samples).samplesNeeded
        }
        #expect(needed(20, 1000) == 4000)
        // 1,000 · 1.21 = 1,210
        #expect(needed(11, 1000) == 1300)
        #expect(needed(10, 1000) == 1000)
        // 3 · 4 = 12
        #expect(needed(20, 3) == 12)
        #expect(needed(1e300, 1000) > 1_000_000_000)
    }

    @Test func onlyTheTargetsAskedForCount() throws {
        var settings = ForecastSettings(samples: 100_000, isStratified: false)
        (settings.precision, settings.precisionTargets) = (.minutes(150), [1])
        let forecast = Forecast(of: try JointTests.network(), settings: settings)
        // 8,000 / √4,096 = 125, 8,000 / √2,048 = 177.
        #expect(forecast.settings.samples == 4096)
        #expect(forecast.precision?.target == 1)
    }
}
