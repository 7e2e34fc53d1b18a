/// A named set of edits to a plan: what somebody wants to know the effect of.
public struct Scenario: Sendable, Hashable {
    /// What reports call it.
    public var name: String
    /// What it is about, in a sentence or two; empty where nothing was said.
    public var description: String
    /// The edits, in the order in which they are made: each sees what those before it left.
    public var edits: [ScenarioEdit]
    /// The file that it comes from; empty for one that was made in memory.
    public var file: String

    /// A scenario of some edits.
    public init(name: String, description: String = "", edits: [ScenarioEdit] = [], file: String = "") {
        (self.name, self.description, self.edits, self.file) = (name, description, edits, file)
    }
}

/// One edit, and where it stands.
public struct ScenarioEdit: Sendable, Hashable {
    /// What is changed.
    public var change: ScenarioChange
    /// The line on which it begins, 1-based; `nil` for one that was made in memory.
    public var line: Int?
    /// The keys that lead to it: `edits[2].removePerson`, counted from 1.
    public var path: String

    /// An edit and its place.
    public init(_ change: ScenarioChange, line: Int? = nil, path: String = "") {
        (self.change, self.line, self.path) = (change, line, path)
    }
}

/// A word of an edit that names something of the plan, with the line on which it stands.
public struct EditWord: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The word as it was written.
    public var text: String
    /// Its line, 1-based; `nil` for one that was made in memory.
    public var line: Int?

    /// A word and its line.
    public init(_ text: String, line: Int? = nil) { (self.text, self.line) = (text, line) }

    /// A word without a place.
    public init(stringLiteral value: String) { self.init(value) }
}

/// Work that an edit is about: some tasks, or all tasks that belong to projects, goals or initiatives by the tree.
///
/// Work that only contributes to a goal or an initiative by a link beside the tree belongs to another one, and is not meant.
public struct WorkSelection: Sendable, Hashable {
    /// What the ids name.
    public enum Kind: String, Sendable, CaseIterable {
        /// Rows of tasks.
        case task
        /// Rows of projects.
        case project
        /// Rows of goals.
        case goal
        /// Rows of initiatives.
        case initiative
    }

    /// What the ids name.
    public var kind: Kind
    /// The ids, one or more.
    public var ids: [EditWord]

    /// The work of some ids.
    public init(_ kind: Kind, _ ids: [EditWord]) { (self.kind, self.ids) = (kind, ids) }
}
