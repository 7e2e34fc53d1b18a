import PlanModel

/// Names for everything, put together from a few lists of words, byte by byte.
struct NameMaker: Sendable {
    let seed: UInt64

    /// The levels that bear names; part of the key of their dice.
    enum Level: Int { case initiative, goal, project, task, milestone, person }

    /// The names of a table's elements, row by row: one word of each list, with spaces between.
    func column(_ order: RowOrder, bytesPerRow: Int = 36, level: (Int) -> Level) -> TextColumn {
        var texts = TextGatherer(rows: order.elementAt.count, bytesPerRow: bytesPerRow)
        for element in order.elementAt {
            write(Int(element), level(Int(element)), to: &texts)
            texts.endRow()
        }
        return texts.column
    }

    private func write(_ element: Int, _ level: Level, to texts: inout TextGatherer) {
        var dice = Dice(seed, .name, element << 3 | level.rawValue)
        let (first, second) = NameWords.pairs[level.rawValue]
        texts.append(first[dice.below(first.count)])
        texts.append(NameWords.space)
        texts.append(second[dice.below(second.count)])
    }
}
