import PlanNetwork

/// How much work the people who are needed could do from the data date up to any date: what utilisation is a share of.
struct CapacitySupply {
    /// Positions on the plan's calendar at which the supply of all changes, ascending, the first that of the data date; amounts from there; minutes
    /// of full-time work up to there.
    private var from: [Int32], amount: [Int64], sum: [Double]
    private let calendar: WorkingTime

    init(_ network: Network, _ capacity: CapacityModel) {
        calendar = network.structure.calendars[network.structure.planCalendar]
        let start = calendar.work(at: network.values.dataDate)
        let needed = Set(capacity.demandResource).filter { capacity.steps[Int($0)].most < CapacityModel.unlimited }
        var changes: [Int32: Int64] = [:]
        for resource in needed {
            let steps = capacity.steps[Int(resource)]
            for place in steps.from.indices {
                let before = place == 0 ? 0 : steps.amount[place - 1]
                changes[max(start, calendar.work(at: steps.from[place])), default: 0] += Int64(steps.amount[place] - before)
            }
        }
        (from, amount, sum) = ([start], [changes[start] ?? 0], [0])
        for (at, difference) in changes.sorted(by: { $0.key < $1.key }) where at > start {
            sum.append(sum.last! + Double(amount.last!) * Double(at - from.last!) / Double(CapacityModel.fullTime))
            from.append(at)
            amount.append(amount.last! + difference)
        }
    }

    /// Minutes of full-time work up to an instant.
    func minutes(upTo instant: Int32) -> Double {
        let position = calendar.work(at: instant)
        var (low, high) = (0, from.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if from[middle] <= position { low = middle } else { high = middle }
        }
        return sum[low] + Double(amount[low]) * Double(max(0, position - from[low])) / Double(CapacityModel.fullTime)
    }
}
