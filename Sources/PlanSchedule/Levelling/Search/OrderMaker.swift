import PlanNetwork

/// Makes orders of activities: samples, children of two orders, and small moves. None has an activity before one that it waits for.
struct OrderMaker {
    private let guide: SearchGuide
    private var dice: SearchDice
    /// The order that was made last; each activity once.
    var order: [Int32]
    /// Predecessors that are not in the order yet, and activities without any.
    private var waits: [Int]
    private var eligible: [Int32] = []
    /// Activities of a child that are in it, by the number of the child.
    private var taken: [UInt32]
    private var child: UInt32 = 0

    init(_ guide: SearchGuide, seed: UInt64) {
        self.guide = guide
        dice = SearchDice(seed: seed)
        order = [Int32](repeating: 0, count: guide.count)
        waits = [Int](repeating: 0, count: guide.count)
        taken = [UInt32](repeating: 0, count: guide.count)
    }

    /// A whole number of 0 ..< `bound`.
    mutating func below(_ bound: Int) -> Int { dice.below(bound) }

    /// Always the most urgent next.
    mutating func makeUrgent() {
        make { maker in
            maker.eligible.indices.min { first, second in
                let (one, other) = (maker.eligible[first], maker.eligible[second])
                return (maker.guide.urgency[Int(one)], one) < (maker.guide.urgency[Int(other)], other)
            }!
        }
    }

    /// One after another at random, each with a chance that grows with how much more urgent it is than the least urgent that could be next
    /// (regret-based biased random sampling).
    ///
    /// Source: A. Drexl, "Scheduling of project networks by job assignment", Management Science 37 (1991).
    mutating func sample() {
        make { maker in
            var (least, sum) = (Int32.min, 0)
            for activity in maker.eligible { least = max(least, maker.guide.urgency[Int(activity)]) }
            for activity in maker.eligible { sum += Int(least) - Int(maker.guide.urgency[Int(activity)]) + 1 }
            var place = 0
            var left = maker.dice.below(sum) - (Int(least) - Int(maker.guide.urgency[Int(maker.eligible[0])]) + 1)
            while left >= 0 {
                place += 1
                left -= Int(least) - Int(maker.guide.urgency[Int(maker.eligible[place])]) + 1
            }
            return place
        }
    }

    /// Builds an order from the front: `choose` gives a place in `eligible`.
    private mutating func make(_ choose: (inout OrderMaker) -> Int) {
        eligible.removeAll(keepingCapacity: true)
        for activity in 0..<guide.count {
            waits[activity] = guide.predecessors[activity].count
            if waits[activity] == 0 { eligible.append(Int32(activity)) }
        }
        for place in 0..<guide.count {
            let chosen = choose(&self)
            let activity = eligible[chosen]
            eligible[chosen] = eligible[eligible.count - 1]
            eligible.removeLast()
            order[place] = activity
            for item in guide.successors[Int(activity)] {
                let next = guide.successors.items[item]
                waits[Int(next)] -= 1
                if waits[Int(next)] == 0 { eligible.append(next) }
            }
        }
    }

    /// A child of two orders: the front as the father has it, then a stretch as the mother has it, and the rest as the father has it (crossover
    /// of two points). The stretch is a fifth to three fifths of the whole, anywhere.
    ///
    /// Source: S. Hartmann, "A competitive genetic algorithm for resource-constrained project scheduling", Naval Research Logistics 45 (1998).
    mutating func cross(mother: ArraySlice<Int32>, father: ArraySlice<Int32>) {
        let length = max(1, guide.count * (200 + dice.below(401)) / 1000)
        let first = dice.below(guide.count - length + 1)
        child &+= 1
        var count = 0
        take(from: father, until: first, &count)
        take(from: mother, until: first + length, &count)
        take(from: father, until: guide.count, &count)
    }

    /// Adds what is not in the child yet, in the order of a parent, until the child has so many.
    private mutating func take(from parent: ArraySlice<Int32>, until end: Int, _ count: inout Int) {
        var place = parent.startIndex
        while count < end {
            let activity = parent[place]
            place += 1
            guard taken[Int(activity)] != child else { continue }
            taken[Int(activity)] = child
            order[count] = activity
            count += 1
        }
    }

    /// Moves none to six activities to other places near by that their arcs allow.
    mutating func move() {
        for _ in 0..<dice.below(7) {
            let (at, reach) = (dice.below(guide.count), guide.count / 8 + 1)
            let activity = order[at]
            var (low, high) = (at, at)
            while low > 0, at - low < reach, !waits(activity, for: order[low - 1]) { low -= 1 }
            while high + 1 < guide.count, high - at < reach, !waits(order[high + 1], for: activity) { high += 1 }
            let target = low + dice.below(high - low + 1)
            let step = target < at ? -1 : 1
            for place in stride(from: at, to: target, by: step) { order[place] = order[place + step] }
            order[target] = activity
        }
    }

    /// Where arcs let a successor start before what it waits for, puts the latter before it in an order of starts; else changes nothing.
    mutating func repair(for starts: [Int32]) {
        let isOrdered = (0..<guide.count).allSatisfy { activity in
            guide.predecessors[activity].allSatisfy { starts[Int(guide.predecessors.items[$0])] <= starts[activity] }
        }
        if isOrdered { return }
        let source = order
        child &+= 1
        var (count, waiting) = (0, [Int32]())
        for first in source {
            waiting.append(first)
            while let next = waiting.last {
                let open = taken[Int(next)] == child ? nil : firstOpen(next)
                if let open {
                    waiting.append(open)
                    continue
                }
                waiting.removeLast()
                guard taken[Int(next)] != child else { continue }
                taken[Int(next)] = child
                order[count] = next
                count += 1
            }
        }
    }

    /// A predecessor that is not in the child yet.
    private func firstOpen(_ activity: Int32) -> Int32? {
        for item in guide.predecessors[Int(activity)] where taken[Int(guide.predecessors.items[item])] != child {
            return guide.predecessors.items[item]
        }
        return nil
    }

    /// Whether an arc says that one activity waits for another.
    private func waits(_ activity: Int32, for other: Int32) -> Bool {
        for item in guide.predecessors[Int(activity)] where guide.predecessors.items[item] == other { return true }
        return false
    }
}
