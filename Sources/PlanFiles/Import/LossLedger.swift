import PlanModel

/// What an import could not carry over, counted by what it is: nothing is dropped or changed in silence.
struct LossLedger {
    /// What became of it.
    enum Fate: String {
        /// Not in the plan.
        case dropped
        /// In the plan, but not as it was.
        case changed
        /// Not in the file, put there because a plan needs it.
        case supplied
    }

    private struct Key: Hashable {
        let fate: Fate
        let what: String
        let why: String
    }

    private var order: [Key] = []
    private var entries: [Key: (count: Int, line: Int?)] = [:]

    /// Counts one more of something.
    ///
    /// - Parameters:
    ///   - fate: what became of it.
    ///   - what: the field or kind of row, as the file names it: `TASK.review_type`, `Task/ExtendedAttribute`.
    ///   - why: in words, the same for all of one kind.
    ///   - line: where the first one stands.
    mutating func add(_ fate: Fate, _ what: String, _ why: String, line: Int? = nil, count: Int = 1) {
        let key = Key(fate: fate, what: what, why: why)
        if let found = entries[key] {
            entries[key] = (found.count + count, found.line)
        } else {
            order.append(key)
            entries[key] = (count, line)
        }
    }

    /// The entries as findings, in the order in which they were met: `dropped`, `changed` or `supplied`, with a count.
    func findings(file: String) -> [Finding] {
        order.map { key in
            let (count, line) = entries[key]!
            return Finding(
                code: key.fate.rawValue, file: file, line: line, column: key.what, message: "\(count) × \(key.what): \(key.why)"
            )
        }
    }
}
