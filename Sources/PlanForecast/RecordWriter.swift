import CKernels
import PlanNetwork
import PlanStatistics

/// Writes what a record samples: the key of the task's random stream, the parameters of its shape, and what events do to it.
struct RecordWriter {
    private let laws: [DurationLaw]
    private let remaining: [Int32]
    private let identities: [UInt64]
    private let seed: UInt64
    private let events: EventProgram

    init(_ network: Network, seed: UInt64, _ events: EventProgram) {
        (laws, remaining, identities) = (network.values.laws, network.values.remaining, network.identities)
        (self.seed, self.events) = (seed, events)
    }

    /// The kernel's word for a node's shape; hubs (−1) are fixed.
    func shape(_ node: Int32) -> UInt32 { node < 0 ? UInt32(HW_FIXED) : LawWords.shape(laws[Int(node)]) }

    /// The flags that say what events do to a node.
    func flags(_ node: Int32) -> UInt32 {
        guard events.touches(node) else { return 0 }
        return UInt32(HW_HAS_EFFECTS) | (events.hasWindow(node) ? UInt32(HW_HAS_WINDOWS) : 0)
    }

    /// Appends key, parameters and effects.
    func appendDuration(_ node: Int32, to words: inout [UInt32]) {
        guard node >= 0 else { return words.append(0) }
        let law = laws[Int(node)]
        if law.shape == .fixed {
            words.append(UInt32(bitPattern: remaining[Int(node)]))
        } else {
            let key = StreamKey(seed: seed, identity: identities[Int(node)], purpose: .duration)
            words.append(key.a &+ HW_P32_5 &+ 8)
            words.append(key.b &* HW_P32_3)
            LawWords.append(law, to: &words)
        }
        if events.touches(node) { events.appendEffects(on: Int(node), to: &words) }
    }
}
