import PlanNetwork

/// Capacities and demands as fields of 64-bit words, one word or a few a slot, so that one subtraction compares several resources.
///
/// A field holds the largest capacity of its resource in as few bits as it needs; the guard bit above it is set in every slot.
struct PackedDemands {
    /// Words a slot, 1 or more.
    let words: Int
    /// The guard bits, `words` values.
    let guards: [UInt64]
    /// Where capacities change, ascending, the first 0.
    let segments: [Int32]
    /// What is free from each segment on, `words` values each, guard bits set.
    let segmentWords: [UInt64]
    /// Demands, `words` values an activity; 0 where an activity fits nowhere.
    let needs: [UInt64]

    /// Where the field of a resource lies.
    private struct Field {
        let word: Int, shift: Int
    }

    init(_ problem: ActivityProblem) {
        let largest = problem.resources.map { $0.steps.map(\.capacity).max()! }
        let (fields, guards) = Self.fields(largest)
        (words, self.guards) = (guards.count, guards)
        let segments = Set(problem.resources.flatMap { $0.steps.map(\.from) } + [0]).sorted()
        var free = segments.flatMap { _ in guards }
        for (resource, field) in fields.enumerated() {
            let steps = problem.resources[resource].steps
            var step = 0
            for (place, from) in segments.enumerated() {
                while step + 1 < steps.count, steps[step + 1].from <= from { step += 1 }
                free[place * guards.count + field.word] |= UInt64(steps[step].capacity) << field.shift
            }
        }
        (self.segments, segmentWords) = (segments, free)
        var needs = [UInt64](repeating: 0, count: max(problem.count * guards.count, 1))
        for activity in 0..<problem.count {
            for item in problem.demands[activity] {
                let (resource, units) = (Int(problem.demands.items[item]), problem.demandUnits[item])
                guard units <= largest[resource] else { continue }
                needs[activity * guards.count + fields[resource].word] |= UInt64(units) << fields[resource].shift
            }
        }
        self.needs = needs
    }

    /// A place for each resource, in the first word with room.
    private static func fields(_ largest: [Int32]) -> (fields: [Field], guards: [UInt64]) {
        var (used, guards) = ([0], [UInt64(0)])
        let fields = largest.map { capacity in
            let width = Int32.bitWidth - capacity.leadingZeroBitCount + 1
            let word = used.firstIndex { $0 + width <= UInt64.bitWidth } ?? used.count
            if word == used.count {
                used.append(0)
                guards.append(0)
            }
            let field = Field(word: word, shift: used[word])
            used[word] += width
            guards[word] |= 1 << UInt64(used[word] - 1)
            return field
        }
        return (fields, guards)
    }
}
