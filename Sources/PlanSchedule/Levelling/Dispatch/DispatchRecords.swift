/// What is the same of a node in every replication, side by side in half a cache line.
struct DispatchNode: Sendable {
    /// What a node is told to be.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt16
        /// It is not simulated.
        static let isDone = Flags(rawValue: 1)
        /// Its start needs the rules of limits and relations; otherwise it is the latest finish before it.
        static let needsTiming = Flags(rawValue: 2)
        /// It does not wait for people: it has started, or its dates cannot move.
        static let isForced = Flags(rawValue: 4)
        /// It rests while its people are away.
        static let letsRest = Flags(rawValue: 8)
        /// A constraint has it start at the latest at a date, against logic.
        static let hasLatestStart = Flags(rawValue: 16)
    }

    var rank: Int32
    /// Where its demands and its successors begin; the next node has where they end.
    var firstDemand: Int32, firstSuccessor: Int32
    var calendar: UInt16
    var flags: Flags
}

/// What a node needs of a resource, and the queue in which it waits for it.
struct DispatchDemand: Sendable {
    var resource: Int32, amount: Int32, queue: Int32
}

/// A queue: those who want so much of a resource and work on one calendar.
struct DispatchQueue: Sendable, Comparable {
    var resource: Int32, amount: Int32, calendar: Int32

    static func < (a: DispatchQueue, b: DispatchQueue) -> Bool {
        (a.resource, a.amount, a.calendar) < (b.resource, b.amount, b.calendar)
    }
}

/// What is known of a node in a replication, in half a cache line.
struct DispatchState: Sendable {
    /// When it had all but its people, a position; while predecessors are missing the latest finish so far.
    var ready: Int32
    /// Start of what is left of it, a position, and its length, minutes.
    var start: Int32 = 0, duration: Int32 = 0
    /// Relations into it from nodes that have no place yet.
    var missing: Int32
    /// The resource that it waited for last, and the node that let go of it; −1 where there is none.
    var waitedFor: Int32 = -1, releasedBy: Int32 = -1
    /// The queue that it was taken out of to be tried; −1 for none.
    var offeredFrom: Int32 = -1
    var isPlaced = false
}

/// What is known of a resource in a replication.
struct DispatchResource: Sendable {
    /// What is free, below 0 where work that cannot wait takes more; the most that there ever is from now on.
    var free: Int32, mostFromHere: Int32
    var lastReleaser: Int32 = -1
    /// The next time at which it is worth a look, as far as that is known; −1 for none.
    var nextWake: Int32 = -1
    /// How many nodes wait in its queues.
    var waiting: Int32 = 0
    var isTouched = false
    /// Whether some of its capacity goes away at a time.
    var hasDrops: Bool
}
