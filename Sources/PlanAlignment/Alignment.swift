public import PlanModel
public import PlanNetwork

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
        groups = GroupedEffort(plan, carried)
        strategy = StrategyGap(plan, flow)
        let cascade = Cascade(plan, network, graph, effort)
        sight = LinesOfSight(cascade, network, capacity)
        coverage = AlignmentCoverage(cascade, flow, carried, sight, capacity, network)
        gaps = AlignmentGaps(cascade, flow, network, capacity)
        ownership = Ownership(cascade, flow, carried, groups, capacity, settings)
        load = WorkLoad(cascade, carried, network, capacity, settings)
    }
}

extension Alignment {
    /// The employees of the data date who have no line of sight, rows.
    public func blindPeople(of plan: Plan) -> [Int] {
        let presence = Presence(plan)
        return plan.people.rows.filter { presence.isHere($0) && sight.ofPerson[$0] != .clear }
    }
}
