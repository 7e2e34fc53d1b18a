import PlanModel
import PlanNetwork
import PlanStatistics

/// Draws when people fall ill and when posts are vacant.
///
/// Illnesses and departures come at constant rates from the data date on (of a person who is there), their lengths are triangular. Draws are keyed by
/// seed, person and replication, so that two scenarios share them person by person. Who follows somebody may leave too.
struct AbsenceSampler {
    private let capacity: CapacityModel
    private let start: Int32, horizon: Int32
    private let illness: [RandomStream], leaving: [RandomStream]
    /// People for whom something may happen.
    private let people: [Int]

    private static let minutesPerYear = 365.0 * 1440
    /// Draws a person has in a replication: two for each illness or departure.
    private static let drawsPerReplication: UInt32 = 1 << 10

    /// - Parameters:
    ///   - start: the data date, an instant.
    ///   - horizon: nothing happens after it, an instant.
    init?(_ capacity: CapacityModel, seed: UInt64, from start: Int32, upTo horizon: Int32) {
        if capacity.chances.isEmpty { return nil }
        (self.capacity, self.start, self.horizon) = (capacity, start, horizon)
        let needed = Set(capacity.demandResource)
        let people = (0..<capacity.personCount).filter { needed.contains(Int32($0)) }
        self.people = people
        func streams(_ purpose: StreamPurpose) -> [RandomStream] {
            people.map { RandomStream(StreamKey(seed: seed, identity: capacity.identities[$0], purpose: purpose)) }
        }
        (illness, leaving) = (streams(.illness), streams(.attrition))
    }

    /// The absences of all resources in a replication, planned ones too: disjoint, ascending, instants.
    func absences(_ replication: UInt32) -> [[Range<Int32>]] {
        var result = capacity.absences
        for (place, person) in people.enumerated() {
            var drawn: [Range<Int32>] = []
            let chances = capacity.chances
            if let length = chances.illnessLength, chances.illnessesPerYear > 0 {
                draw(illness[place], replication, perYear: chances.illnessesPerYear, length, freezes: [], &drawn)
            }
            if !chances.leavesPerYear.isEmpty, chances.leavesPerYear[person] > 0 {
                draw(
                    leaving[place], replication, perYear: chances.leavesPerYear[person], chances.hiringDelay,
                    freezes: chances.hiringFreezes, &drawn)
            }
            if !drawn.isEmpty { result[person] = CapacityModel.merged(result[person] + drawn) }
        }
        return result
    }

    private func draw(
        _ stream: RandomStream, _ replication: UInt32, perYear rate: Double, _ length: PeopleSettings.Span?,
        freezes: [Range<Int32>], _ drawn: inout [Range<Int32>]
    ) {
        var at = Double(start)
        let first = replication &* Self.drawsPerReplication
        for draw in stride(from: 0, to: Self.drawsPerReplication, by: 2) {
            at -= Elementary.log(Double(stream.uniform(replication: first &+ draw))) / rate * Self.minutesPerYear
            guard at < Double(horizon) else { return }
            guard let length else {
                drawn.append(Int32(at)..<Int32.max)
                return
            }
            let law = TriangularDistribution(
                low: Double(length.shortest), mode: Double(length.usual), high: Double(length.longest))!
            let lasts = law.quantile(Double(stream.uniform(replication: first &+ draw &+ 1)))
            var end = min(at + max(lasts, 1), Double(CapacityModel.unlimited - 1))
            if let freeze = freezes.first(where: { $0.contains(Int32(end)) }) { end = Double(freeze.upperBound) }
            drawn.append(Int32(at)..<Int32(end) + 1)
            at = end
        }
    }
}
