import PlanNetwork
import PlanStatistics

/// What one event draws in a replication: whether it happens, and how severely.
struct EventDraw: Sendable {
    /// The event happens where `lower <= u < upper`.
    let lower: Double, upper: Double
    let occurrence: StreamKey
    let severity: StreamKey
    /// The kernel's shape and parameters of the severity; `nil` where it is certain.
    let law: (shape: UInt32, parameters: [UInt32])?

    init(_ event: RiskModel.Event, seed: UInt64) {
        (lower, upper) = (event.lower, event.upper)
        occurrence = StreamKey(seed: seed, identity: event.drawIdentity, purpose: event.isBranch ? .branch : .risk)
        severity = StreamKey(seed: seed, identity: event.identity, purpose: event.kind == .driver ? .driver : .impact)
        if event.severity.isCertain {
            law = nil
        } else {
            var parameters: [UInt32] = []
            LawWords.append(event.severity.law, to: &parameters)
            law = (LawWords.shape(event.severity.law), parameters)
        }
    }

    /// Whether the event happens in every replication.
    var isCertain: Bool { lower <= 0 && upper >= 1 }
}
