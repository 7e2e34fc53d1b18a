/// Something in a plan that is poor but usable; it never changes a number in silence.
public struct Finding: Sendable, Hashable {
    /// A stable word for scripts: `unknown-column`, `orphan`, …
    public var code: String
    /// Where it is; `nil` for what concerns the whole plan.
    public var file: String?
    /// The line in the file, 1-based.
    public var line: Int?
    /// The column's name.
    public var column: String?
    /// What was found and what it means, in words.
    public var message: String

    /// A finding.
    public init(code: String, file: String? = nil, line: Int? = nil, column: String? = nil, message: String) {
        (self.code, self.file, self.line, self.column, self.message) = (code, file, line, column, message)
    }
}

/// A fault that makes a plan unusable: bad input, said with its place.
public struct Fault: Sendable, Hashable {
    /// A stable word for scripts: `bad-duration`, `dangling-reference`, `cycle`, …
    public var code: String
    /// The file, relative to the plan.
    public var file: String
    /// The line, 1-based.
    public var line: Int?
    /// The column's name or the path of keys.
    public var column: String?
    /// What is wrong, what was expected, and what was found.
    public var message: String

    /// A fault.
    public init(code: String, file: String, line: Int? = nil, column: String? = nil, message: String) {
        (self.code, self.file, self.line, self.column, self.message) = (code, file, line, column, message)
    }
}

extension Fault: CustomStringConvertible {
    /// `FILE:LINE: COLUMN: what is wrong`.
    public var description: String {
        file + (line.map { ":\($0)" } ?? "") + ": " + (column.map { "\($0): " } ?? "") + message
    }
}
