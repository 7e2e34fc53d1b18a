import PlanForecast
public import PlanModel
public import PlanNetwork
import PlanStatistics

/// Searches for the cheapest set of moves that brings a target to a wanted probability.
///
/// All sets share their random numbers, and a set gets more replications only while three standard errors leave open whether it reaches the
/// probability (successive elimination). First comes each move alone, those that can touch most of what decides the finish before the others;
/// then moves are added by what they bring for their cost until the probability is reached, and taken out again where they are not needed. Then
/// come all cheaper pairs, and those larger sets that promise most if moves did together what they do alone. What is cheapest in the end is run
/// again on fresh random numbers; where it falls short there, the search goes on without it.
///
/// Source: E. Even-Dar, S. Mannor and Y. Mansour, JMLR 7 (2006) on successive elimination; P. Glasserman and D. D. Yao, Management Science
/// 38 (1992) on common random numbers.
public struct LeverSearch {
    /// What ends a search, and who is told how it goes.
    public struct Watch: Sendable {
        /// The share of the time that is used up. From four fifths on no set is begun and what was found is confirmed; at 1 what runs is given
        /// up, but for a confirmation.
        public var timeUsed: @Sendable () -> Double
        /// Told often, from any thread; returning false stops everything.
        public var goesOn: @Sendable () -> Bool

        /// Nothing ends it, nobody is told.
        public init() { (timeUsed, goesOn) = ({ 0 }, { true }) }
    }

    /// No more sets than this are confirmed on fresh random numbers.
    static let mostConfirmations = 5
    /// Sets that are simulated side by side; no larger where threads are more, so that they change nothing.
    private static let batch = 8
    /// Sets of three moves and more that are tried, by their number of moves; and from how many the next larger ones are made.
    private static let mostLarger = 128, beam = 256

    var lab: LeverLab
    let watch: Watch
    var prediction = LeverPrediction(base: [])
    var seen: [MoveSet: LeverTrial] = [:]
    private(set) var trials: [LeverTrial] = []
    private(set) var refusals: [LeverRefusal] = []
    private var refused: Set<MoveSet> = []
    /// Sets that fell short on fresh random numbers.
    private var rejected: Set<MoveSet> = []
    private var confirmations: [LeverTrial] = []
    private(set) var isCutShort = false

    struct Stopped: Error {}

    private init(_ lab: LeverLab, _ watch: Watch) { (self.lab, self.watch) = (lab, watch) }

    /// Every fault of moves that cannot be made even alone.
    public static func check(_ list: MoveList, _ plan: Plan, _ network: Network) throws(ScenarioError) {
        var faults: [Fault] = []
        for move in list.moves {
            do throws(ScenarioError) {
                _ = try plan.applying(Scenario(name: move.name, edits: move.edits, file: list.file), compiled: network)
            } catch { faults += error.faults }
        }
        if !faults.isEmpty { throw ScenarioError(faults) }
    }

    /// Searches.
    ///
    /// - Parameters:
    ///   - plan: as it is; each move of the list can be made alone.
    ///   - network: the plan compiled.
    ///   - list: the moves that are allowed.
    ///   - goal: what is wanted.
    ///   - settings: how it is searched for.
    ///   - watch: what ends it.
    /// - Returns: `nil` where it was stopped.
    public static func run(
        _ plan: Plan, _ network: Network, _ list: MoveList, _ goal: LeverGoal, settings: LeverSettings, watch: Watch = Watch()
    ) -> LeverOutcome? {
        var search = LeverSearch(LeverLab(plan, network, list, goal, settings), watch)
        return try? search.outcome()
    }

    private mutating func outcome() throws(Stopped) -> LeverOutcome {
        for samples in lab.settings.looks { _ = try runBase(samples, lab.settings.seed) }
        let base = try runBase(lab.settings.samples, lab.settings.seed)
        prediction = LeverPrediction(base: lab.lateness(base))
        let reach = reach(base)
        let everything = try lookAtSingles(reach)
        _ = try look(at: [.none])
        if seen[.none]?.verdict != .reaches { try ascend() }
        repeat {
            try lookAtCheaper()
        } while try confirm() == .shallGoOn
        let (people, untriedTeams) = try PersonValue.all(lab, base, watch)
        let limit = confirmations.last?.cost ?? .infinity
        let pairs = sets(of: 2, below: limit) + sets(of: 1, below: limit)
        return LeverOutcome(
            list: lab.list, goal: lab.goal, settings: lab.settings, base: base,
            alone: lab.list.moves.indices.compactMap { seen[MoveSet([$0])] }, reach: reach,
            everything: everything.flatMap { seen[$0] }, trials: trials, refusals: refusals, confirmations: confirmations,
            untriedPairs: pairs.count { isNew($0) }, isCutShort: isCutShort, people: people,
            untriedTeams: untriedTeams)
    }

    private mutating func runBase(_ samples: Int, _ seed: UInt64) throws(Stopped) -> Forecast {
        guard let forecast = lab.runBase(samples: samples, seed: seed, progress: watch.goesOn) else { throw Stopped() }
        return forecast
    }

    private func reach(_ base: Forecast) -> [Double] {
        let reach = MoveReach(lab.plan, base, target: lab.goal.target)
        return lab.list.moves.indices.map { place in (try? lab.applied(MoveSet([place]))).map(reach.minutes) ?? 0 }
    }

