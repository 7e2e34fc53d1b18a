import Headway

extension PlanBuilder {
    /// The same plan with the rows of every table in another order.
    public func shuffled(using random: inout SeededGenerator) -> PlanBuilder {
        var result = self
        result.tasks.shuffle(using: &random)
        result.relations.shuffle(using: &random)
        result.initiatives.shuffle(using: &random)
        result.goals.shuffle(using: &random)
        result.projects.shuffle(using: &random)
        result.people.shuffle(using: &random)
        result.teams.shuffle(using: &random)
        result.assignments.shuffle(using: &random)
        result.responsibilities.shuffle(using: &random)
        result.availability.shuffle(using: &random)
        result.links.shuffle(using: &random)
        result.risks.shuffle(using: &random)
        result.impacts.shuffle(using: &random)
        result.correlations.shuffle(using: &random)
        return result
    }

    /// The same plan with every id changed.
    public func renamed(_ rename: (String) -> String) -> PlanBuilder {
        var result = self
        for row in tasks.indices {
            result.tasks[row].id = rename(tasks[row].id)
            result.tasks[row].project = tasks[row].project.map(rename)
        }
        result.relations = relations.map { RelationRow(from: rename($0.from), to: rename($0.to), type: $0.type, lag: $0.lag) }
        func renamed(_ rows: [ElementRow]) -> [ElementRow] {
            rows.map { row in
                var other = row
                (other.id, other.parent) = (rename(row.id), row.parent.map(rename))
                return other
            }
        }
        (result.initiatives, result.goals, result.projects) = (renamed(initiatives), renamed(goals), renamed(projects))
        for row in people.indices {
            (result.people[row].id, result.people[row].team) = (rename(people[row].id), people[row].team.map(rename))
        }
        for row in teams.indices { result.teams[row].id = rename(teams[row].id) }
        result.assignments = assignments.map {
            AssignmentRow(task: rename($0.task), person: $0.person.map(rename), team: $0.team.map(rename), units: $0.units)
        }
        for row in responsibilities.indices { result.responsibilities[row].person = rename(responsibilities[row].person) }
        for row in availability.indices {
            (result.availability[row].person, result.availability[row].team) = (
                availability[row].person.map(rename), availability[row].team.map(rename)
            )
        }
        result.links = links.map { (rename($0.from), rename($0.to)) }
        for row in risks.indices { result.risks[row].id = rename(risks[row].id) }
        for row in impacts.indices {
            (result.impacts[row].risk, result.impacts[row].task) = (rename(impacts[row].risk), rename(impacts[row].task))
        }
        result.correlations = correlations.map {
            CorrelationRow(first: rename($0.first), second: rename($0.second), value: $0.value)
        }
        return result
    }

    /// The same plan with relations between projects written out, each task of the one tied to each of the other.
    public func writtenOut() -> PlanBuilder {
        var result = self
        func members(_ id: String) -> [String] {
            tasks.contains { $0.id == id } ? [id] : tasks.filter { $0.project == id }.map(\.id)
        }
        result.relations = relations.flatMap { relation in
            members(relation.from).flatMap { from in
                members(relation.to).map { RelationRow(from: from, to: $0, type: relation.type, lag: relation.lag) }
            }
        }
        return result
    }
}
