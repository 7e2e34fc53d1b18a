public import PlanModel
public import PlanNetwork
public import PlanSchedule

/// Why finishes have moved from a baseline, with names: what `headway slip` shows.
///
/// The plan stands first, then targets by kind and id, then tasks by id, each in natural order.
public struct SlipReport: Sendable {
    /// What is told of one target or task.
    struct Section: Sendable {
        /// The target or task.
        let end: PathEnd
        /// Whether the baseline has it at all.
        let isInBaseline: Bool
        /// When it was to finish; `nil` where the baseline does not say.
        let baselineFinish: LocalDateTime?
        /// When it finishes; `nil` where no task serves it.
        let currentFinish: LocalDateTime?
        /// Whether that has come.
        let isFinished: Bool
        /// How far it has moved; `nil` where one of the two is.
        let slip: DateSlip?
        /// What a working day is: the plan's, of a task that of its own calendar.
        let units: WorkUnits
        /// What explains the slip, in the order of the path; the minutes add up to it.
        let lines: [SlipLine]

        /// How much later it finishes, working minutes.
        var minutes: Int? { slip.map { Int($0.working) } }
    }

    let plan: Plan
    let names: EndNames
    let notes: BaselineNotes
    /// How the slips came about; `nil` where that was not asked for.
    let weeks: SlipWeeks?
    let sections: [Section]

    /// The report of a plan against a baseline.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of the plan's network.
    ///   - analysis: of both.
    ///   - baseline: what the analysis holds them against.
    ///   - ends: what to explain, in any order; each once. Empty for every initiative, or the plan where it has none.
    ///   - history: of the same ends; `nil` for none.
    /// - Complexity: that of the ledgers.
    public init(
        of plan: Plan, _ schedule: Schedule, _ analysis: SlipAnalysis, baseline: SlipBaseline, ends: [PathEnd],
        history: SlipHistory? = nil
    ) {
        self.plan = plan
        let names = EndNames(plan, schedule.network)
        let targets = TargetSchedule(of: schedule)
        let asked = ends.isEmpty ? names.initiatives : names.ordered(ends)
        let naming = SlipNaming(plan, schedule, analysis.slippage, baseline)
        let ledgers = Dictionary(uniqueKeysWithValues: analysis.ledgers(of: asked).map { ($0.end, $0) })
        sections = asked.map { end in
            let ledger = ledgers[end]
            let (entry, finish) = (Self.entry(end, analysis.slippage, names), targets.finish(of: end))
            return Section(
                end: end, isInBaseline: entry != nil, baselineFinish: entry?.baselineFinish,
                currentFinish: entry?.currentFinish ?? (finish < 0 ? nil : schedule.date(finish)),
                isFinished: targets.lastNode(of: end).map(schedule.isCompleted) ?? false,
                slip: ledger == nil ? nil : entry?.finish, units: Self.units(end, plan, schedule.network),
                lines: ledger?.lines.map(naming.line) ?? [])
        }
        weeks = history.map { SlipWeeks($0, line: naming.line) }
        notes = BaselineNotes(plan, analysis.slippage, baseline, startsAssumed: analysis.startsAssumed)
        self.names = names
    }

    private static func entry(_ end: PathEnd, _ slippage: Slippage, _ names: EndNames) -> Slippage.Entry? {
        switch end {
        case .target(let target): slippage.targets[target]
        case .task: names.taskRow(end).flatMap { slippage.tasks[$0] }
        }
    }

    private static func units(_ end: PathEnd, _ plan: Plan, _ network: Network) -> WorkUnits {
        if case .task(let node) = end { SlipNaming.units(ofNode: node, plan, network) } else { plan.settings.units }
    }

    /// What a report explains that is asked for nothing: every initiative, or the plan where it has none.
    public static func defaultEnds(of plan: Plan, _ network: Network) -> [PathEnd] { EndNames(plan, network).initiatives }

    /// Every initiative, goal and project of a plan.
    public static func allTargets(of network: Network) -> [PathEnd] {
        (0..<network.structure.targets.count).filter { network.structure.targets.kind($0) != .plan }.map(PathEnd.target)
    }
}
