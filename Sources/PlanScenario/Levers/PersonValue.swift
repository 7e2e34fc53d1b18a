import PlanForecast
import PlanModel
import PlanNetwork

/// What one more person in a team would bring a target: a full-time newcomer from the data date on, who takes a part of the work of the team's
/// people.
public struct PersonValue: Sendable {
    /// No more teams than this are looked at, those that were waited for longest on the target's path first.
    static let mostTeams = 12
    static let mostSamples = 512

    /// The team, a row of `teams.csv`.
    public let team: Int
    /// Minutes a replication for which the target's path waited for the team or one of its people.
    public let criticalWait: Double
    /// What the newcomer changes, of at most 512 replications; `nil` where nobody can be added.
    public let change: TargetChange?
    /// Why nobody can be added; `nil` where somebody can.
    public let refusal: String?

    /// The values for the teams whose people the target's path waited for, the longest wait first, and how many such teams there was no room or
    /// no time for.
    static func all(
        _ lab: LeverLab, _ base: Forecast, _ watch: LeverSearch.Watch
    ) throws(LeverSearch.Stopped) -> (values: [PersonValue], untried: Int) {
        let waits = criticalWaits(lab, base).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !waits.isEmpty, watch.timeUsed() < 1 else { return ([], waits.count) }
        let settings = ForecastSettings(
            samples: min(mostSamples, lab.settings.samples), seed: lab.settings.seed, threads: lab.settings.threads,
            criticalityTargets: [])
        let runner = ScenarioRunner.simulation(holding: lab.settings.mode, settings, targets: [lab.goal.target])
        let goesOn: @Sendable (Int, Int) -> Bool = { _, _ in watch.goesOn() }
        guard let before = runner.run(lab.plan, lab.network, goesOn)?.forecast else { throw LeverSearch.Stopped() }
        var values: [PersonValue] = []
        for (team, wait) in waits.prefix(mostTeams) where watch.timeUsed() < 1 {
            var (change, refusal): (TargetChange?, String?) = (nil, nil)
            switch newcomer(team, lab) {
            case .success(let applied):
                guard let after = runner.run(applied.plan, applied.network, goesOn)?.forecast else {
                    throw LeverSearch.Stopped()
                }
                change = TargetChange(lab.goal.target, before, after)
            case .failure(let error): refusal = error.faults.first?.message
            }
            values.append(PersonValue(team: team, criticalWait: wait, change: change, refusal: refusal))
        }
        return (values, waits.count - values.count)
    }

    /// The plan with one more person in a team; where all work is the team's as such, nothing has to be taken from anybody.
    private static func newcomer(_ team: Int, _ lab: LeverLab) -> Result<AppliedScenario, ScenarioError> {
        func joining(_ takes: ScenarioChange.Takes?) -> Result<AppliedScenario, ScenarioError> {
            var change = ScenarioChange.AddPeople(team: EditWord(lab.plan.teams.text(.id, team)))
            change.takes = takes
            let scenario = Scenario(name: "", edits: [ScenarioEdit(.addPeople(change))])
            return Result { () throws(ScenarioError) in try lab.plan.applying(scenario, compiled: lab.network) }
        }
        let taking = joining(.init(.ownTeam))
        let hasOwnWork = lab.plan.assignments.rows.contains { lab.plan.assignments.reference(.team, $0) == team }
        if case .failure = taking, hasOwnWork { return joining(nil) }
        return taking
    }

    /// Minutes a replication that the target's path waited for each team and its people.
    private static func criticalWaits(_ lab: LeverLab, _ base: Forecast) -> [Int: Double] {
        guard let people = base.people, let place = base.criticality.targets.firstIndex(of: lab.goal.target) else { return [:] }
        var waits: [Int: Double] = [:]
        for critical in people.critical[place] where critical.minutes > 0 {
            let isPerson = critical.resource < people.capacity.personCount
            let team =
                isPerson ? lab.plan.people.reference(.team, critical.resource) : critical.resource - people.capacity.personCount
            if let team { waits[team, default: 0] += Double(critical.minutes) / Double(people.samples) }
        }
        return waits
    }
}
