/// What the dispatcher knows of a node from its start on, in one cache line: what is the same in every replication, then what a replication finds.
///
/// Nodes have numbers of their own here (`DispatchOrder`), so that those that are alive at one time lie together.
struct DispatchRecord: BitwiseCopyable, Sendable {
    /// What a node is told to be.
    struct Flags: OptionSet, BitwiseCopyable, Sendable {
        let rawValue: UInt16
        /// Its start needs the rules of limits and relations; otherwise it is the latest of what comes before it hands on.
        static let needsTiming = Flags(rawValue: 1)
        /// It does not wait for people: it has started, or its dates cannot move.
        static let isForced = Flags(rawValue: 2)
        /// It rests while its people are away.
        static let letsRest = Flags(rawValue: 4)
        /// A constraint has it start at the latest at a date, against logic.
        static let hasLatestStart = Flags(rawValue: 8)
        /// Rules of relations ask for its length.
        static let tellsLength = Flags(rawValue: 16)
        /// It needs nobody.
        static let isFree = Flags(rawValue: 32)
    }

    /// Its number in the network; and its rank, of those that want the same people the lowest goes first.
    var node: Int32, rank: Int32
    /// Where its demands and its successors begin and end.
    var firstDemand: Int32, demandEnd: Int32, firstArc: Int32, arcEnd: Int32

    /// Start of what is left of it and its finish, positions.
    var start: Int32 = 0, finish: Int32 = 0
    /// The resource that it waited for last, and the node that let go of it; −1 where there is none.
    var waitedFor: Int32 = -1, releasedBy: Int32 = -1
    /// The queue that it was taken out of to be tried; −1 for none.
    var offeredFrom: Int32 = -1
    /// Its first child and its next sibling in the queue in which it waits.
    var child: Int32 = -1, sibling: Int32 = -1
    /// The first of its demands, again.
    var demand = DispatchDemand(resource: -1, amount: 0, queue: -1)

    var demands: Range<Int> { Int(firstDemand)..<Int(demandEnd) }
    var arcs: Range<Int> { Int(firstArc)..<Int(arcEnd) }
}

/// What is known of a node before its start, in a quarter of a cache line; apart from the rest, as all that come before it write here.
struct DispatchLogic: BitwiseCopyable, Sendable {
    /// When it had all but its people, a position; while predecessors are missing the latest that they handed on so far.
    var ready: Int32
    /// Working minutes left.
    var duration: Int32
    /// Relations into it from nodes that have no place yet; `placed` when it has one itself.
    var missing: Int32
    var flags: DispatchRecord.Flags
    var calendar: UInt16

    static let placed: Int32 = -1
    var isPlaced: Bool { missing == Self.placed }
}

/// A relation out of a node.
struct DispatchArc: BitwiseCopyable, Sendable {
    /// The node that it leads to.
    var successor: Int32
    /// Working minutes from the one to the other where they run on one calendar.
    var lag: Int32 = 0
    /// The place of a relation that converts; −1 where it does not.
    var conversion: Int32 = -1
    /// Which ends are tied: the finish to the start if nothing is said.
    var leavesStart = false, holdsFinish = false
    /// The other one asks the rules when all before it have their places.
    var isAsked = false
}

/// A relation between two calendars, or with an elapsed lag.
struct DispatchRelation: BitwiseCopyable, Sendable {
    /// Minutes of the lag's calendar.
    var lag: Int32
    /// The calendars of the nodes, and that on which the lag runs.
    var predecessorCalendar: UInt16, successorCalendar: UInt16, lagCalendar: UInt16
    /// See `Relation`.
    var leavesLate: Bool, isElapsed: Bool
}

/// What a node needs of a resource, and the queue in which it waits for it.
struct DispatchDemand: BitwiseCopyable, Sendable {
    var resource: Int32, amount: Int32, queue: Int32
}

/// A queue: those who want so much of a resource and work on one calendar.
struct DispatchQueue: BitwiseCopyable, Sendable, Comparable {
    var resource: Int32, amount: Int32, calendar: Int32
    /// Who goes first; −1 where nobody waits.
    var first: Int32 = -1

    static func < (a: DispatchQueue, b: DispatchQueue) -> Bool {
        (a.resource, a.amount, a.calendar) < (b.resource, b.amount, b.calendar)
    }
}

/// What is known of a resource in a replication, in half a cache line.
struct DispatchResource: BitwiseCopyable, Sendable {
    /// What is free, below 0 where work that cannot wait takes more; the most that there ever is from now on.
    var free: Int32, mostFromHere: Int32
    var lastReleaser: Int32 = -1
    /// The next time at which it is worth a look, as far as that is known; −1 for none.
    var nextWake: Int32 = -1
    /// How many nodes wait in its queues.
    var waiting: Int32 = 0
    /// Its queues.
    var firstQueue: Int32, queueEnd: Int32
    var isTouched = false
    /// Whether some of its capacity goes away at a time.
    var hasDrops: Bool

    var queues: Range<Int> { Int(firstQueue)..<Int(queueEnd) }
}
