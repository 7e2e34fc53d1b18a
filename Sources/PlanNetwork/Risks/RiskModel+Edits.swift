extension RiskModel {
    /// The same model with the mitigation of some events in force, or not.
    ///
    /// The branches of a group share their draw: mitigate them together, or their spans may overlap.
    ///
    /// - Parameters:
    ///   - events: places in `events`.
    ///   - inForce: whether the mitigation is in force afterwards.
    public func mitigating(_ events: Set<Int>, _ inForce: Bool) -> RiskModel {
        var result = self
        for event in events {
            let span = inForce ? self.events[event].mitigatedSpan : self.events[event].plainSpan
            result.events[event].isMitigated = inForce
            (result.events[event].lower, result.events[event].upper) = (span.lowerBound, span.upperBound)
        }
        for place in result.effects.indices where events.contains(Int(effects[place].event)) {
            let effect = effects[place]
            result.effects[place].factor = inForce ? effect.mitigatedFactor : effect.plainFactor
            result.effects[place].delay = inForce ? effect.mitigatedDelay : effect.plainDelay
        }
        return result
    }

    /// The same model without some events: they never happen, and tasks whose existence they decide always exist. Places in `events` stay.
    ///
    /// - Parameter events: places in `events`.
    public func without(_ events: Set<Int>) -> RiskModel {
        var result = self
        for event in events {
            let span: ClosedRange<Double> = self.events[event].kind == .existence ? 0...1 : 0...0
            (result.events[event].lower, result.events[event].upper) = (span.lowerBound, span.upperBound)
            (result.events[event].plainSpan, result.events[event].mitigatedSpan) = (span, span)
            result.events[event].severity = .certain
        }
        result.correlations.removeAll { events.contains(Int($0.first)) || events.contains(Int($0.second)) }
        return result
    }
}
