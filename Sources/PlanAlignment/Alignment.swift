public import PlanModel
public import PlanNetwork
import PlanStatistics

/// Whether the work and the people of a plan serve its initiatives: effort that flows up the cascade, coverage, gaps, who carries what.
///
/// All is about what is left: finished and cancelled tasks count for nothing but the question whether a project has tasks at all. Minutes are
/// whole and add up exactly wherever they are summed; nothing depends on the order of rows.
public struct Alignment: Sendable {
    /// Who serves whom with what share.
    public let graph: ContributionGraph
    /// What is left to do.
    public let effort: RemainingEffort
    /// That effort as it flows up.
    public let flow: EffortFlow
    /// The flow by person and team.
    public let carried: CarriedEffort
    /// The same by team, unit and manager's line.
    public let groups: GroupedEffort
    /// Effort beside weight.
    public let strategy: StrategyGap
    /// Who sees what their work serves.
    public let sight: LinesOfSight
    /// How far each step of the cascade is complete.
    public let coverage: AlignmentCoverage
    /// Where it is broken.
    public let gaps: AlignmentGaps
    /// Who answers for what.
    public let ownership: Ownership
    /// Who carries how much.
    public let load: WorkLoad
    /// What it was compared with.
    public let settings: AlignmentSettings

    /// What one of two threads finds.
    private enum Half: Sendable {
        case carriers(GroupedEffort, WorkLoad)
        case cascade(LinesOfSight, AlignmentCoverage, AlignmentGaps)
    }

    /// The alignment of a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - settings: what to compare with.
    /// - Throws: `CompileError` where more than 2⁵³ minutes of work are left.
    /// - Complexity: O(elements + links + tasks + assignments), and for the lines of managers O(people × depth).
    public init(of plan: Plan, _ network: Network, _ settings: AlignmentSettings = AlignmentSettings()) throws(CompileError) {
        let capacity = CapacityModel(of: plan, network)
        (graph, self.settings) = (ContributionGraph(of: plan, network), settings)
        effort = try RemainingEffort(of: plan, network, capacity)
        flow = EffortFlow(effort, graph, projects: plan.tasks.integers(.project))
        carried = CarriedEffort(effort, flow, graph, network, capacity)
        strategy = StrategyGap(plan, flow)
        let cascade = Cascade(plan, network, graph, effort)
        let (flow, carried) = (flow, carried)
        // Two halves of about the same length, which do not need each other.
        let halves = Parallel.map(count: 2, threads: settings.threads) { half -> Half in
            if half == 0 {
                return .carriers(GroupedEffort(plan, carried), WorkLoad(cascade, carried, network, capacity, settings))
            }
            let sight = LinesOfSight(cascade, network, capacity)
            return .cascade(
                sight, AlignmentCoverage(cascade, flow, carried, sight, capacity, network),
                AlignmentGaps(cascade, flow, network, capacity))
        }
        guard case .carriers(let groups, let load) = halves[0], case .cascade(let sight, let coverage, let gaps) = halves[1]
        else { preconditionFailure("each half gives its own") }
        (self.groups, self.load, self.sight, self.coverage, self.gaps) = (groups, load, sight, coverage, gaps)
        ownership = Ownership(cascade, flow, carried, groups, capacity, settings)
    }
}

extension Alignment {
    /// The employees of the data date who have no line of sight, rows.
    public func blindPeople(of plan: Plan) -> [Int] {
        let presence = Presence(plan)
        return plan.people.rows.filter { presence.isHere($0) && sight.ofPerson[$0] != .clear }
    }
}
