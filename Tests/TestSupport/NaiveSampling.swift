import Headway
import PlanStatistics

/// The naive twin of the kernel's sampling: one duration at a time, each operation rounded to float, none fused.
struct NaiveSampling {
    let network: Network
    let seed: UInt64

    private static let pert = PERTTables()

    /// What is left of a node's work in a replication, minutes.
    func duration(_ node: Int, replication: Int) -> Int32 {
        let law = network.values.laws[node]
        guard law.shape != .fixed else { return network.values.remaining[node] }
        let key = StreamKey(seed: seed, identity: network.identities[node], purpose: .duration)
        let u = RandomStream(key).uniform(replication: UInt32(replication))
        return Self.minutes(Self.value(law.shape, law.first, law.second, law.third, u))
    }

    /// To the nearest whole minute, never negative.
    private static func minutes(_ x: Float) -> Int32 { Int32((x < 0 ? 0 : x) + 0.5) }

    private static func value(_ shape: DurationLaw.Shape, _ a: Float, _ m: Float, _ b: Float, _ u: Float) -> Float {
        switch shape {
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
