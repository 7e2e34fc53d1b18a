import PlanFiles
@testable import PlanForecast
import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Same seed, same bits: neither threads nor blocks nor kernels nor the order of rows change a result.
struct SameBitsTests {
    /// All finishes by replication and all criticality counts, by name.
    static func digest(_ plan: Plan, _ settings: ForecastSettings) throws -> String {
        let forecast = Forecast(of: try Network(compiling: plan), settings: settings)
        let structure = forecast.network.structure
        var digest = Digest()
        for (kind, ids) in [
            (TargetKind.initiative, plan.initiatives.raw), (.goal, plan.goals.raw), (.project, plan.projects.raw),
        ] {
            for name in (0..<ids.count).map(ids.identifier).sorted() {
                digest.add(name)
                digest.add(forecast.finishes.positions(of: structure.targets.target(kind, row: ids.row(of: name)!)) ?? [])
            }
        }
        digest.add(forecast.finishes.positions(of: 0) ?? [])
        let criticality = forecast.criticality
        var lines: [String] = []
        for node in criticality.nodes {
            let task = plan.tasks[Int(structure.taskOfNode[Int(node)])].id
            for entry in criticality.entries(of: Int(node)) {
                let target = Int(entry.target)
                let name = target == 0 ? "" : plan.initiatives.raw.identifier(structure.targets.row(target))
                lines.append("\(task) \(name) \(entry.count)")
            }
        }
        for line in lines.sorted() { digest.add(line) }
        return digest.hexadecimal
    }

    private func make(_ seed: UInt64) -> PlanBuilder {
        var make = RandomPlan()
        (make.taskCount, make.hasRanges, make.hasProjectRelations, make.hasProgress) = (60, true, true, seed % 2 == 0)
        make.hasRisks = true
        return make.make(seed: seed)
    }

    @Test(arguments: [1, 2] as [UInt64], [true, false])
    func threadsBlocksAndKernels(seed: UInt64, isStratified: Bool) throws {
        let plan = make(seed).plan()
        func settings(_ seed: UInt64, threads: Int = 1, blocks: Int = 1, kernel: ForecastSettings.Kernel = .best)
            -> ForecastSettings
        {
            ForecastSettings(
                samples: 1000, seed: seed, threads: threads, blocksAtATime: blocks, kernel: kernel, isStratified: isStratified)
        }
        let expected = try Self.digest(plan, settings(seed))
        for threads in [1, 2, 3, 8] {
            for blocks in [1, 2, 7] {
                let found = try Self.digest(plan, settings(seed, threads: threads, blocks: blocks))
                #expect(found == expected, "\(threads) threads, \(blocks) blocks")
            }
        }
        for kernel in ForecastSettings.Kernel.available {
            #expect(try Self.digest(plan, settings(seed, kernel: kernel)) == expected, "\(kernel)")
        }
        #expect(try Self.digest(plan, settings(seed + 1)) != expected)
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func theOrderOfRows(seed: UInt64) throws {
        let builder = make(seed)
        var random = SeededGenerator(seed: seed)
        let settings = ForecastSettings(samples: 200, seed: 7)
        #expect(try Self.digest(builder.shuffled(using: &random).plan(), settings) == Self.digest(builder.plan(), settings))
    }

    /// The first 100 of 1,000 replications are the 100 of 100: neither a replication nor a task knows of others.
    @Test func replicationsAreIndependent() throws {
        let network = try Network(compiling: make(1).plan())
        let (few, many) = (
            Forecast(of: network, settings: .init(samples: 100)), Forecast(of: network, settings: .init(samples: 1000))
        )
        #expect(few.finishes.positions(of: 0)! == Array(many.finishes.positions(of: 0)!.prefix(100)))
    }

    /// The same bits on every machine, in debug and release builds. Changes only with the dataset or on purpose, with a `[RESULTS]` line.
    @Test func hospital() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let digest = try Self.digest(plan, .init(samples: 500, seed: 1, threads: 2))
        #expect(digest == "ab691741a1ba95d7")
    }
}
