/// An element of the cascade.
public struct AlignmentElement: Sendable, Hashable {
    /// The levels, from the top.
    public enum Level: UInt8, Sendable, CaseIterable {
        case initiative, goal, project, task
    }

    /// Its level.
    public let level: Level
    /// The row in the table of its level, 0-based.
    public let row: Int32

    /// An element of a table.
    public init(_ level: Level, _ row: Int) { (self.level, self.row) = (level, Int32(row)) }
}
