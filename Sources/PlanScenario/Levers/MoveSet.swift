/// A set of moves of a list, by their places.
public struct MoveSet: Sendable, Hashable {
    /// Bit m stands for the move at place m.
    public let bits: UInt64

    /// No move.
    public static let none = MoveSet(bits: 0)

    init(bits: UInt64) { self.bits = bits }

    /// Some moves.
    public init(_ places: some Sequence<Int>) { bits = places.reduce(0) { $0 | 1 << UInt64($1) } }

    /// The places, ascending.
    public var places: [Int] { (0..<64).filter(contains) }

    /// How many moves there are.
    public var count: Int { bits.nonzeroBitCount }

    /// Whether a move is among them.
    public func contains(_ place: Int) -> Bool { bits >> UInt64(place) & 1 == 1 }

    /// The set and another move.
    func with(_ place: Int) -> MoveSet { MoveSet(bits: bits | 1 << UInt64(place)) }

    /// The set without a move.
    func without(_ place: Int) -> MoveSet { MoveSet(bits: bits & ~(1 << UInt64(place))) }
}
