import PlanModel
import PlanNetwork

/// What undoing one line of a ledger changes in the plan as it was built.
enum SlipUndo: Hashable {
    /// Nothing can be undone.
    case nothing
    /// What it would be undone to is not known.
    case unknown
    /// A node takes other working minutes.
    case duration(Int, Int32)
    /// A node waits other minutes after what holds it.
    case delay(Int, Int32)
    /// A node that nothing else holds may start at a position.
    case start(Int, Int32)
    /// A node starts at a position, whatever it waits for.
    case pin(Int, Int32)
    /// A node has other limits on its dates, and waits no longer than they ask.
    case limits(Int, DateLimits?)
    /// The relation at a place among the predecessors has another lag.
    case lag(place: Int, into: Int, Lag)
    /// The relation at a place among the predecessors does not hold.
    case without(place: Int, into: Int)
    /// Something that is no more holds a node's start or finish at a position, from the dates that another node has today.
    case hold(Int, Int32, isFinish: Bool, from: Int?)
    /// A node runs on the baseline's calendar.
    case calendar(Int)
    /// A node takes no time and waits for nothing of its own; what it ties together stays tied.
    case dissolve(Int)
    /// A task that is no more serves the target: its finish, a position of the ledger's calendar.
    case member(Int32)
    /// A node does not serve the target.
    case excluded(Int)
}
