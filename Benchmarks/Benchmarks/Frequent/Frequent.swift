import Benchmark
import Headway

/// What every change should be held against: 10,000 tasks, in milliseconds.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.cpuTotal, .wallClock, .peakMemoryResident], maxDuration: .seconds(3))
    let plan = OrganisationMaker(tasks: 10_000, people: 1_000, seed: 1).plan()
    let network = try! Network(compiling: plan)
    let program = ForecastProgram(network, seed: 1)

    Benchmark("compile 10k") { _ in blackHole(try Network(compiling: plan)) }
    Benchmark("schedule 10k") { _ in blackHole(Schedule(of: network)) }
    Benchmark("write program 10k") { _ in blackHole(ForecastProgram(network, seed: 1)) }
    Benchmark("forecast 10k x 1024") { _ in blackHole(Forecast(running: program, settings: .init(samples: 1_024))) }
}
