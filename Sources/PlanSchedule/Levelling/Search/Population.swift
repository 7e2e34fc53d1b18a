/// The orders that a search keeps, with their scores.
struct Population {
    private let activityCount: Int
    /// One order after another.
    private var orders: [Int32] = []
    private(set) var scores: [Int] = []
    /// A word for the starts that each order gives: orders of the same schedule are kept once.
    private var prints: [UInt64] = []

    init(activityCount: Int) { self.activityCount = activityCount }

    var count: Int { scores.count }

    /// An order.
    subscript(place: Int) -> ArraySlice<Int32> { orders[place * activityCount..<(place + 1) * activityCount] }

    mutating func add(_ order: [Int32], score: Int, print: UInt64) {
        orders += order
        scores.append(score)
        prints.append(print)
    }

    /// Takes an order in place of the worst if it is no worse and its schedule is a new one.
    mutating func offer(_ order: [Int32], score: Int, print: UInt64) {
        var worst = 0
        for place in scores.indices where scores[place] > scores[worst] { worst = place }
        guard score <= scores[worst], !prints.contains(print) else { return }
        for (place, activity) in order.enumerated() { orders[worst * activityCount + place] = activity }
        (scores[worst], prints[worst]) = (score, print)
    }

    /// The better of two at random.
    func better(_ maker: inout OrderMaker) -> Int {
        let (one, other) = (maker.below(count), maker.below(count))
        return scores[other] < scores[one] ? other : one
    }

    /// A word for some starts.
    static func print(of starts: [Int32]) -> UInt64 {
        var word: UInt64 = 1
        for start in starts {
            word = (word ^ UInt64(UInt32(bitPattern: start))) &* 0x9E37_79B9_7F4A_7C15
            word ^= word >> 29
        }
        return word
    }
}
