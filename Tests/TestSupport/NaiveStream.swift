public import PlanStatistics

/// Uniforms one by one: independent ones, or stratified ones by their definition.
public struct NaiveStream: Sendable {
    /// What keys them.
    public let seed: UInt64
    /// Whether the 64 replications of a block take one stratum each.
    public let isStratified: Bool

    /// Streams under a seed.
    public init(seed: UInt64, isStratified: Bool) { (self.seed, self.isStratified) = (seed, isStratified) }

    /// The uniform of a row of the plan in a replication.
    public func uniform(_ identity: UInt64, _ purpose: StreamPurpose, _ replication: UInt32) -> Float {
        let key = StreamKey(seed: seed, identity: identity, purpose: purpose)
        return isStratified ? Self.stratified(key, replication) : RandomStream(key).uniform(replication: replication)
    }

    /// The block's choice of an order, a rotation of its four groups and a flip of its strata; then 15 bits and a half below the stratum.
    static func stratified(_ key: StreamKey, _ replication: UInt32) -> Float {
        let (block, lane) = (replication / 64, Int(replication % 64))
        let choice = RandomStream(key).word(replication: block | 0x8000_0000)
        let group = lane / 16
        // Eight words of a group hold sixteen jitters: the lower and the upper quarter of the halves take turns.
        let element = [0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15][lane % 16]
        let order = StrataOrders.shared[Int(choice >> 23) * 64..<Int(choice >> 23) * 64 + 64]
        let place = (group ^ Int(choice >> 6 & 3)) * 16 + element
        let stratum = UInt32(order[order.startIndex + place]) ^ (choice & 63)
        let start = key.a &+ 0x1656_67B1 &+ 8
        let word = fmix32(start &+ (block * 32 + UInt32(group * 8 + element / 2)) &* 0xC2B2_AE3D)
        let jitter = (element % 2 == 0 ? word & 0xFFFF : word >> 16) | 1
        return Float(stratum << 16 | jitter) / 4_194_304
    }

    /// MurmurHash3's finaliser.
    static func fmix32(_ word: UInt32) -> UInt32 {
        var h = word
        h ^= h >> 16
        h = h &* 0x85EB_CA6B
        h ^= h >> 13
        h = h &* 0xC2B2_AE35
        return h ^ (h >> 16)
    }
}
