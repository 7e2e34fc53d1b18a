import PlanStatistics

/// What something puts on a target's driving path: a mean over all replications, with its standard error.
public struct PathMinutes: Sendable, Hashable {
    /// Working minutes a replication; 0 is counted where it does not lie on the path.
    public let mean: Double
    /// The standard error of the mean; `nil` where it was not asked for, or there are too few replications to tell.
    public let standardError: Double?
    /// How many standard errors the 95 % interval reaches to either side.
    let coverageFactor: Double

    /// How far the 95 % interval reaches to either side, minutes; `nil` without a standard error.
    public var halfWidth: Double? { standardError.map { coverageFactor * $0 } }

    /// Whether the 95 % interval leaves out 0; `nil` without a standard error.
    public var isAboveNoise: Bool? { standardError.map { abs(mean) > coverageFactor * $0 } }
}

/// Sums of something by independent pieces of a simulation, exactly, so that their order means nothing.
struct PieceSums: Sendable {
    private var sum: Int64 = 0
    private var squares: Int128 = 0

    /// Adds the sum of one piece.
    mutating func add(_ value: Int64) {
        sum += value
        squares += Int128(value) * Int128(value)
    }

    /// Adds what another thread summed.
    mutating func add(_ other: PieceSums) {
        sum += other.sum
        squares += other.squares
    }

    /// The standard error of the mean over `samples` replications, by the spread between pieces of `length` replications each.
    ///
    /// - Parameter pieces: how many pieces there were, also those of which nothing was added; 2 or more.
    func standardError(pieces: Int, length: Int, samples: Int) -> Double {
        // Below 2¹⁷ pieces of at most 2³⁶ minutes: 2¹⁷ · 2⁸⁹ = 2¹⁰⁶.
        let scaled = Double(Int128(pieces) * squares - Int128(sum) * Int128(sum))
        let variance = scaled / (Double(pieces) * Double(pieces - 1)) / Double(length * length)
        return (variance * Double(length) / Double(samples)).squareRoot()
    }
}
