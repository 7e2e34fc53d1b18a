import Foundation
import Headway

/// What the flow of effort takes, for `align.py`: lines of `seconds`, `bytes` and `minutes`, a name and a value.
///
/// usage: AlignTimings PLAN [RUNS=5]
@main struct AlignTimings {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            FileHandle.standardError.write(Data("usage: AlignTimings PLAN [RUNS=5]\n".utf8))
            exit(2)
        }
        let runs = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
        let plan = try Plan(contentsOf: arguments[1])
        let network = try Network(compiling: plan)
        let before = residentBytes()
        let start = processorSeconds()
        let whole = try Alignment(of: plan, network)
        print("seconds\twhole\t\(processorSeconds() - start)")
        print("bytes\ttask\t\(Double(residentBytes() - before) / Double(max(plan.tasks.count, 1)))")
        withExtendedLifetime(whole) {}
        let capacity = CapacityModel(of: plan, network)
        let effort = try RemainingEffort(of: plan, network, capacity)
        var seconds: [[Double]] = [[], []]
        var flow: EffortFlow?
        for _ in 0..<runs {
            let start = processorSeconds()
            let graph = ContributionGraph(of: plan, network)
            let result = EffortFlow(effort, graph, projects: plan.tasks.integers(.project))
            let middle = processorSeconds()
            let carried = CarriedEffort(effort, result, graph, network, capacity)
            let end = processorSeconds()
            precondition(carried.byCarrier.count > 0)
            seconds[0].append(middle - start)
            seconds[1].append(end - start)
            flow = result
        }
        print("seconds\tflow\t\(median(seconds[0]))")
        print("seconds\tcarriers\t\(median(seconds[1]))")
        for row in plan.initiatives.rows { print("minutes\t\(plan.initiatives.text(.id, row))\t\(flow!.ofInitiative[row])") }
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    /// Memory in use, bytes; more than was in use at once, as what was freed is kept.
    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return Int(text.split(separator: " ").dropFirst().first ?? "0")! * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Processor time of all threads so far.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
