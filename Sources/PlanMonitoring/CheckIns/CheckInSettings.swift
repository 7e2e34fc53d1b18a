/// What the record of check-ins is judged by.
public struct CheckInSettings: Sendable, Hashable {
    /// Whose record is looked at.
    public enum Scope: Sendable, Hashable {
        /// Everybody with a manager.
        case everybody
        /// The people of a unit, by its name.
        case unit(String)
        /// The people of a manager, by row; not those of the managers below.
        case manager(Int32)
    }

    /// The share of the meetings due, 0 … 1, from which on a manager has kept the rhythm with somebody who is not overdue.
    public var rhythm = 0.8
    /// Sums over fewer employees than this are withheld; 1 withholds none.
    public var smallestGroup = 5
    /// Whose record is looked at.
    public var scope = Scope.everybody

    /// Settings for everybody, four meetings of five, groups of five or more.
    public init() {}
}
