import Headway

#if canImport(Glibc)
    import Glibc
#endif

/// Times single changes of durations in an organisation of some size, and compares with full passes on the way:
/// `Incremental [TASKS=1000000] [CHANGES=100000] [SEED=1]`, or a plan folder instead of a size.
@main struct Incremental {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let count = arguments.count > 1 ? Int(arguments[1])! : 100_000
        var random = SplitMix(state: arguments.count > 2 ? UInt64(arguments[2])! : 1)
        let size = arguments.first.map(Int.init) ?? 1_000_000
        let plan =
            try size.map { OrganisationMaker(tasks: $0, people: $0 / 10, seed: 1).plan() } ?? Plan(contentsOf: arguments[0])
        let network = try Network(compiling: plan, threads: 2)
        var pass = IncrementalPass(of: network)
        let open = (0..<network.structure.nodeCount).filter {
            network.structure.taskOfNode[$0] >= 0 && network.values.progress(of: $0) != .completed
        }
        print("\(plan.tasks.count) tasks, \(open.count) open, \(network.isPlain ? "plain" : "not plain")")
        var (times, reached): ([Double], [Int]) = ([], [])
        // A date that comes out wrong stays wrong until its node is reached again: comparing now and then finds it.
        let step = max(count / 200, 1)
        for number in 0..<count {
            let node = open[Int(random.next() % UInt64(open.count))]
            let minutes = Int32(random.next() % 9600)
            let start = seconds()
            pass.setRemaining(minutes, of: node)
            pass.update()
            times.append((seconds() - start) * 1e6)
            reached.append(pass.changed.count)
            guard number % step == 0 || number == count - 1 else { continue }
            guard pass.earlyFinish == Schedule(of: pass.network).earlyFinish else {
                print("DIFFERENT from a full pass after \(number + 1) changes")
                exit(1)
            }
        }
        times.sort()
        reached.sort()
        let mean = times.reduce(0, +) / Double(count)
        print(
            "a change: median \(rounded(times[count / 2])) µs, mean \(rounded(mean)), 99 % \(rounded(times[count * 99 / 100])), most \(rounded(times[count - 1]))"
        )
        print(
            "finishes that it moves: median \(reached[count / 2]), mean \(reached.reduce(0, +) / count), most \(reached[count - 1])"
        )
        var full: [Double] = []
        for _ in 0..<5 {
            let start = seconds()
            _ = Schedule(of: network)
            full.append((seconds() - start) * 1e6)
        }
        print("equal to full passes \(count / step) times; a full pass with floats: median \(rounded(full.sorted()[2])) µs")
    }

    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
