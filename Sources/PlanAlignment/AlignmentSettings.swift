/// What alignment compares with.
public struct AlignmentSettings: Sendable, Hashable {
    /// Names of the units that are the HR function; where empty, those that are called so (see `HRUnits`).
    public var hrUnits: [String] = []
    /// Nobody should answer for more open initiatives, goals and projects than this.
    public var mostOwned = 7
    /// The share of an initiative's work from which on one person is a single point of failure.
    public var singlePointShare = 0.5
    /// By when work is done that has no due date at all, an instant; `nil` where the plan's last due date stands in.
    public var horizon: Int32?

    /// Threads that may work, 1 or more; they change nothing but the time.
    public var threads = 1

    /// The defaults.
    public init() {}
}