    // MARK: looking at sets

    private func isNew(_ moves: MoveSet) -> Bool { seen[moves] == nil && !refused.contains(moves) }

    var isSpent: Bool { watch.timeUsed() >= 0.8 || trials.count >= lab.settings.mostTrials ?? Int.max }

    /// Simulates the sets that are new, in batches; ends early where the budget is spent or a test says that a set is not wanted any more.
    mutating func look(at sets: [MoveSet], while isWanted: (LeverSearch, MoveSet) -> Bool = { _, _ in true })
        throws(Stopped)
    {
        var rest = sets[...]
        while !rest.isEmpty {
            guard !isSpent else {
                isCutShort = true
                return
            }
            var batch: [MoveSet] = []
            let room = min(Self.batch, (lab.settings.mostTrials ?? Int.max) - trials.count)
            while batch.count < room, let next = rest.popFirst() {
                if isNew(next), !batch.contains(next), isWanted(self, next) { batch.append(next) }
            }
            try simulate(batch)
        }
    }

    private mutating func simulate(_ batch: [MoveSet]) throws(Stopped) {
        let (lab, watch) = (lab, watch)
        let threads = lab.settings.threads
        let seen = Parallel.map(count: batch.count, threads: threads) { place in
            lab.look(
                at: batch[place], looks: lab.settings.looks, seed: lab.settings.seed,
                threads: max(1, threads / batch.count)
            ) { watch.goesOn() && watch.timeUsed() < 1 }
        }
        for (moves, result) in zip(batch, seen) {
            switch result {
            case .trial(let trial):
                self.seen[moves] = trial
                trials.append(trial)
            case .refused(let refusal):
                refused.insert(moves)
                refusals.append(refusal)
            case .stopped:
                guard watch.goesOn() else { throw Stopped() }
                isCutShort = true
            }
        }
    }

    // MARK: the search

    /// Each move alone, and all that go together; says which those are.
    private mutating func lookAtSingles(_ reach: [Double]) throws(Stopped) -> MoveSet? {
        let places = lab.list.moves.indices.sorted { (reach[$1], $0) < (reach[$0], $1) }
        try look(at: places.map { MoveSet([$0]) })
        for place in places { if let trial = seen[MoveSet([place])] { prediction.learn(place, trial) } }
        // Of moves that exclude each other the one that does more goes first.
        var all = MoveSet.none
        for place in places.sorted(by: { prediction.outlook(MoveSet([$1])) < prediction.outlook(MoveSet([$0])) })
        where lab.isAllowed(all.with(place)) && (try? lab.applied(all.with(place))) != nil {
            all = all.with(place)
        }
        guard all.count > 1 else { return nil }
        try look(at: [all])
        return all
    }

    /// The cheapest set so far that reaches the probability and was not rejected.
    private var incumbent: LeverTrial? {
        trials.filter { $0.verdict == .reaches && !rejected.contains($0.moves) }.min {
            ($0.cost, $0.moves.count, -$0.onTime.value) < ($1.cost, $1.moves.count, -$1.onTime.value)
        }
    }

    /// All pairs that cost less than what was found, then larger sets by what they promise.
    private mutating func lookAtCheaper() throws(Stopped) {
        var sets = sets(of: 2, below: incumbent?.cost ?? .infinity)
        var size = 2
        while !sets.isEmpty, !isSpent {
            let ranked = sets.map { ($0, prediction.outlook($0)) }.sorted {
                $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.bits < $1.0.bits
            }.map(\.0)
            try look(at: size == 2 ? ranked : Array(ranked.prefix(Self.mostLarger))) { search, moves in
                search.lab.cost(moves) < search.incumbent?.cost ?? .infinity
            }
            let limit = incumbent?.cost ?? .infinity
            let larger = Set(
                ranked.prefix(Self.beam).flatMap { set in
                    lab.list.moves.indices.filter { !set.contains($0) }.map { set.with($0) }
                })
            sets = larger.filter { lab.isAllowed($0) && lab.cost($0) < limit }
            size += 1
        }
    }

    /// All sets of so many moves, one or two, that cost less than a limit.
    private func sets(of size: Int, below limit: Double) -> [MoveSet] {
        let places = lab.list.moves.indices
        let sets =
            size == 1 ? places.map { MoveSet([$0]) } : places.flatMap { first in (0..<first).map { MoveSet([first, $0]) } }
        return sets.filter { lab.isAllowed($0) && lab.cost($0) < limit }
    }

    private enum Confirmed { case isDone, shallGoOn }

    /// Runs the cheapest set on fresh random numbers; the search goes on where it falls short there.
    private mutating func confirm() throws(Stopped) -> Confirmed {
        guard let found = incumbent else { return .isDone }
        let settings = lab.settings
        let seed = settings.seed &+ UInt64(confirmations.count + 1)
        _ = try runBase(settings.samples, seed)
        let result = lab.look(
            at: found.moves, looks: [settings.samples], seed: seed, threads: settings.threads, progress: watch.goesOn)
        guard case .trial(let trial) = result else { throw Stopped() }
        confirmations.append(trial)
        if trial.verdict == .reaches { return .isDone }
        rejected.insert(found.moves)
        return confirmations.count < Self.mostConfirmations && !isSpent ? .shallGoOn : .isDone
    }
}
