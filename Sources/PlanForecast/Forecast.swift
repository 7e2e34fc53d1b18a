public import PlanNetwork
public import PlanSchedule
import PlanStatistics

/// When everything will be done, and how sure that is: a Monte Carlo simulation of a network.
///
/// Each replication draws the remaining duration of every unfinished task and runs the network. A draw depends on the seed, the task's
/// identity and the replication alone, so threads, block sizes, vector width and the order of rows change nothing.
///
/// Source: R. M. Van Slyke, "Monte Carlo methods and the PERT problem", Operations Research 11 (1963).
public struct Forecast: Sendable {
    /// What was simulated.
    public let network: Network
    /// How; `samples` are those that were run.
    public private(set) var settings: ForecastSettings
    /// How often each task decided the finish of which target.
    public let criticality: Criticality
    /// What risks and drivers put on the paths; `nil` where sensitivities were not asked for.
    public let events: EventContributions?
    /// Where paths meet and what that costs, in network order; empty where sensitivities were not asked for. Blocks are counted whole, so
    /// up to 63 replications more than `samples`.
    public let mergeBias: [MergeBias]
    /// How people were handed from task to task; `nil` where they were not, or were dispatched anew in each replication.
    public let chains: ResourceChains?
    /// What people did, and who waited for them; `nil` where they were not limited or kept the order of a levelled plan.
    public let people: PeopleOutcome?
    let finishes: FinishSamples

    /// Work that keeps people beyond the date on which they go: the nodes that do so in some replication, each with the number of those
    /// replications, in program order; and the number of replications in which any does. Only forecasts that keep the order of a levelled plan have
    /// such work: the order holds, the date cannot.
    public var heldBeyond: (nodes: [(node: Int32, count: Int)], count: Int) { finishes.heldBeyond }

    /// Simulates a network.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - settings: samples, seed, threads.
    /// - Complexity: O(samples × (tasks + relations)); the speed table in `Benchmarks` says what that costs.
    public init(of network: Network, settings: ForecastSettings = ForecastSettings()) {
        self.init(of: network, settings: settings) { _, _ in true }!
    }

    /// Simulates a network that may be given up on the way.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - settings: samples, seed, threads.
    ///   - progress: told (replications done, of how many) now and then, from any thread; returning false stops the simulation.
    /// - Returns: `nil` where it was stopped.
    public init?(of network: Network, settings: ForecastSettings, progress: @escaping @Sendable (Int, Int) -> Bool) {
        self.init(running: ForecastProgram(network, seed: settings.seed), settings: settings, progress: progress)
    }

    /// Runs a program that may be given up on the way.
    ///
    /// - Parameters:
    ///   - program: of any network.
    ///   - settings: samples and threads; the seed is the program's.
    ///   - progress: told (replications done, of how many) now and then, from any thread; returning false stops the simulation.
    /// - Returns: `nil` where it was stopped.
    /// - Precondition: the program was written for the settings' seed.
    public init?(
        running program: ForecastProgram, settings: ForecastSettings,
        progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) {
        precondition(program.seed == settings.seed, "a program draws with the seed that it was written for")
        let chosen = settings.criticalityTargets ?? Self.defaultCriticalityTargets(program.network)
        let explains = program.explains
        let simulation = Simulation(program: program, settings: settings, criticalityTargets: chosen, explains: explains)
        let network = program.network
        let isExactEnough = { (finishes: FinishSamples) in Self.isExactEnough(finishes, program, settings) }
        guard let result = simulation.run(isExactEnough: isExactEnough, progress) else { return nil }
        (self.network, self.settings, finishes) = (network, settings, result.finishes)
        (chains, people) = (program.chains, nil)
        self.settings.samples = finishes.samples
        let samples = finishes.samples
        criticality = Criticality(result.counters, targets: chosen, program: program, samples: samples)
        events =
            explains
            ? EventContributions(result.counters, targets: chosen, events: program.events.draws.count, samples: samples) : nil
        mergeBias = explains ? MergeBias.all(result.counters, program, replications: (samples + 63) / 64 * 64) : []
    }

    /// A forecast that was kept in a file, or made elsewhere.
    init(
        _ network: Network, _ settings: ForecastSettings, _ finishes: FinishSamples, _ criticality: Criticality,
        events: EventContributions?, mergeBias: [MergeBias], people: PeopleOutcome? = nil
    ) {
        (self.network, self.settings, self.finishes, self.criticality) = (network, settings, finishes, criticality)
        (self.events, self.mergeBias) = (events, mergeBias)
        (chains, self.people) = (nil, people)
    }

    /// Whether the precision that the settings name is reached by all targets that it is asked for.
    private static func isExactEnough(
        _ finishes: FinishSamples, _ program: ForecastProgram, _ settings: ForecastSettings
    ) -> Bool {
        guard let precision = settings.precision else { return true }
        let asked = settings.precisionTargets.map(Set.init)
        return program.outputTargets.allSatisfy { target in
            guard asked?.contains(Int(target)) ?? true else { return true }
            let forecast = TargetForecast(
                target: Int(target), positions: finishes.positions(of: Int(target))!, isStratified: settings.isStratified,
                axis: program.network.structure.calendars[Int(finishes.axis[Int(target)])], network: program.network)
            guard let error = PrecisionOutcome.standardError(forecast, precision) else { return true }
            switch precision {
            case .minutes(let most), .share(let most): return error <= most
            }
        }
    }

    static func defaultCriticalityTargets(_ network: Network) -> [Int] {
        let initiatives = Array(network.structure.targets.targets(.initiative))
        return initiatives.isEmpty ? [0] : initiatives
    }
}
