/// An organisation's plan as people write it: settings and columnar tables, checked for form and references, not for logic.
public struct Plan: Sendable {
    /// What `plan.yaml` says.
    public var settings: PlanSettings
    /// Key initiatives.
    public var initiatives = Table<InitiativeColumn>()
    /// Goals of initiatives.
    public var goals = Table<GoalColumn>()
    /// Projects of goals.
    public var projects = Table<ProjectColumn>()
    /// Headings of the outline over tasks.
    public var summaries = Table<SummaryColumn>()
    /// Tasks of projects.
    public var tasks = Table<TaskColumn>()
    /// Logical relations between tasks or projects.
    public var dependencies = Table<DependencyColumn>()
    /// Contributions beside the tree.
    public var links = Table<LinkColumn>()
    /// Employees.
    public var people = Table<PersonColumn>()
    /// Pools of people.
    public var teams = Table<TeamColumn>()
    /// Who works on what.
    public var assignments = Table<AssignmentColumn>()
    /// Standing duties.
    public var responsibilities = Table<ResponsibilityColumn>()
    /// Absences, and capacity that changes with time.
    public var availability = Table<AvailabilityColumn>()
    /// One-to-one meetings due or held.
    public var checkIns = Table<CheckInColumn>()
    /// Discrete risks and drivers.
    public var risks = Table<RiskColumn>()
    /// What risks touch.
    public var impacts = Table<ImpactColumn>()
    /// How severities go together.
    public var correlations = Table<CorrelationColumn>()
    /// Progress reports.
    public var history = Table<HistoryColumn>()
    /// Approved dates, by name.
    public var baselines: [String: Table<BaselineColumn>] = [:]
    /// Rows of tasks whose work a scenario took away: they pass logic on and serve no target. Files do not keep it.
    public var cancelledTasks = Set<Int>()
    /// What readers noticed: poor but usable.
    public var findings: [Finding] = []
    /// A digest of all that was read, the same for any order of rows; 16 hexadecimal digits.
    public var inputHash = ""

    /// A plan without rows.
    public init(settings: PlanSettings) { self.settings = settings }

    /// A table by name; `baselines` are several and have none.
    public subscript(name: TableName) -> RawTable {
        get {
            switch name {
            case .initiatives: initiatives.raw
            case .goals: goals.raw
            case .projects: projects.raw
            case .summaries: summaries.raw
            case .tasks: tasks.raw
            case .dependencies: dependencies.raw
            case .links: links.raw
            case .people: people.raw
            case .teams: teams.raw
            case .assignments: assignments.raw
            case .responsibilities: responsibilities.raw
            case .checkins: checkIns.raw
            case .availability: availability.raw
            case .risks: risks.raw
            case .impacts: impacts.raw
            case .correlations: correlations.raw
            case .history: history.raw
            case .baselines: preconditionFailure("baselines are several; name one")
            }
        }
        set {
            switch name {
            case .initiatives: initiatives.raw = newValue
            case .goals: goals.raw = newValue
            case .projects: projects.raw = newValue
            case .summaries: summaries.raw = newValue
            case .tasks: tasks.raw = newValue
            case .dependencies: dependencies.raw = newValue
            case .links: links.raw = newValue
            case .people: people.raw = newValue
            case .teams: teams.raw = newValue
            case .assignments: assignments.raw = newValue
            case .responsibilities: responsibilities.raw = newValue
            case .checkins: checkIns.raw = newValue
            case .availability: availability.raw = newValue
            case .risks: risks.raw = newValue
            case .impacts: impacts.raw = newValue
            case .correlations: correlations.raw = newValue
            case .history: history.raw = newValue
            case .baselines: preconditionFailure("baselines are several; name one")
            }
        }
    }
}
