import Benchmark
import Foundation
import Headway

/// From files to forecast at 100,000 and 1,000,000 tasks: what a user waits for.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.cpuTotal, .wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(60), maxIterations: 5)
    for tasks in [100_000, 1_000_000] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headway-whole-run-\(tasks)").path
        if !FileManager.default.fileExists(atPath: folder) {
            try! OrganisationMaker(tasks: tasks, people: tasks / 10, seed: 1).plan().write(to: folder)
        }
        Benchmark("load and compile \(tasks)") { _ in blackHole(try Network(compiling: Plan(contentsOf: folder))) }
        Benchmark("load to forecast \(tasks) x 1024") { _ in
            let network = try Network(compiling: Plan(contentsOf: folder))
            blackHole(Schedule(of: network))
            blackHole(Forecast(of: network, settings: .init(samples: 1_024)))
        }
    }
}
