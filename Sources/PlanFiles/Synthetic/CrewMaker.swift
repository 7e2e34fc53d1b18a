/// Who works on a task: up to two people, or a team, or nobody. Units are tenths.
struct Crew {
    var person: Int?, second: Int?, team: Int?
    var units = 0, secondUnits = 0

    /// The effort of a duration, both in working minutes; the duration itself where nobody is assigned.
    func effort(_ duration: Int32) -> Int32 {
        let tenths = units + secondUnits
        return tenths == 0 ? duration : duration * Int32(tenths) / 10
    }
}

/// Hands work to people: mostly to those of the teams that a project calls home.
struct CrewMaker {
    private let workforce: Workforce
    private let shape: OrganisationShape
    private let seed: UInt64
    /// Neighbouring teams that a project calls home.
    let teamsPerProject: Int

    init(_ organisation: Organisation) {
        (workforce, shape, seed) = (organisation.workforce, organisation.shape, organisation.seed)
        teamsPerProject = max(1, (workforce.teamCount + shape.workedProjects - 1) / max(1, shape.workedProjects))
    }

    /// The crew of a task, the same whenever it is asked for.
    func crew(of task: Int, _ item: WorkItem) -> Crew {
        var dice = Dice(seed, .crew, task)
        var crew = Crew()
        let kind = dice.below(100)
        guard kind >= 3, !item.isMilestone, workforce.count > 0 else { return crew }
        let team = team(for: Int(item.project), &dice)
        if kind < 8, workforce.teamCount > 0 {
            (crew.team, crew.units) = (team, dice.between(5, 25))
            return crew
        }
        let person = workforce.worker(of: team, &dice)
        (crew.person, crew.units) = (person, units(of: person, &dice))
        guard kind < 22 else { return crew }
        let other = workforce.worker(of: self.team(for: Int(item.project), &dice), &dice)
        if other != person { (crew.second, crew.secondUnits) = (other, units(of: other, &dice)) }
        return crew
    }

    private func team(for project: Int, _ dice: inout Dice) -> Int {
        guard workforce.teamCount > 0 else { return 0 }
        guard project >= 0, dice.happens(85) else { return dice.below(workforce.teamCount) }
        return (project * teamsPerProject + dice.below(teamsPerProject)) % workforce.teamCount
    }

    private func units(of person: Int, _ dice: inout Dice) -> Int { min(workforce.employees[person].free, dice.between(2, 10)) }

    /// A project that a team calls home.
    func project(ofTeam team: Int, _ dice: inout Dice) -> Int {
        guard teamsPerProject == 1 else { return min(team / teamsPerProject, shape.workedProjects - 1) }
        let turns = (shape.workedProjects - 1 - team) / workforce.teamCount + 1
        return team + workforce.teamCount * dice.below(turns)
    }

    /// One project in so many still belongs to somebody who has left.
    static let departedOwnerEvery = 60

    func owner(ofProject project: Int) -> Int {
        var dice = Dice(seed, .owner, project)
        guard workforce.teamCount > 0 else { return 0 }
        let team = team(for: project, &dice)
        if (project + 1) % Self.departedOwnerEvery == min(4, shape.workedProjects - 1), let leaver = workforce.leaver(&dice) {
            return leaver
        }
        return dice.happens(60) ? workforce.worker(of: team, &dice) : team
    }
}
