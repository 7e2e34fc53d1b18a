/// A search for a short schedule: a population of orders that are crossed, moved a little, made into schedules and justified.
///
/// The first order follows urgency, the others are samples; of twice as many as fit the better half stays. From then on two parents, each the
/// better of two, have a child; its schedule is justified, and the order of its starts takes the place of the worst. Everything depends on
/// the seed and the number of schedules alone.
///
/// Source: after V. Valls, F. Ballestín and S. Quintanilla, "A hybrid genetic algorithm for the resource-constrained project scheduling
/// problem", EJOR 185 (2008); crossing at two random points did better here than crossing at peaks of the load.
public struct PopulationSearch {
    private let guide: SearchGuide
    private let budget: SearchBudget
    private let deadline: ContinuousClock.Instant?
    private var maker: OrderMaker
    private var sorter: StartSorter
    private var population: Population
    private var starts: [Int32]
    private var (bestStarts, bestScore): ([Int32], Int)
    private var made = 0

    /// Orders that are kept: one for 125 schedules, 40 for 5,000, within these limits, and fewer where the budget is tiny. Large budgets gain
    /// from variety, small ones have no time for it.
    private static let populations = 15...200

    /// Searches until the budget is used up or a schedule is as good as the lower bound.
    ///
    /// - Parameters:
    ///   - decoder: what makes schedules out of orders.
    ///   - seed: what all random choices depend on.
    ///   - budget: how many schedules, and seconds if wanted. At least one schedule is made, whatever the time.
    /// - Returns: the best schedule; of equal ones the first.
    public static func run<Decoder: ScheduleDecoder & ~Copyable>(
        _ decoder: inout Decoder, seed: UInt64, budget: SearchBudget = SearchBudget()
    ) -> SearchOutcome {
        var search = PopulationSearch(decoder.guide, seed, budget)
        if search.guide.count > 0 { search.run(&decoder) } else { search.bestScore = 0 }
        return SearchOutcome(
            starts: search.bestStarts, score: search.bestScore, schedules: search.made,
            isProvenBest: search.bestScore <= search.guide.lowerBound)
    }

    private init(_ guide: SearchGuide, _ seed: UInt64, _ budget: SearchBudget) {
        (self.guide, self.budget) = (guide, budget)
        deadline = budget.seconds.map { ContinuousClock.now + .seconds($0) }
        maker = OrderMaker(guide, seed: seed)
        maker.makeUrgent()
        // Any order without an activity before its predecessors serves to settle ties.
        sorter = StartSorter(topologicalOrder: maker.order)
        population = Population(activityCount: guide.count)
        starts = [Int32](repeating: 0, count: guide.count)
        (bestStarts, bestScore) = (starts, .max)
    }

    private mutating func run<Decoder: ScheduleDecoder & ~Copyable>(_ decoder: inout Decoder) {
        let cost = 1 + decoder.schedulesPerJustification
        let size = max(
            4,
            min(
                budget.schedules / (8 * cost),
                max(Self.populations.lowerBound, min(Self.populations.upperBound, budget.schedules / 125))))
        var tried = 0
        while !isOver, tried < 2 * size {
            if tried > 0 { maker.sample() }
            let score = evaluate(&decoder)
            let print = Population.print(of: starts)
            if tried < size {
                population.add(maker.order, score: score, print: print)
            } else {
                population.offer(maker.order, score: score, print: print)
            }
            tried += 1
        }
        while !isOver {
            let mother = population.better(&maker)
            var father = population.better(&maker)
            if father == mother { father = (father + 1 + maker.below(population.count - 1)) % population.count }
            maker.cross(mother: population[mother], father: population[father])
            maker.move()
            let score = evaluate(&decoder)
            population.offer(maker.order, score: score, print: Population.print(of: starts))
        }
    }

    private var isOver: Bool {
        if made > 0, let deadline, ContinuousClock.now >= deadline { return true }
        return made >= budget.schedules || bestScore <= guide.lowerBound
    }

    /// Makes the schedule of the maker's order, justifies it if the budget allows, and gives the maker the order of its starts.
    private mutating func evaluate<Decoder: ScheduleDecoder & ~Copyable>(_ decoder: inout Decoder) -> Int {
        var score = Self.decode(&decoder, maker.order, &starts)
        made += 1
        note(score)
        if !isOver, made + decoder.schedulesPerJustification <= budget.schedules {
            let justified = Self.justify(&decoder, &starts, score)
            score = justified.score
            made += justified.schedules
            note(score)
        }
        sorter.sort(starts, into: &maker.order)
        maker.repair(for: starts)
        return score
    }

    private mutating func note(_ score: Int) {
        guard score < bestScore else { return }
        bestScore = score
        bestStarts = starts
    }

    private static func decode<Decoder: ScheduleDecoder & ~Copyable>(
        _ decoder: inout Decoder, _ order: [Int32], _ starts: inout [Int32]
    ) -> Int {
        var span = starts.mutableSpan
        return decoder.decode(order.span, &span)
    }

    private static func justify<Decoder: ScheduleDecoder & ~Copyable>(
        _ decoder: inout Decoder, _ starts: inout [Int32], _ score: Int
    ) -> (score: Int, schedules: Int) {
        var span = starts.mutableSpan
        return decoder.justify(&span, score: score)
    }
}
