import PlanNetwork

/// What is left of one resource over time while tasks are placed: a step function of instants.
struct CapacityProfile {
    /// When each step begins; ascending, the first 0.
    private(set) var from: [Int32]
    /// What is left, below 0 where work that cannot wait takes more than there is.
    private(set) var left: [Int32]

    init(_ steps: CapacitySteps) { (from, left) = (steps.from, steps.amount) }

    /// The step that holds at an instant.
    private func step(at instant: Int32) -> Int {
        var (low, high) = (0, from.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if from[middle] <= instant { low = middle } else { high = middle }
        }
        return low
    }

    /// `nil` where so much is left all the time from `start` to `finish`; otherwise the first instant after that at which there is again
    /// enough, `Int32.max` where there never is.
    ///
    /// - Complexity: O(log steps + steps in the time).
    func nextChance(from start: Int32, to finish: Int32, _ amount: Int32) -> Int32? {
        var place = step(at: start)
        while place < from.count, from[place] < finish {
            if left[place] < amount {
                while place < from.count, left[place] < amount { place += 1 }
                return place < from.count ? from[place] : Int32.max
            }
            place += 1
        }
        return nil
    }

    /// Takes an amount from `start` to `finish`.
    ///
    /// - Complexity: O(steps), moving those behind where new ones begin.
    mutating func take(_ amount: Int32, from start: Int32, to finish: Int32) {
        guard start < finish else { return }
        let first = split(at: start)
        let end = split(at: finish)
        for place in first..<end { left[place] -= amount }
    }

    /// The step that begins at an instant, after making one begin there.
    private mutating func split(at instant: Int32) -> Int {
        let place = step(at: instant)
        if from[place] == instant { return place }
        from.insert(instant, at: place + 1)
        left.insert(left[place], at: place + 1)
        return place + 1
    }
}
