import Headway
import PlanStatistics

/// Risks, drivers and existence, one replication at a time, by their definition.
struct NaiveEvents {
    private let network: Network
    private let stream: NaiveStream
    private let factor: (events: [Int], values: [Double])?

    init(_ network: Network, _ stream: NaiveStream) {
        (self.network, self.stream) = (network, stream)
        let correlations = network.values.risks.correlations
        let events = Set(correlations.flatMap { [Int($0.first), Int($0.second)] }).sorted()
        let matrix = CorrelationMatrix(
            size: events.count,
            entries: correlations.map {
                (events.firstIndex(of: Int($0.first))!, events.firstIndex(of: Int($0.second))!, $0.value)
            })
        factor = events.isEmpty ? nil : (events, matrix.repaired().matrix.choleskyFactor())
    }

    /// What happened in a replication.
    struct Outcome {
        let replication: UInt32
        var happens: [Bool]
        var severity: [Float]

        func isExistence(_ effect: RiskModel.Effect, _ network: Network) -> Bool {
            network.values.risks.events[Int(effect.event)].kind == .existence
        }

        func isMultiplied(_ effect: RiskModel.Effect, _ network: Network) -> Bool {
            happens[Int(effect.event)] && !isExistence(effect, network)
        }

        /// severity^weight × factor.
        func multiplier(_ effect: RiskModel.Effect, _ network: Network) -> Float {
            let value = severity[Int(effect.event)]
            if network.values.risks.events[Int(effect.event)].severity.isCertain || effect.weight == 0 { return effect.factor }
            if value <= 0 { return 0 * effect.factor }
            if effect.weight == 1 { return value * effect.factor }
            return Float(Elementary.exp(Double(effect.weight) * Elementary.log(Double(value)))) * effect.factor
        }
    }

    /// Draws a replication.
    func outcome(_ replication: UInt32) -> Outcome {
        let events = network.values.risks.events
        var result = Outcome(
            replication: replication, happens: Array(repeating: true, count: events.count),
            severity: Array(repeating: 1, count: events.count))
        var uniforms = [Float](repeating: 0.5, count: events.count)
        for (place, event) in events.enumerated() {
            let u = Double(stream.uniform(event.drawIdentity, event.isBranch ? .branch : .risk, replication))
            result.happens[place] = event.lower <= u && u < event.upper || event.lower <= 0 && event.upper >= 1
            uniforms[place] = stream.uniform(event.identity, event.kind == .driver ? .driver : .impact, replication)
        }
        if let factor { tie(&uniforms, factor.events, factor.values) }
        for (place, event) in events.enumerated() where !event.severity.isCertain {
            result.severity[place] = NaiveSampling.quantile(event.severity.law, uniforms[place], network)
        }
        return result
    }

    private func tie(_ uniforms: inout [Float], _ events: [Int], _ factor: [Double]) {
        let scores = events.map { StandardNormal.quantile(Double(uniforms[$0])) }
        for row in events.indices {
            let mixed = (0...row).reduce(0.0) { $0 + factor[row * events.count + $1] * scores[$1] }
            uniforms[events[row]] = min(max(Float(StandardNormal.cumulative(mixed)), 0x1p-24), 1 - 0x1p-24)
        }
    }

    /// Whether an effect counts on a node that starts at a position; windows count only once the start is known.
    func acts(_ effect: RiskModel.Effect, on node: Int, start: Int32?) -> Bool {
        let event = network.values.risks.events[Int(effect.event)]
        guard event.hasWindow else { return true }
        guard let start else { return false }
        let instant = network.structure.calendars[network.structure.calendar(of: node)].start(at: start)
        return event.windowStart <= instant && instant < event.windowEnd
    }
}
