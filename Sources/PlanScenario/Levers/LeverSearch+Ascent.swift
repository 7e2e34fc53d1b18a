import PlanModel

/// The first ascent: the quick way to a set that reaches the probability, which bounds what is worth a look afterwards.
extension LeverSearch {
    /// Moves that are tried at each step.
    private static let breadth = 3

    /// Adds moves by what they bring for their cost until the probability is reached, then takes out what is not needed.
    mutating func ascend() throws(Stopped) {
        guard var current = seen[.none] else { return }
        while current.verdict == .fallsShort, !isSpent {
            let open = lab.list.moves.indices.filter { !current.moves.contains($0) && lab.isAllowed(current.moves.with($0)) }
            let promising = open.map { ($0, prediction.outlook(of: current, with: $0)) }.sorted {
                let (left, right) = (worth($0.1, current, cost: cost($0.0)), worth($1.1, current, cost: cost($1.0)))
                return left != right ? left > right : $0.0 < $1.0
            }
            let next = promising.prefix(Self.breadth).map { current.moves.with($0.0) }
            try look(at: next)
            let found = next.compactMap { seen[$0] }
            let reaching = found.filter { $0.verdict == .reaches }.min { $0.cost < $1.cost }
            let here = current
            let best = found.max { worth($0, here) < worth($1, here) }
            guard let step = reaching ?? best, reaching != nil || worth(step, here) > .none else { break }
            current = step
        }
        guard current.verdict == .reaches else { return }
        for place in current.moves.places.sorted(by: { cost($0) > cost($1) }) {
            let fewer = current.moves.without(place)
            try look(at: [fewer])
            if let trial = seen[fewer], trial.verdict == .reaches { current = trial }
        }
    }

    /// What a step brings for its cost: probability first, then days.
    private struct Worth: Comparable {
        let probability: Double, minutes: Double
        static let none = Worth(probability: 0, minutes: 0)
        static func < (left: Self, right: Self) -> Bool {
            (left.probability, left.minutes) < (right.probability, right.minutes)
        }
    }

    private func worth(_ outlook: LeverPrediction.Outlook, _ from: LeverTrial, cost: Double) -> Worth {
        let before = prediction.outlook(of: from)
        let divisor = max(cost, .leastNormalMagnitude)
        return Worth(
            probability: (outlook.onTime - before.onTime) / divisor, minutes: (before.lateness - outlook.lateness) / divisor)
    }

    private func worth(_ trial: LeverTrial, _ from: LeverTrial) -> Worth {
        worth(prediction.outlook(of: trial), from, cost: trial.cost - from.cost)
    }

    private func cost(_ place: Int) -> Double { lab.list.moves[place].cost }
}
