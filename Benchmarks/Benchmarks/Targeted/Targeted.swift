import Benchmark
import Headway

/// One inner loop each, at 100,000 tasks: the clones of the kernel, criticality for few and for many targets, the passes.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(5))
    let network = try! Network(compiling: OrganisationMaker(tasks: 100_000, people: 10_000, seed: 1).plan())
    let program = ForecastProgram(network, seed: 1)

    for kernel in ForecastSettings.Kernel.available {
        Benchmark("forward 100k x 256, \(kernel), no criticality") { _ in
            blackHole(Forecast(running: program, settings: .init(samples: 256, kernel: kernel, criticalityTargets: [])))
        }
    }
    Benchmark("forward and criticality of the plan 100k x 256") { _ in
        blackHole(Forecast(running: program, settings: .init(samples: 256, criticalityTargets: [0])))
    }
    Benchmark("forward and criticality of all initiatives 100k x 256") { _ in
        blackHole(Forecast(running: program, settings: .init(samples: 256)))
    }
    Benchmark("schedule 100k") { _ in blackHole(Schedule(of: network)) }
    Benchmark("targets 100k") { benchmark in
        let schedule = Schedule(of: network)
        benchmark.startMeasurement()
        blackHole(TargetSchedule(of: schedule))
    }
}
