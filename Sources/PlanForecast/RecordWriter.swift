import CKernels
import PlanNetwork
import PlanStatistics

/// Writes what a record samples: the key of the task's random stream and the parameters of its shape.
struct RecordWriter {
    let network: Network
    let seed: UInt64

    /// The kernel's word for a node's shape; hubs (−1) are fixed.
    func shape(_ node: Int32) -> Int32 {
        guard node >= 0 else { return Int32(HW_FIXED) }
        switch Uncertainty.Shape(rawValue: network.values.uncertainty.shape[Int(node)])! {
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
        let uncertainty = network.values.uncertainty
        let shape = Uncertainty.Shape(rawValue: uncertainty.shape[node])!
        guard shape != .fixed else { return words.append(UInt32(bitPattern: network.values.remaining[node])) }
        let key = StreamKey(seed: seed, identity: network.identities[node], purpose: .duration)
        words.append(key.a &+ HW_P32_5 &+ 8)
        words.append(key.b &* HW_P32_3)
        let (a, m, b) = (uncertainty.first[node], uncertainty.second[node], uncertainty.third[node])
        switch shape {
        case .fixed: break
        case .uniform: append(&words, a, b - a)
        case .triangular: append(&words, a, b, (m - a) / (b - a), (b - a) * (m - a), (b - a) * (b - m))
        case .pert:
            let place = PERTTables.place(of: min(max((Double(m) - Double(a)) / (Double(b) - Double(a)), 0), 1))
            append(&words, a, b - a)
            words.append(UInt32(place.table))
            append(&words, place.weight)
        case .lognormal: append(&words, a, m)
        case .normal: append(&words, a, m, Float(StandardNormal.cumulative(-Double(a) / Double(m))))
        }
    }

    private func append(_ words: inout [UInt32], _ values: Float...) { for value in values { words.append(value.bitPattern) } }
}
