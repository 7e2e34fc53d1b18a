/// What happens when, the earliest first: a heap of 64-bit words with four children a place, which is never smaller than its parent.
struct EventQueue {
    /// What may happen; at one time in this order.
    enum Kind: UInt64 {
        /// A node lets go of its people.
        case finish
        /// The capacity of a resource changes (its id is a place of `DispatchProblem.changes`).
        case change
        /// A resource is worth a look.
        case wake
        /// All that a node waits for is there but people.
        case ready
    }

    private var words: [UInt64] = []

    /// The time of the next event; `nil` where there is none.
    var nextTime: Int32? { words.isEmpty ? nil : Int32(truncatingIfNeeded: words[0] >> 32) }

    mutating func reset() { words.removeAll(keepingCapacity: true) }

    /// - Parameters:
    ///   - time: 0 or more.
    ///   - id: below 2³⁰.
    mutating func insert(_ time: Int32, _ kind: Kind, _ id: Int) {
        let word = UInt64(UInt32(bitPattern: time)) << 32 | kind.rawValue << 30 | UInt64(id)
        var place = words.count
        words.append(word)
        while place > 0 {
            let parent = (place - 1) / 4
            if words[parent] <= word { break }
            words[place] = words[parent]
            place = parent
        }
        words[place] = word
    }

    /// Takes out the next event.
    ///
    /// - Precondition: there is one.
    mutating func removeFirst() -> (kind: Kind, id: Int) {
        let first = words[0]
        let last = words.removeLast()
        if !words.isEmpty { sink(last) }
        return (Kind(rawValue: first >> 30 & 3)!, Int(first & (1 << 30 - 1)))
    }

    /// Puts a word in at the top.
    private mutating func sink(_ word: UInt64) {
        let count = words.count
        var place = 0
        while true {
            let firstChild = 4 * place + 1
            if firstChild >= count { break }
            var least = firstChild
            for child in firstChild + 1..<min(firstChild + 4, count) where child > firstChild && words[child] < words[least] {
                least = child
            }
            if words[least] >= word { break }
            words[place] = words[least]
            place = least
        }
        words[place] = word
    }
}
