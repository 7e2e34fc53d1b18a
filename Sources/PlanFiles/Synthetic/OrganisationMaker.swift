public import PlanModel

/// Makes a synthetic organisation of any size, with the structure and the kinds of flaws of a real one.
///
/// Initiatives, goals, projects and tasks with about 1.5 dependencies each, half a year of progress, people with managers and
/// teams, check-ins, risks, a baseline `approved`; and orphans, goals and projects without work, people without work, owners
/// who have left. Rows stand in random order. The same tasks, people and seed give the same plan on every machine.
public struct OrganisationMaker: Sendable {
    /// The largest number of tasks and of people.
    public static let largest = 20_000_000

    /// How many tasks the plan has.
    public let tasks: Int
    /// How many people it has.
    public let people: Int
    /// What every draw depends on.
    public let seed: UInt64

    /// A maker of one plan.
    ///
    /// - Parameters:
    ///   - tasks: 1 … `largest`.
    ///   - people: 1 … `largest`.
    ///   - seed: any number.
    public init(tasks: Int, people: Int, seed: UInt64) {
        precondition((1...Self.largest).contains(tasks) && (1...Self.largest).contains(people))
        (self.tasks, self.people, self.seed) = (tasks, people, seed)
    }

    /// The plan.
    ///
    /// - Complexity: O(tasks + people).
    public func plan() -> Plan {
        let organisation = Organisation(tasks: tasks, people: people, seed: seed)
        var plan = Plan(settings: SyntheticSettings.settings(name: "Synthetic organisation, seed \(seed)"))
        addPeople(organisation, to: &plan)
        addCascade(organisation, to: &plan)
        addWork(organisation, to: &plan)
        addRecords(organisation, to: &plan)
        return plan
    }

    private func addPeople(_ organisation: Organisation, to plan: inout Plan) {
        let maker = PeopleMaker(organisation)
        plan.teams = maker.teams()
        plan.people = maker.people()
        plan.responsibilities = maker.responsibilities()
    }

    private func addCascade(_ organisation: Organisation, to plan: inout Plan) {
        let maker = CascadeMaker(organisation)
        plan.initiatives = maker.initiatives()
        plan.goals = maker.goals()
        plan.projects = maker.projects()
        plan.links = LinkMaker(organisation).links()
    }

    private func addWork(_ organisation: Organisation, to plan: inout Plan) {
        plan.tasks = TaskMaker(organisation).tasks()
        plan.baselines = ["approved": BaselineMaker(organisation).baseline()]
        plan.dependencies = DependencyMaker(organisation).dependencies()
        plan.assignments = AssignmentMaker(organisation).assignments()
    }

    private func addRecords(_ organisation: Organisation, to plan: inout Plan) {
        plan.checkIns = CheckInMaker(organisation).checkIns()
        plan.history = HistoryMaker(organisation).history()
        let maker = RiskMaker(organisation)
        plan.risks = maker.risks()
        plan.impacts = maker.impacts()
    }
}
