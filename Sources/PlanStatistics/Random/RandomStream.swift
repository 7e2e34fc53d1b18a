import CKernels

/// An endless row of random numbers, one for each replication, any of which costs the same.
///
/// Stateless: a draw depends on the key and the replication and on nothing else. Word r is the XXH32 hash, seeded with `key.a`,
/// of the eight bytes (r, `key.b`), little endian; for one key it is a bijection of r, so 2³² replications give 2³² different
/// words.
public struct RandomStream: Sendable {
    /// What sets this stream apart.
    public let key: StreamKey

    /// The stream of a key.
    public init(_ key: StreamKey) { self.key = key }

    /// The random word of a replication: 32 bits, each value equally likely over keys.
    public func word(replication: UInt32) -> UInt32 { hw_stream_word(key.a, key.b, replication) }

    /// The uniform number of a replication.
    ///
    /// - Returns: (k + 1/2) / 2²³ with k the word's upper 23 bits: never 0, 1/2 or 1, symmetric about 1/2, and both u and 1 − u
    ///   are exact.
    public func uniform(replication: UInt32) -> Float { hw_uniform(word(replication: replication)) }
}
