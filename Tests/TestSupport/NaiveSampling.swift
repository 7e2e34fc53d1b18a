import Headway
import PlanStatistics

/// The naive twin of the kernel's sampling: one duration at a time, each operation rounded to float, none fused.
struct NaiveSampling {
    let network: Network
    let events: NaiveEvents
    private let stream: NaiveStream

    private static let pert = PERTTables()

    init(network: Network, seed: UInt64, isStratified: Bool) {
        stream = NaiveStream(seed: seed, isStratified: isStratified)
        (self.network, events) = (network, NaiveEvents(network, stream))
    }

    /// What is left of a node's work in a replication, minutes.
    ///
    /// - Parameter start: where the work begins; `nil` before that is known, when windows do not count.
    func duration(_ node: Int, _ outcome: NaiveEvents.Outcome, start: Int32?) -> Int32 {
        let law = network.values.laws[node]
        let effects = network.values.risks.effects(on: node).map { network.values.risks.effects[$0] }
        let acting = effects.filter { events.acts($0, on: node, start: start) }
        guard law.shape != .fixed || !effects.isEmpty else { return network.values.remaining[node] }
        var exact = Float(network.values.remaining[node])
        if law.shape != .fixed {
            let u = stream.uniform(network.identities[node], .duration, outcome.replication)
            exact = Self.quantile(law, u, network)
        }
        for effect in acting where outcome.isMultiplied(effect, network) { exact *= outcome.multiplier(effect, network) }
        var minutes = Self.minutes(exact)
        for effect in acting where outcome.happens[Int(effect.event)] && !outcome.isExistence(effect, network) {
            minutes += effect.delay
        }
        for effect in acting where outcome.isExistence(effect, network) && !outcome.happens[Int(effect.event)] { minutes = 0 }
        return minutes
    }

    /// To the nearest whole minute, never negative.
    private static func minutes(_ x: Float) -> Int32 { Int32((x < 0 ? 0 : x) + 0.5) }

    /// The quantile of a law that is not fixed.
    static func quantile(_ law: DurationLaw, _ u: Float, _ network: Network) -> Float {
        let (a, m, b) = (law.first, law.second, law.third)
        switch law.shape {
        case .fixed: preconditionFailure("fixed work is not sampled")
        case .uniform: return a + (b - a) * u
        case .triangular:
            let share = (m - a) / (b - a)
            return u < share ? a + (u * ((b - a) * (m - a))).squareRoot() : b - ((1 - u) * ((b - a) * (b - m))).squareRoot()
        case .pert:
            let place = (Double(m) - Double(a)) / (Double(b) - Double(a))
            return a + (b - a) * pert.value(at: u, shape: min(max(place, 0), 1))
        case .lognormal: return exponential(a + m * QuantileTable.normal.value(at: u))
        case .normal:
            let below = Float(StandardNormal.cumulative(-Double(a) / Double(m)))
            let inside = min(max(below + u * (1 - below), 0x1p-24), 1 - 0x1p-24)
            return a + m * QuantileTable.normal.value(at: inside)
        case .tabulated:
            let table = network.values.quantileTables[Int(m)]
            let piece = table.bounds.lastIndex { $0 <= u }!
            return a * (table.values[piece] + table.slopes[piece] * (u - table.bounds[piece]))
        }
    }

    /// e to the power of x by the kernel's polynomial.
    private static func exponential(_ x: Float) -> Float {
        let x = min(max(x, -80), 80)
        let shifted = x * 0x1.715476p+0 + 0x1.8p+23
        let n = shifted - 0x1.8p+23
        let r = (x - n * 0x1.63p-1) - n * -0x1.bd0106p-13
        var p: Float = 0x1.6a2400p-10
        for coefficient: Float in [0x1.123a02p-7, 0x1.5558f2p-5, 0x1.555492p-3, 0x1.fffffcp-2] { p = p * r + coefficient }
        let y: Float = 1 + (r + (r * r) * p)
        return Float(bitPattern: y.bitPattern &+ (shifted.bitPattern << 23))
    }
}
