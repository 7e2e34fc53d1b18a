import Headway

#if canImport(Glibc)
    import Glibc
#endif

/// Searches for short schedules of instances of the literature and prints a line a set, tab-separated: set, instances, mean gap to the best
/// known makespan and mean deviation from the critical path's length (%), how many equal the best known, million placements a second of
/// processor time in the search, seconds. `rcpsp.sh` finds the instances and lays the table out.
///
/// `Rcpsp SCHEDULES SEED < list`, a line of the list being `SET FILE CRITICAL-PATH BEST`, sets together. Best 0: not known.
@main struct Rcpsp {
    struct Totals {
        let name: String
        var (instances, known, equal, placements) = (0, 0, 0, 0)
        var (gap, deviation, seconds) = (0.0, 0.0, 0.0)

        init(name: String = "") { self.name = name }
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let schedules = Int(arguments[1]), let seed = UInt64(arguments[2]), schedules > 0 else {
            return print("usage: Rcpsp SCHEDULES SEED < LIST")
        }
        var totals = Totals()
        while let line = readLine() {
            let words = line.split(separator: "\t").map { String($0) }
            guard words.count == 4, let path = Int(words[2]), let best = Int(words[3]) else { continue }
            if words[0] != totals.name {
                report(totals)
                totals = Totals(name: words[0])
            }
            try run(words[1], path, best, .init(schedules: schedules), seed, &totals)
        }
        report(totals)
    }

    static func run(_ file: String, _ path: Int, _ best: Int, _ budget: SearchBudget, _ seed: UInt64, _ totals: inout Totals)
        throws
    {
        let problem = try ActivityProblem(research: Plan(contentsOf: file))
        guard path == 0 || Int(problem.criticalPathLength) == path else {
            print("\(file): critical path \(problem.criticalPathLength), expected \(path)")
            exit(1)
        }
        let start = seconds()
        var decoder = ActivityDecoder(problem)
        let outcome = PopulationSearch.run(&decoder, seed: seed, budget: budget)
        totals.seconds += seconds() - start
        totals.instances += 1
        totals.placements += decoder.placements
        totals.deviation += Double(outcome.score) / Double(max(problem.criticalPathLength, 1)) - 1
        guard best > 0 else { return }
        totals.known += 1
        totals.gap += Double(outcome.score) / Double(best) - 1
        if outcome.score <= best { totals.equal += 1 }
    }

    static func report(_ totals: Totals) {
        guard totals.instances > 0 else { return }
        let gap = totals.known > 0 ? rounded(100 * totals.gap / Double(totals.known), 2) : "-"
        let fields = [
            totals.name, "\(totals.instances)", gap, rounded(100 * totals.deviation / Double(totals.instances), 2),
            totals.known > 0 ? "\(totals.equal)" : "-", rounded(Double(totals.placements) / totals.seconds / 1e6, 1),
            rounded(totals.seconds, 1),
        ]
        print(fields.joined(separator: "\t"))
    }

    static func rounded(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        return "\((value * scale).rounded() / scale)"
    }

    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

extension ActivityProblem {
    /// The problem of a plan that a file of scheduling research has become: a day is a unit, relations are from finish to start.
    init(research plan: Plan) throws {
        let day: Int32 = 1440
        let durations = (plan.tasks.integers(.duration) ?? []).map { $0 / day }
        let ends = zip(plan.dependencies.integers(.predecessor) ?? [], plan.dependencies.integers(.successor) ?? [])
        let arcs = ends.map { from, to in
            let predecessor = ElementReference(raw: from).row
            return ActivityArc(
                predecessor: Int32(predecessor), successor: Int32(ElementReference(raw: to).row), weight: durations[predecessor]
            )
        }
        let dates = plan.tasks.integers(.constraintDate) ?? durations.map { _ in Cell.absent }
        let (tasks, teams) = (plan.assignments.integers(.task) ?? [], plan.assignments.integers(.team) ?? [])
        let units = plan.assignments.numbers(.units) ?? []
        try self.init(
            durations: durations, arcs: arcs,
            releases: dates.map { $0 == Cell.absent ? 0 : ($0 - plan.settings.epoch.minutes) / day },
            resources: (plan.teams.numbers(.capacity) ?? []).map { ActivityResource(capacity: Int32($0)) },
            demands: tasks.indices.map { ActivityDemand(activity: tasks[$0], resource: teams[$0], units: Int32(units[$0])) })
    }
}
