import PlanModel
import PlanNetwork

/// When tasks were to start and finish by a baseline.
struct BaselineDates {
    /// Two dates, each of which may be missing.
    struct Span: Equatable {
        var start: LocalDateTime?, finish: LocalDateTime?

        /// Takes in another one: the earlier start, the later finish.
        mutating func include(_ other: Span) {
            if let begin = other.start { start = start.map { min($0, begin) } ?? begin }
            if let end = other.finish { finish = finish.map { max($0, end) } ?? end }
        }

        /// The span of the tasks that serve each target, through the tree and through links.
        static func ofTargets(_ network: Network, _ span: (Int) -> Span) -> [Span] {
            let tree = network.structure.targets
            var result = [Span](repeating: Span(), count: tree.count)
            for target in tree.order.map(Int.init) {
                for place in tree.members[target] { result[target].include(span(Int(tree.members.items[place]))) }
                for place in tree.children[target] { result[target].include(result[Int(tree.children.items[place])]) }
            }
            return result
        }
    }

    /// By task row; `nil` where the baseline has no date of it. The first row of a task counts.
    let spans: [Span?]
    /// Working minutes of each task, by row; `nil` where the baseline does not say.
    let durations: [Int32?]
    /// The earliest date, and the latest finish.
    let first: LocalDateTime?, lastFinish: LocalDateTime?

    init(_ plan: Plan, _ baseline: Table<BaselineColumn>) {
        var spans = [Span?](repeating: nil, count: plan.tasks.count)
        var durations = [Int32?](repeating: nil, count: plan.tasks.count)
        for row in baseline.rows {
            guard let task = baseline.reference(.task, row), spans[task] == nil else { continue }
            let span = Span(start: baseline.date(.start, row), finish: baseline.date(.finish, row))
            if span == Span() { continue }
            (spans[task], durations[task]) = (span, baseline.integer(.duration, row).map { Int32($0) })
        }
        (self.spans, self.durations) = (spans, durations)
        var all = Span()
        for case let span? in spans {
            all.include(span)
            // A finish may stand without a start.
            if let end = span.finish { all.include(Span(start: end)) }
        }
        (first, lastFinish) = (all.start, all.finish)
    }

    /// When a task was to finish; `nil` where the baseline does not say.
    func finish(_ task: Int) -> LocalDateTime? { spans[task]?.finish }
}
