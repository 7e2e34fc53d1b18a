import PlanNetwork
import PlanStatistics

/// How the durations of the selected tasks go with the finishes of their targets, and how much they spread.
///
/// A matrix product of ranks, tasks × targets, in tiles of tasks that a thread each draws, ranks and multiplies; memory is that of a tile
/// a thread and of the ranks of a group of targets.
struct DurationCorrelations {
    /// Values of a tile of durations, and of a group of targets' ranks.
    private static let tileSize = 1 << 22, groupSize = 1 << 24

    /// By target in the order of the selections, then by task of the selection.
    private(set) var coefficients: [[Double]]
    /// The standard deviation of each duration, minutes, in the same order.
    private(set) var deviations: [[Double]]

    init(_ selections: [TaskSelection], _ forecast: Forecast, _ program: ForecastProgram) {
        coefficients = selections.map { Array(repeating: 0, count: $0.entries.count) }
        deviations = coefficients
        let atOnce = max(1, Self.groupSize / forecast.settings.samples)
        for first in stride(from: 0, to: selections.count, by: atOnce) {
            add(first..<min(first + atOnce, selections.count), selections, forecast, program)
        }
    }

    /// Adds the coefficients of a group of targets.
    private mutating func add(
        _ group: Range<Int>, _ selections: [TaskSelection], _ forecast: Forecast, _ program: ForecastProgram
    ) {
        let settings = forecast.settings
        let ranks = RankCorrelations(
            targets: group.flatMap { forecast.finishes.positions(of: selections[$0].target)! }, targetCount: group.count,
            sampleCount: settings.samples)
        // Tasks with windows need whole runs to be drawn, so they share tiles.
        let (windowed, others) = Self.nodes(selections[group], program)
        let nodes = windowed + others
        let most = min(Self.tileSize / settings.samples, (nodes.count + settings.threads - 1) / settings.threads)
        let size = max(1, most)
        let tiles = stride(from: 0, to: nodes.count, by: size).map { $0..<min($0 + size, nodes.count) }
        var single = settings
        single.threads = 1
        let found = Parallel.map(count: tiles.count, threads: settings.threads) { [single] tile in
            let tasks = nodes[tiles[tile]].map(Int.init)
            let durations = DurationSamples(of: tasks, in: program, settings: single)
            return (
                ranks.coefficients(of: durations.minutes, variableCount: tasks.count),
                tasks.indices.map { SampleSummary(of: Array(durations.row($0))).standardDeviation }
            )
        }
        let (values, spreads) = (found.flatMap(\.0), found.flatMap(\.1))
        let place = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
        for target in group {
            for (row, entry) in selections[target].entries.enumerated() {
                let node = place[entry.node]!
                coefficients[target][row] = values[node * group.count + target - group.lowerBound]
                deviations[target][row] = spreads[node]
            }
        }
    }

    /// The nodes of some selections, each once, those with windows apart.
    private static func nodes(_ selections: ArraySlice<TaskSelection>, _ program: ForecastProgram) -> ([Int32], [Int32]) {
        let nodes = Set(selections.flatMap { $0.entries.map(\.node) }).sorted()
        return (nodes.filter { program.events.hasWindow($0) }, nodes.filter { !program.events.hasWindow($0) })
    }
}
