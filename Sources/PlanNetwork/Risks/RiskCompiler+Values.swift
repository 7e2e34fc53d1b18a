/// Puts the model into the values of a network: tables in order, longest durations that bound what may happen.
extension RiskCompiler {
    /// Sets risks and quantile tables of `values`, and raises the longest durations of touched nodes.
    func install(_ model: RiskModel, in values: inout NetworkValues) {
        raise(&values.laws, values.remaining, model)
        let (sorted, newPlace) = tables.inOrder
        values.quantileTables = sorted
        values.risks = model
        guard !sorted.isEmpty else { return }
        for node in values.laws.indices { Self.renumber(&values.laws[node], newPlace) }
        for event in model.events.indices { Self.renumber(&values.risks.events[event].severity.law, newPlace) }
    }

    private static func renumber(_ law: inout DurationLaw, _ newPlace: [Int]) {
        if law.shape == .tabulated { law.second = Float(newPlace[Int(law.second)]) }
    }

    /// Bounds the durations of touched nodes from above, with mitigation or without: all delays first, then all factors above 1.
    private func raise(_ laws: inout [DurationLaw], _ remaining: [Int32], _ model: RiskModel) {
        guard !model.isEmpty else { return }
        for node in laws.indices {
            var (delays, growth) = (0.0, 1.0)
            for place in model.effects(on: node) {
                let effect = model.effects[place]
                delays += Double(max(effect.plainDelay, effect.mitigatedDelay))
                let worst = severities[Int(model.events[Int(effect.event)].row)].greatest
                let severity = effect.weight > 0 ? Self.power(min(max(worst, 1), 0x1p60), Double(effect.weight)) : 1
                let factor = Double(max(effect.plainFactor, effect.mitigatedFactor))
                growth = min(growth * max(1, min(severity, 0x1p40) * factor), 0x1p40)
            }
            guard delays > 0 || growth > 1 else { continue }
            let longest = (Double(laws[node].longest) + delays) * growth * (1 + 0x1p-20)
            laws[node].longest = Int32(min(longest.rounded(.up) + 1, 0x1p30))
        }
    }
}
