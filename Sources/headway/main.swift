import Headway
import PlanStatistics
import Glibc
func now() -> Double { var t = timespec(); unsafe clock_gettime(CLOCK_MONOTONIC, &t); return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9 }
let path = CommandLine.arguments[1]
let samples = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2])! : 2000
let threads = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3])! : 2
nonisolated(unsafe) var t0 = now()
func lap(_ s: String) { let t = now(); unsafe print(s, Int((t - t0) * 1e6), "us"); unsafe t0 = now() }
do {
    let plan = try Plan(contentsOf: path, threads: threads); lap("load")
    print(plan.tasks.count, plan.dependencies.count, plan.inputHash, plan.findings.count)
    unsafe t0 = now()
    let network = try Network(compiling: plan); lap("compile")
    for _ in 0..<3 { _ = Schedule(of: network); lap("schedule") }
    let schedule = Schedule(of: network)
    let targets = TargetSchedule(of: schedule); lap("targets")
    print(network.date(of: schedule.finish), network.findings.count)
    unsafe t0 = now()
    for k in ForecastSettings.Kernel.available {
    let forecast = Forecast(of: network, settings: .init(samples: samples, threads: threads, kernel: k)); let t = now(); lap("forecast \(k)")
    _ = t
    for i in network.structure.targets.targets(.initiative).prefix(8) {
        if let f = forecast.target(i) { print(plan.initiatives[i - 1].id, network.date(of: targets.finish[i]), network.date(of: f.percentile(10)), network.date(of: f.percentile(50)), network.date(of: f.percentile(80)), network.date(of: f.percentile(90)), f.onTime?.value ?? -1, f.standardError(50)) }
    }
    print(forecast.criticality.nodes.count)
    unsafe t0 = now()
    }
} catch let error as LoadError { for f in error.faults { print("error:", f) } }
catch let error as CompileError { for f in error.faults { print("error:", f) } }
