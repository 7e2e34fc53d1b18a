import PlanFiles
import PlanModel
import PlanNetwork
import TestSupport
import Testing

@testable import PlanAlignment

/// Minutes add up, to the minute, however they are summed.
struct ConservationTests {
    static func check(_ plan: Plan, _ name: String) throws {
        let network = try Network(compiling: plan)
        let alignment = try Alignment(of: plan, network)
        let flow = alignment.flow
        let sums = [flow.unaligned] + flow.ofInitiative
        #expect(sums.reduce(0, +) == flow.total, "\(name)")
        #expect(alignment.effort.ofTask.reduce(0, +) == flow.total, "\(name)")
        let (carried, groups) = (alignment.carried.byCarrier, alignment.groups)
        for effort in [carried, groups.teams, groups.units] {
            #expect(effort.sums(purposeCount: sums.count) == sums, "\(name)")
        }
        #expect(alignment.gaps.orphans.reduce(0) { $0 + $1.minutes } == flow.unaligned, "\(name)")
        // The lines of those at the top, people without anybody above or below, teams and nobody.
        let places = Dictionary(uniqueKeysWithValues: groups.managers.enumerated().map { (Int($1), $0) })
        var minutes = (plan.people.count..<carried.count).reduce(Int64(0)) { $0 + carried.total($1) }
        for person in plan.people.rows where plan.people.reference(.manager, person) == nil {
            minutes += places[person].map(groups.lines.total) ?? carried.total(person)
        }
        #expect(minutes == flow.total, "\(name)")
    }

    @Test func randomPlans() throws {
        for seed in 0..<150 { try Self.check(try RandomCascade.make(seed: UInt64(seed)).plan(), "seed \(seed)") }
    }

    @Test(arguments: ["hospital", "textbook"])
    func datasets(name: String) throws { try Self.check(try Plan(contentsOf: TestFolders.datasets + "/" + name), name) }

    @Test(.enabled(if: TestFolders.hasReference)) func realPlans() throws {
        let folder = try #require(TestFolders.reference) + "/dslib"
        let codes = try TestFolders.names(in: folder)
        var count = 0
        for code in codes {
            // Those that are refused have faults of their own, which other tests name.
            guard let plan = try? Plan(contentsOf: "\(folder)/\(code)"), (try? Network(compiling: plan)) != nil else {
                continue
            }
            try Self.check(plan, code)
            count += 1
        }
        print("dslib: effort adds up in \(count) of \(codes.count) plans")
        #expect(count >= 116)
    }

    /// Against the definition in fractions: what an initiative keeps lies no more than a minute a split away, a carrier's part no more than two. Rounding the
    /// effort of a task counts as a split.
    @Test func twin() throws {
        for seed in 0..<150 {
            let plan = try RandomCascade.make(seed: UInt64(seed)).plan()
            let network = try Network(compiling: plan)
            let (alignment, naive) = (try Alignment(of: plan, network), NaiveFlow(of: plan, network))
            let splits = Double(naive.splits + naive.ofTask.count)
            for row in plan.tasks.rows {
                let minutes = Double(alignment.effort.ofTask[row])
                #expect(abs(minutes - (naive.ofTask[plan.tasks.text(.id, row)] ?? 0)) <= 0.5 + 1e-3, "seed \(seed)")
            }
            for row in plan.initiatives.rows {
                let (minutes, id) = (Double(alignment.flow.ofInitiative[row]), plan.initiatives.text(.id, row))
                #expect(abs(minutes - (naive.ofInitiative[id] ?? 0)) <= splits, "seed \(seed) \(id)")
            }
            let carried = alignment.carried.byCarrier
            let names =
                plan.people.rows.map { plan.people.text(.id, $0) } + plan.teams.rows.map { plan.teams.text(.id, $0) } + [""]
            for (carrier, name) in names.enumerated() {
                for purpose in 0...plan.initiatives.count {
                    let id = purpose == 0 ? "" : plan.initiatives.text(.id, purpose - 1)
                    let (minutes, share) = (Double(carried.minutes(carrier, for: purpose)), naive.byCarrier[name]?[id] ?? 0)
                    #expect(abs(minutes - share) <= 2 * splits, "seed \(seed) \(name) \(id)")
                }
            }
        }
    }

    /// The order of rows changes nothing, nor does the number of threads that read.
    @Test func orderOfRows() throws {
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed) + 1000)
            let texts = RandomCascade.make(seed: UInt64(seed))
            let (one, other) = (try Named(texts.plan()), try Named(texts.shuffled(using: &random).plan(threads: 3)))
            #expect(one == other, "seed \(seed)")
        }
    }

    /// What alignment says, by name.
    private struct Named: Equatable {
        var minutes: [String: Int64] = [:]
        var mismatch: Double?
        var coverage: AlignmentCoverage

        init(_ plan: Plan) throws {
            let alignment = try Alignment(of: plan, try Network(compiling: plan))
            (mismatch, coverage) = (alignment.strategy.mismatch, alignment.coverage)
            for row in plan.tasks.rows { minutes["task " + plan.tasks.text(.id, row)] = alignment.effort.ofTask[row] }
            let purposes = ["-"] + plan.initiatives.rows.map { plan.initiatives.text(.id, $0) }
            func add(_ effort: SparseEffort, _ row: Int, _ name: String) {
                for place in effort[row] {
                    minutes[name + " for " + purposes[Int(effort.purposes[place])]] = effort.minutes[place]
                }
            }
            for row in plan.people.rows { add(alignment.carried.byCarrier, row, plan.people.text(.id, row)) }
            for (place, unit) in alignment.groups.unitNames.enumerated() { add(alignment.groups.units, place, "unit " + unit) }
            for (place, manager) in alignment.groups.managers.enumerated() {
                add(alignment.groups.lines, place, "line of " + plan.people.text(.id, Int(manager)))
            }
            for entry in alignment.load.people {
                minutes["capacity " + plan.people.text(.id, Int(entry.person))] = entry.capacity
            }
        }
    }
}
