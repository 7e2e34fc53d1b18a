/// Gives every row of a table a name of its own: a name that an earlier row has gets a number, an empty one a word and a number.
struct UniqueNames {
    /// What the names are, for the loss report.
    let what: String
    /// The word for a row without a name.
    let fallback: String
    private var taken: Set<String> = []
    private var tries: [String: Int] = [:]

    init(what: String, fallback: String) { (self.what, self.fallback) = (what, fallback) }

    mutating func reserve(_ count: Int) { taken.reserveCapacity(count) }

    /// Makes a name differ from all before it, and counts the change.
    mutating func settle(_ name: inout String, line: Int?, losses: inout LossLedger) {
        if !name.isEmpty, taken.insert(name).inserted { return }
        let why = name.isEmpty ? "empty; a word and a number stand in" : "used before; a number was added"
        losses.add(.changed, what, why, line: line)
        let stem = name.isEmpty ? fallback : name
        var number = tries[stem] ?? (name.isEmpty ? 0 : 1)
        repeat {
            number += 1
            name = name.isEmpty || number == 1 ? "\(stem) \(number)" : "\(stem) (\(number))"
        } while !taken.insert(name).inserted
        tries[stem] = number
    }
}
