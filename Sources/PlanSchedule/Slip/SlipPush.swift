/// How a position at one end of a task comes through to the finish that a ledger explains: the steps of the path behind it.
///
/// Steps take no notice of what else holds a task; so each cause counts for what it does along the path, and room is a line of its own.
struct SlipPush {
    /// A step: another position where calendars change, and then minutes more.
    struct Step {
        var convert: ((Int) -> Int)?
        var add = 0

        func callAsFunction(_ position: Int) -> Int { (convert?(position) ?? position) + add }
    }

    /// The last step of the path first.
    private var steps: [Step] = []

    /// Puts a step before the others.
    mutating func prepend(_ step: Step) {
        if let last = steps.indices.last, steps[last].convert == nil {
            steps[last] = Step(convert: step.convert, add: step.add + steps[last].add)
        } else {
            steps.append(step)
        }
    }

    /// Where a position comes through to.
    func callAsFunction(_ position: Int) -> Int { steps.reversed().reduce(position) { $1($0) } }

    /// How much later one position comes through than another.
    func minutes(from base: Int, to position: Int) -> Int { base == position ? 0 : self(position) - self(base) }
}
