import CKernels
import PlanNetwork
import PlanStatistics

/// What some events did in each replication of a forecast, drawn once more.
struct EventSamples {
    /// The events, places in the risk model.
    let events: [Int]
    /// Replications.
    let samples: Int
    /// `events.count` rows of `samples` values: the order of what the event would add to the *planned* durations of the tasks that it
    /// touches, so one number for severity and occurrence together; as whole numbers, as ranks need no more.
    let strength: [Int32]
    /// How often each event happened, by blocks where they are stratified.
    let happened: [Proportion]
    /// The mean severity where it happened; `nil` where it never did, or no severity is drawn.
    let meanSeverity: [Double?]

    /// Draws some events.
    ///
    /// - Complexity: O(all events × samples).
    init(of events: [Int], in program: ForecastProgram, settings: ForecastSettings) {
        let (lanes, samples) = (Int(HW_LANES), settings.samples)
        let blocks = (samples + lanes - 1) / lanes
        let strengths = SampleBuffer(rows: events.count, columns: blocks * lanes)
        let severities = SampleBuffer(rows: events.count, columns: blocks * lanes)
        let tables = KernelTables(program.network)
        let effects = PlannedEffect.all(of: events, program.network.values)
        let share = max(1, (blocks + settings.threads - 1) / settings.threads)
        Parallel.forEach(count: (blocks + share - 1) / share, threads: settings.threads) { part in
            var sampler = EventSampler(program.events)
            var (strength, severity) = ([Int32](repeating: 0, count: lanes), [Int32](repeating: 0, count: lanes))
            for block in part * share..<min((part + 1) * share, blocks) {
                unsafe tables.withProgram(nil, 0, stratified: settings.isStratified) { code in
                    unsafe sampler.draw(&code, first: UInt32(truncatingIfNeeded: block * lanes))
                }
                for (row, event) in events.enumerated() {
                    for lane in 0..<lanes {
                        let happens = sampler.happens[event * lanes + lane]
                        let drawn = sampler.severity[event * lanes + lane]
                        strength[lane] = Self.order(effects[row].minutes(happens: happens, severity: drawn))
                        severity[lane] = happens ? Int32(bitPattern: max(drawn, 0).bitPattern) : -1
                    }
                    strengths.set(strength, row: row, column: block * lanes)
                    severities.set(severity, row: row, column: block * lanes)
                }
            }
        }
        (self.events, self.samples) = (events, samples)
        strength = events.indices.flatMap { strengths.row($0, count: samples) }
        let rows = events.indices.map { severities.row($0, count: samples) }
        happened = rows.map { BlockedSample(values: $0, isStratified: settings.isStratified).share { $0 >= 0 } }
        let drawn = rows.map { $0.filter { $0 >= 0 } }
        let laws = events.map { program.events.draws[$0].law }
        meanSeverity = events.indices.map { row in
            guard laws[row] != nil, !drawn[row].isEmpty else { return nil }
            return drawn[row].reduce(0.0) { $0 + Double(Float(bitPattern: UInt32(bitPattern: $1))) } / Double(drawn[row].count)
        }
    }

    /// A whole number that orders as the float does.
    private static func order(_ value: Double) -> Int32 {
        let bits = Int32(bitPattern: Float(value == 0 ? 0 : value).bitPattern)
        return bits >= 0 ? bits : bits ^ Int32.max
    }
}

/// What an event does to the planned durations of the tasks that it touches, as a function of its severity.
private struct PlannedEffect {
    /// Effects that are the same, together.
    private struct Group {
        struct Key: Hashable {
            let weight: Float, factor: Float, delay: Int32
        }

        let key: Key
        /// The minutes of all its tasks, 1 at least for each, so that something happens to tasks of no length too; and how many they are.
        var minutes: Int64 = 0, count: Int64 = 0
    }

    private var groups: [Group] = []
    private let isExistence: Bool

    /// Those of some events, in one pass over all effects.
    static func all(of events: [Int], _ values: NetworkValues) -> [PlannedEffect] {
        let place = Dictionary(uniqueKeysWithValues: zip(events, events.indices))
        var groups = [[Group.Key: Group]](repeating: [:], count: events.count)
        for effect in values.risks.effects {
            guard let row = place[Int(effect.event)] else { continue }
            let weight = values.risks.events[Int(effect.event)].severity.isCertain ? 0 : effect.weight
            let key = Group.Key(weight: weight, factor: effect.factor, delay: effect.delay)
            groups[row][key, default: Group(key: key)].minutes += Int64(max(values.remaining[Int(effect.node)], 1))
            groups[row][key]!.count += 1
        }
        return events.indices.map { row in
            // In an order of their own: sums of floats are not the same in any other.
            let sorted = groups[row].values.sorted {
                ($0.key.weight, $0.key.factor, $0.key.delay) < ($1.key.weight, $1.key.factor, $1.key.delay)
            }
            return PlannedEffect(groups: sorted, isExistence: values.risks.events[events[row]].kind == .existence)
        }
    }

    /// Minutes more than planned in a replication.
    func minutes(happens: Bool, severity: Float) -> Double {
        guard happens != isExistence else { return 0 }
        return groups.reduce(0) { sum, group in
            if isExistence { return sum - Double(group.minutes) }
            let times = Double(EventSampler.power(severity, group.key.weight)) * Double(group.key.factor)
            return sum + Double(group.minutes) * (times - 1) + Double(Int64(group.key.delay) * group.count)
        }
    }
}
