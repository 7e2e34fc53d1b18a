/// Events of nodes, the earliest first: lists by minute for the page of time at hand, by page for all later times. Nothing is compared, and the
/// events that are pending lie together in a small pool.
///
/// Source: R. Brown, "Calendar queues", Communications of the ACM 31 (1988).
struct EventWheel: ~Copyable {
    /// What happens to a node.
    struct Event: BitwiseCopyable {
        var time: Int32 = 0, node: Int32 = 0
        /// The next event of the list; −1 for none.
        var next: Int32 = -1
        /// It lets go of its people; otherwise all that it waits for is there but people.
        var isFinish = false
    }

    private var pool: FixedArray<Event>
    /// The first free event; those from `used` on were never in use.
    private var free: Int32 = -1
    private var used: Int32 = 0
    /// The first event of each minute of the page at hand, and which minutes have one.
    private var minutes = FixedArray<Int32>(repeating: -1, count: Self.pageLength)
    private var isMinuteUsed = FixedArray<UInt64>(repeating: 0, count: Self.pageLength / 64)
    /// The first event of each later page, and which pages have one.
    private var pages: [Int32] = []
    private var isPageUsed: [UInt64] = []
    private var page = 0
    /// No word before it has a minute.
    private var firstWord = 0
    /// The nodes of the page that was opened last, for whoever wants to have them at hand.
    private(set) var opened: FixedArray<Int32>
    private(set) var openedCount = 0

    private static let pageBits = 10
    private static var pageLength: Int { 1 << pageBits }

    /// - Parameter capacity: the most events that are ever pending.
    init(capacity: Int) {
        pool = FixedArray(repeating: Event(), count: capacity)
        opened = FixedArray(repeating: 0, count: capacity)
    }

    /// - Precondition: nothing is pending.
    mutating func reset() { (page, firstWord, free, used) = (0, 0, -1, 0) }

    /// Adds an event; returns false where its time lies before the page at hand.
    mutating func insert(_ node: Int32, isFinish: Bool, at time: Int32) -> Bool {
        let wanted = Int(time) >> Self.pageBits
        if wanted < page { return false }
        let place = Int(free >= 0 ? free : used)
        if free >= 0 { free = pool[place].next } else { used += 1 }
        if wanted == page {
            pool[place] = Event(time: time, node: node, isFinish: isFinish)
            link(place, time)
            return true
        }
        if wanted >= pages.count { grow(to: wanted) }
        pool[place] = Event(time: time, node: node, next: pages[wanted], isFinish: isFinish)
        if pages[wanted] < 0 { isPageUsed[wanted >> 6] |= 1 &<< UInt64(wanted & 63) }
        pages[wanted] = Int32(place)
        return true
    }

    /// Puts an event into the list of its minute.
    private mutating func link(_ place: Int, _ time: Int32) {
        let minute = Int(time) & (Self.pageLength - 1)
        pool[place].next = minutes[minute]
        minutes[minute] = Int32(place)
        isMinuteUsed[minute >> 6] |= 1 &<< UInt64(minute & 63)
        firstWord = min(firstWord, minute >> 6)
    }

    private mutating func grow(to page: Int) {
        let words = max(page >> 6 + 1, 2 * isPageUsed.count)
        pages += Array(repeating: -1, count: words << 6 - pages.count)
        isPageUsed += Array(repeating: 0, count: words - isPageUsed.count)
    }

    /// The first time of an event, not after a limit; `nil` where there is none.
    mutating func nextTime(notAfter limit: Int32) -> Int32? {
        while true {
            while firstWord < isMinuteUsed.count {
                let word = isMinuteUsed[firstWord]
                if word != 0 {
                    let time = Int32(page << Self.pageBits | firstWord << 6 | word.trailingZeroBitCount)
                    return time <= limit ? time : nil
                }
                firstWord += 1
            }
            guard let next = nextPage, next << Self.pageBits <= Int(limit) else { return nil }
            open(next)
        }
    }

    /// The next page with an event.
    private var nextPage: Int? {
        var word = page >> 6
        if word >= isPageUsed.count { return nil }
        var bits = isPageUsed[word] & ~(UInt64.max &>> UInt64(63 - page & 63))
        while bits == 0 {
            word += 1
            if word >= isPageUsed.count { return nil }
            bits = isPageUsed[word]
        }
        return word << 6 | bits.trailingZeroBitCount
    }

    private mutating func open(_ next: Int) {
        (page, firstWord, openedCount) = (next, 0, 0)
        isPageUsed[next >> 6] &= ~(1 &<< UInt64(next & 63))
        var place = Int(pages[next])
        pages[next] = -1
        while place >= 0 {
            let event = pool[place]
            link(place, event.time)
            opened[openedCount] = event.node
            openedCount += 1
            place = Int(event.next)
        }
    }

    /// Notes that the page that was opened last is at hand.
    mutating func forgetOpened() { openedCount = 0 }

    /// Takes out the list of all events at a time on the page at hand; −1 where there is none.
    mutating func removeAll(at time: Int32) -> Int32 {
        guard Int(time) >> Self.pageBits == page else { return -1 }
        let minute = Int(time) & (Self.pageLength - 1)
        let first = minutes[minute]
        minutes[minute] = -1
        isMinuteUsed[minute >> 6] &= ~(1 &<< UInt64(minute & 63))
        return first
    }

    /// Gives back an event of a list that was taken out.
    mutating func take(_ place: Int32) -> Event {
        let event = pool[Int(place)]
        pool[Int(place)].next = free
        free = place
        return event
    }
}
