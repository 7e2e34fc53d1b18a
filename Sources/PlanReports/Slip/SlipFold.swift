/// The lines of a ledger that people are shown: all of up to ten, else the ten biggest in their order and the sum of the others.
struct SlipFold: Sendable {
    private static let most = 10

    /// The lines that are shown, in their order.
    let places: [Int]
    /// How many are not.
    let hidden: Int
    /// The amounts that are shown, and last the sum of those that are not, if there are any.
    let amounts: [Int]

    /// Folds some amounts.
    init(_ all: [Int]) {
        // A line that stands for one other line would save nothing.
        let isFolded = all.count > Self.most + 1
        let biggest = all.indices.sorted { (all[$1].magnitude, $0) < (all[$0].magnitude, $1) }.prefix(
            isFolded ? Self.most : all.count)
        let shown = biggest.sorted()
        (places, hidden) = (shown, all.count - shown.count)
        let sum = shown.reduce(0) { $0 + all[$1] }
        amounts = shown.map { all[$0] } + (isFolded ? [all.reduce(0, +) - sum] : [])
    }
}
