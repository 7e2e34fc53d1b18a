/// From which finish late dates run back, where not all tasks run back from the plan's.
///
/// Tasks of one initiative make a scope, tasks of none make the last one.
public struct FloatScopes: Sendable {
    /// The scope of each node; `nodeCount` values.
    public let scopeOfNode: [Int32]
    /// By when each scope must finish, an instant; `Int32.max` where nothing says so.
    public let mustFinish: [Int32]
    /// Whether a scope that need not finish at a date runs back from its own finish; otherwise from the plan's.
    public let areOwn: Bool

    /// The number of scopes.
    public var count: Int { mustFinish.count }
}
