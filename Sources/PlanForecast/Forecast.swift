public import PlanNetwork
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
    /// How.
    public let settings: ForecastSettings
    /// How often each task decided the finish of which target.
    public let criticality: Criticality
    let finishes: FinishSamples

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
        let simulation = Simulation(program: program, settings: settings, criticalityTargets: chosen)
        guard let result = simulation.run(progress) else { return nil }
        (network, self.settings) = (program.network, settings)
        finishes = result.finishes
        criticality = Criticality(result.counters, targets: chosen, program: program, samples: settings.samples)
    }

    private static func defaultCriticalityTargets(_ network: Network) -> [Int] {
        let initiatives = Array(network.structure.targets.targets(.initiative))
        return initiatives.isEmpty ? [0] : initiatives
    }
}
