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
    /// By target, of another plan's own targets; `nil` where a target's dates are those of its tasks.
    let targets: [Span]?
    /// Rows of another plan's tasks that the plan does not have.
    let gone: [Int]
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
        (self.spans, self.durations, targets, gone) = (spans, durations, nil, [])
        (first, lastFinish) = Self.bounds(spans)
    }

    /// The dates of another plan, matched by ids.
    init(_ plan: Plan, _ network: Network, _ other: Plan, _ schedule: Schedule) {
        var gone = [Bool](repeating: true, count: other.tasks.count)
        let before = schedule.network
        let axes = SlipAxes(other, before, first: before.origin)
        let all = other.tasks.rows.map { row in
            axes.scheduled(Int(before.structure.nodeOfTask[row]), schedule)
        }
        spans = plan.tasks.rows.map { row in
            guard let match = other.tasks.row(of: plan.tasks.text(.id, row)) else { return nil }
            gone[match] = false
            return all[match]
        }
        durations = Array(repeating: nil, count: spans.count)
        let formerly = Span.ofTargets(before) { all[Int(before.structure.taskOfNode[$0])] }
        targets = (0..<network.structure.targets.count).map { target in
            Self.match(target, of: plan, network, in: other, before).map { formerly[$0] } ?? Span()
        }
        self.gone = gone.indices.filter { gone[$0] }
        (first, lastFinish) = Self.bounds(spans)
    }

    /// The target of the same kind and id in another plan.
    static func match(_ target: Int, of plan: Plan, _ network: Network, in other: Plan, _ otherNetwork: Network) -> Int? {
        let (tree, row) = (network.structure.targets, network.structure.targets.row(target))
        let match: Int?
        switch tree.kind(target) {
        case .plan: return 0
        case .initiative: match = other.initiatives.row(of: plan.initiatives.text(.id, row))
        case .goal: match = other.goals.row(of: plan.goals.text(.id, row))
        case .project: match = other.projects.row(of: plan.projects.text(.id, row))
        }
        return match.map { otherNetwork.structure.targets.target(tree.kind(target), row: $0) }
    }

    private static func bounds(_ spans: [Span?]) -> (first: LocalDateTime?, lastFinish: LocalDateTime?) {
        var all = Span()
        for case let span? in spans {
            all.include(span)
            // A finish may stand without a start.
            if let end = span.finish { all.include(Span(start: end)) }
        }
        return (all.start, all.finish)
    }

    /// When a task was to finish; `nil` where the baseline does not say.
    func finish(_ task: Int) -> LocalDateTime? { spans[task]?.finish }
}
