/// A demand that people never meet.
public struct Shortfall: Sendable, Hashable {
    /// The node whose demand it is.
    public let node: Int
    /// The resource.
    public let resource: Int
    /// What the node needs, an amount.
    public let demanded: Int32
    /// The most that there ever is of the resource, an amount; where that is enough, there is not enough of it long enough from the time on at
    /// which the work could begin.
    public let most: Int32
    /// Whether the work goes on without the resource; otherwise it takes all that there is.
    public let isGivenUp: Bool
}
