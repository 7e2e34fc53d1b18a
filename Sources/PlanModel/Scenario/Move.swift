/// Something that could be done about a plan, and what it costs.
public struct Move: Sendable, Hashable {
    /// What reports call it.
    public var name: String
    /// What it is about, in a sentence or two; empty where nothing was said.
    public var description: String
    /// What it costs, in the unit of its list, 0 or more.
    public var cost: Double
    /// What it changes.
    public var edits: [ScenarioEdit]
    /// The places in the list of the moves that cannot be made beside it.
    public var excludes: Set<Int>
    /// The line on which it begins, 1-based; `nil` for one that was made in memory.
    public var line: Int?

    /// A move of some edits.
    public init(
        name: String, description: String = "", cost: Double, edits: [ScenarioEdit], excludes: Set<Int> = [], line: Int? = nil
    ) {
        (self.name, self.description, self.cost, self.edits) = (name, description, cost, edits)
        (self.excludes, self.line) = (excludes, line)
    }
}

/// The moves that are allowed.
public struct MoveList: Sendable, Hashable {
    /// No more moves than this: sets of them are kept as the bits of a word.
    public static let most = 64

    /// The moves, at most `most`; each with a name of its own.
    public var moves: [Move]
    /// What costs are counted in: `kEUR`; empty where it was not said.
    public var unit: String
    /// The file that they come from; empty for a list that was made in memory.
    public var file: String

    /// A list of moves.
    public init(_ moves: [Move], unit: String = "", file: String = "") {
        precondition(moves.count <= Self.most, "at most \(Self.most) moves")
        (self.moves, self.unit, self.file) = (moves, unit, file)
    }
}
