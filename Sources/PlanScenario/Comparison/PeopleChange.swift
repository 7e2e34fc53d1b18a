public import PlanStatistics

/// What a scenario does to the work of people: the change of the mean of each figure.
public struct PeopleChange: Sendable {
    /// The mean figures of the plan as it is.
    public let workMinutes: Double, waitingMinutes: Double, utilisation: Double
    /// Their changes.
    public let workChange: DifferenceEstimate, waitingChange: DifferenceEstimate, utilisationChange: DifferenceEstimate

    init(_ first: PeopleUse, _ second: PeopleUse, isStratified: Bool) {
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        func change(_ old: [Double], _ new: [Double]) -> DifferenceEstimate {
            BlockMeans.difference(zip(new, old).map { $0 - $1 }, isStratified: isStratified)
        }
        (workMinutes, waitingMinutes, utilisation) = (
            mean(first.workMinutes), mean(first.waitingMinutes), mean(first.utilisation)
        )
        workChange = change(first.workMinutes, second.workMinutes)
        waitingChange = change(first.waitingMinutes, second.waitingMinutes)
        utilisationChange = change(first.utilisation, second.utilisation)
    }
}

/// Means of numbers that are no whole minutes, with the error that blocks of 64 replications tell.
enum BlockMeans {
    /// The mean of differences; exact where they are all alike.
    static func difference(_ values: [Double], isStratified: Bool) -> DifferenceEstimate {
        if values.allSatisfy({ $0 == values[0] }) { return .init(exactly: values[0]) }
        let length = isStratified && values.count / BlockedSample.blockLength >= 8 ? BlockedSample.blockLength : 1
        let groups = values.count / length
        // Whole blocks tell the spread; a rest counts for the mean.
        let means = (0..<groups).map { group in values[group * length..<(group + 1) * length].reduce(0, +) / Double(length) }
        let (mean, centre) = (values.reduce(0, +) / Double(values.count), means.reduce(0, +) / Double(groups))
        guard groups > 1 else { return .init(mean, standardError: nil, coverageFactor: 0) }
        let squares = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        return .init(
            mean, standardError: (squares / Double(groups * (groups - 1))).squareRoot(),
            coverageFactor: StudentT.quantile975(degrees: groups - 1))
    }
}
