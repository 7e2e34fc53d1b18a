import Headway

#if canImport(Glibc)
    import Glibc
#endif

/// Times Headway on a plan folder and prints one line a measurement: `name value unit`, the median of several runs, processor time of
/// all threads beside it. `peers.sh` sets it beside what other tools need for the same graph.
@main struct PeerTimings {
    static func main() throws {
        guard CommandLine.arguments.count >= 4, let samples = Int(CommandLine.arguments[2]),
            let runs = Int(CommandLine.arguments[3])
        else { return print("usage: PeerTimings PLAN SAMPLES RUNS") }
        let folder = CommandLine.arguments[1]
        for threads in [1, 2] {
            try measure("load+compile th\(threads)", runs) {
                _ = try Network(compiling: Plan(contentsOf: folder, threads: threads), threads: threads)
            }
        }
        let plan = try Plan(contentsOf: folder, threads: 2)
        let network = try Network(compiling: plan, threads: 2)
        measure("forward+backward pass", runs) { _ = Schedule(of: network) }
        measure("write program", runs) { _ = ForecastProgram(network, seed: 1) }
        let program = ForecastProgram(network, seed: 1)
        let perSample = 1e6 / (Double(plan.tasks.count) * Double(samples))
        for threads in [1, 2] {
            for (name, targets) in [("fwd", [Int]()), ("fwd+crit plan", [0])] {
                measure("forecast th\(threads) \(name)", runs, unit: ("ns/task/sample", perSample)) {
                    _ = Forecast(
                        running: program, settings: .init(samples: samples, threads: threads, criticalityTargets: targets))
                }
            }
            measure("forecast th\(threads) fwd+crit all initiatives", runs, unit: ("ns/task/sample", perSample)) {
                _ = Forecast(running: program, settings: .init(samples: samples, threads: threads))
            }
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("peak memory\t\(usage.ru_maxrss * 1024 / plan.tasks.count)\tbytes/task")
    }

    /// Runs `body` a few times and prints the medians of wall and processor time.
    static func measure(_ name: String, _ runs: Int, unit: (String, Double) = ("ms", 1), _ body: () throws -> Void) rethrows {
        var (wall, cpu): ([Double], [Double]) = ([], [])
        for _ in 0..<runs {
            let start = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
            try body()
            wall.append((seconds(CLOCK_MONOTONIC) - start.0) * 1e3)
            cpu.append((seconds(CLOCK_PROCESS_CPUTIME_ID) - start.1) * 1e3)
        }
        print("\(name)\t\(rounded(wall.sorted()[runs / 2] * unit.1))\t\(rounded(cpu.sorted()[runs / 2] * unit.1))\t\(unit.0)")
    }

    static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
