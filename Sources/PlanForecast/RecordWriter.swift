import CKernels
import PlanNetwork
import PlanStatistics

/// Writes what a record samples: the key of the task's random stream and the parameters of its shape.
struct RecordWriter {
    private let laws: [DurationLaw]
    private let remaining: [Int32]
    private let identities: [UInt64]
    private let seed: UInt64

    init(_ network: Network, seed: UInt64) {
        (laws, remaining, identities) = (network.values.laws, network.values.remaining, network.identities)
        self.seed = seed
    }

    /// The kernel's word for a node's shape; hubs (−1) are fixed.
    func shape(_ node: Int32) -> Int32 {
        guard node >= 0 else { return Int32(HW_FIXED) }
        switch laws[Int(node)].shape {
        case .fixed: return Int32(HW_FIXED)
        case .uniform: return Int32(HW_UNIFORM)
        case .triangular: return Int32(HW_TRIANGULAR)
        case .pert: return Int32(HW_PERT)
        case .lognormal: return Int32(HW_LOGNORMAL)
        case .normal: return Int32(HW_NORMAL)
        }
    }

    /// Appends key and parameters.
    func appendDuration(_ node: Int32, to words: inout [UInt32]) {
        guard node >= 0 else { return words.append(0) }
        let node = Int(node)
        let law = laws[node]
        guard law.shape != .fixed else { return words.append(UInt32(bitPattern: remaining[node])) }
        let key = StreamKey(seed: seed, identity: identities[node], purpose: .duration)
        words.append(key.a &+ HW_P32_5 &+ 8)
        words.append(key.b &* HW_P32_3)
        let (a, m, b) = (law.first, law.second, law.third)
        switch law.shape {
        case .fixed: break
        case .uniform: append(&words, a, b - a)
        case .triangular:
            append(&words, a, b)
            append(&words, (m - a) / (b - a), (b - a) * (m - a))
            words.append(((b - a) * (b - m)).bitPattern)
        case .pert:
            let place = PERTTables.place(of: min(max((Double(m) - Double(a)) / (Double(b) - Double(a)), 0), 1))
            append(&words, a, b - a)
            words.append(UInt32(place.table))
            words.append(place.weight.bitPattern)
        case .lognormal: append(&words, a, m)
        case .normal:
            append(&words, a, m)
            words.append(Float(StandardNormal.cumulative(-Double(a) / Double(m))).bitPattern)
        }
    }

    private func append(_ words: inout [UInt32], _ first: Float, _ second: Float) {
        words.append(first.bitPattern)
        words.append(second.bitPattern)
    }
}
