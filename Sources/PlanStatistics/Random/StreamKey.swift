import CKernels

/// What a random stream is drawn for, so that one row of the plan has several independent streams.
///
/// The raw values are part of every forecast's identity: new purposes get new numbers, and no number is used again.
public enum StreamPurpose: UInt32, Sendable, CaseIterable {
    /// The duration of a task.
    case duration = 1
    /// A driver that multiplies durations.
    case driver = 2
    /// Whether a discrete risk happens.
    case risk = 3
    /// How hard a risk that happens hits.
    case impact = 4
    /// Whether a task exists, or which branch is taken.
    case branch = 5
    /// When somebody leaves.
    case attrition = 6
    /// The order in which tasks ask for people.
    case priority = 7
    /// The measure of a goal.
    case measure = 8
    /// When somebody falls ill.
    case illness = 9
    /// Which subjects stand in a bootstrap sample.
    case resampling = 10
}

/// The key of one random stream, made from the seed, a row's identity and a purpose.
///
/// Equal inputs give equal keys on every machine. Two different inputs share a key with probability 2⁻⁶⁴, as for random keys;
/// under one seed and purpose, n identities all differ but for a chance of about n² / 2⁶⁵.
///
/// Source: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
public struct StreamKey: Hashable, Sendable {
    /// The first word of the Philox block.
    public let a: UInt32
    /// The second word of the Philox block.
    public let b: UInt32

    /// The key of the stream for `purpose` of the row that `identity` names.
    ///
    /// - Parameters:
    ///   - seed: the user's seed; the key of Philox, low word first.
    ///   - identity: `Identity.of` the row's identifier; the counter's words 0 (low) and 1 (high).
    ///   - purpose: the counter's word 2; word 3 is 0.
    /// - Complexity: O(1), twenty 32-bit multiplications.
    public init(seed: UInt64, identity: UInt64, purpose: StreamPurpose) {
        let key = hw_stream_key(seed, identity, purpose.rawValue)
        a = key.a
        b = key.b
    }
}
