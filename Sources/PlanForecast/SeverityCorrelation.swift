import PlanNetwork
import PlanStatistics

/// How the severities of events go together: a normal copula with the rank correlations that the plan gives.
///
/// Normal scores of the events' own draws are mixed by a triangular factor, row by row in a fixed order, in double precision.
struct SeverityCorrelation: Sendable {
    /// The events that are tied, places in the model's events, ascending.
    let events: [Int]
    /// The factor L, `events.count`² values, row by row, 0 above the diagonal.
    let factor: [Double]
    /// What had to be changed so that such severities can exist.
    let repair: CorrelationRepair

    /// The correlation of a model; `nil` where it has none.
    init?(_ model: RiskModel) {
        guard !model.correlations.isEmpty else { return nil }
        let events = Set(model.correlations.flatMap { [Int($0.first), Int($0.second)] }).sorted()
        let place = Dictionary(uniqueKeysWithValues: zip(events, events.indices))
        let matrix = CorrelationMatrix(
            size: events.count,
            entries: model.correlations.map { (place[Int($0.first)]!, place[Int($0.second)]!, $0.value) })
        repair = matrix.repaired()
        self.events = events
        factor = repair.matrix.choleskyFactor()
    }

    /// Ties the uniforms of one replication.
    ///
    /// - Parameter uniforms: those of all events; the tied ones are replaced.
    func tie(_ uniforms: inout [Float], lane: Int, lanes: Int) {
        let scores = events.map { StandardNormal.quantile(Double(uniforms[$0 * lanes + lane])) }
        for row in events.indices {
            var sum = 0.0
            for column in 0...row { sum += factor[row * events.count + column] * scores[column] }
            let tied = Float(StandardNormal.cumulative(sum))
            uniforms[events[row] * lanes + lane] = min(max(tied, 0x1p-24), 1 - 0x1p-24)
        }
    }
}
