import PlanModel

/// Relations, resources, assignments and baselines.
extension PrimaveraAssembler {
    mutating func makeRelations() {
        schedule.relations.reserveCapacity(export.relations.count)
        for relation in export.relations {
            guard let predecessor = end(relation.predecessor, relation.predecessorProject, relation, "predecessor"),
                let successor = end(relation.successor, relation.successorProject, relation, "successor")
            else { continue }
            if ignores(relation) { continue }
            schedule.relations.append(
                ImportedRelation(
                    predecessor: .task(predecessor), successor: .task(successor), type: relation.type,
                    lag: Lag(minutes: relation.lag), line: relation.line))
        }
    }

    /// The task at an end of a relation; `nil` where the end is not in the plan, counted or refused.
    private mutating func end(_ key: Int, _ project: Int?, _ relation: PrimaveraRelation, _ column: String) -> Int? {
        if let row = activities[key] {
            if taskOfActivity[row] >= 0 { return Int(taskOfActivity[row]) }
            if !isInBaseline(export.activities[row]) {
                schedule.losses.add(
                    .dropped, "relation", "an end lies in a project that is not part of the export", line: relation.line)
            }
            return nil
        }
        let isKnown = project.map { key in projects[key].map { export.projects[$0].isExported } ?? false } ?? true
        if isKnown {
            refuse(
                "dangling-reference", relation.line, column, "no such activity (expected the key of an activity of the file)",
                found: key)
        } else {
            schedule.losses.add(
                .dropped, "relation", "an end lies in a project that is not part of the export", line: relation.line)
        }
        return nil
    }

    /// Whether a relation between two projects does not count, by the options of the successor's.
    private mutating func ignores(_ relation: PrimaveraRelation) -> Bool {
        guard let a = activities[relation.predecessor], let b = activities[relation.successor] else { return false }
        let (from, to) = (export.activities[a].project, export.activities[b].project)
        guard from != to, let project = projects[to], export.projects[project].ignoresOtherProjects else { return false }
        schedule.losses.add(
            .dropped, "relation", "the schedule options ignore relations with other projects", line: relation.line)
        return true
    }

    mutating func makeResources() {
        placeOfResource = Array(repeating: -1, count: export.resources.count)
        var uses: [String: Int] = [:]
        for resource in export.resources { uses[resource.code, default: 0] += 1 }
        for (row, resource) in export.resources.enumerated() {
            if resource.kind == .material {
                schedule.losses.add(.dropped, "material", "a plan holds people and pools of them", line: resource.line)
                continue
            }
            placeOfResource[row] = schedule.resources.count
            schedule.resources.append(
                ImportedResource(
                    id: resource.code.isEmpty || uses[resource.code]! > 1 ? "\(resource.key)" : resource.code,
                    name: resource.name,
                    isPool: resource.kind == .equipment || (resource.units ?? 1) > 1, units: resource.units,
                    calendar: calendar(resource.calendar), line: resource.line))
        }
    }

    mutating func makeAssignments() {
        var costs = Array(repeating: 0.0, count: schedule.tasks.count)
        for assignment in export.assignments {
            guard let task = task(of: assignment.activity, assignment.line, "assignment") else { continue }
            costs[task] += max(assignment.cost, 0)
            guard let key = assignment.resource else {
                schedule.losses.add(.dropped, "assignment", "it names a role and no resource", line: assignment.line)
                continue
            }
            guard let resource = resources[key] else {
                refuse(
                    "dangling-reference", assignment.line, "resource",
                    "no such resource (expected the key of a resource of the file)",
                    found: key)
                continue
            }
            guard placeOfResource[resource] >= 0 else {
                schedule.losses.add(
                    .dropped, "assignment of material", "a plan holds people and pools of them", line: assignment.line)
                continue
            }
            schedule.assignments.append(
                ImportedAssignment(
                    task: task, resource: placeOfResource[resource], units: assignment.units.map { max($0, 0) },
                    line: assignment.line))
        }
        for expense in export.expenses {
            if let row = activities[expense.activity], taskOfActivity[row] >= 0 {
                costs[Int(taskOfActivity[row])] += max(expense.cost, 0)
            }
        }
        for task in costs.indices where costs[task] > 0 { schedule.tasks[task].cost = costs[task] }
    }

    /// The task of a row that must name an activity; `nil` for one of a baseline.
    private mutating func task(of key: Int, _ line: Int, _ what: String) -> Int? {
        if let row = activities[key] { return taskOfActivity[row] >= 0 ? Int(taskOfActivity[row]) : nil }
        refuse(
            "dangling-reference", line, what, "no such activity (expected the key of an activity of the file)", found: key)
        return nil
    }

    /// Activities of baselines, matched with tasks of their own project by code.
    mutating func makeBaselines() {
        guard baselineNames.contains(where: { $0 != nil }) else { return }
        var tasks: [Int: [String: Int]] = [:]
        for row in export.activities.indices where taskOfActivity[row] >= 0 {
            guard let project = projects[export.activities[row].project ?? onlyProject] else { continue }
            tasks[project, default: [:]][export.activities[row].code] = Int(taskOfActivity[row])
        }
        var rows: [String: [ImportedBaseline]] = [:]
        for activity in export.activities {
            guard let project = projects[activity.project], let name = baselineNames[project] else { continue }
            guard let own = ownProject(ofBaseline: project), let task = tasks[own]?[activity.code] else {
                schedule.losses.add(.dropped, "activity of a baseline", "no task has its code any more", line: activity.line)
                continue
            }
            rows[name, default: []].append(
                ImportedBaseline(
                    task: task, start: activity.actualStart ?? activity.plannedStart,
                    finish: activity.actualFinish ?? activity.plannedFinish, duration: activity.duration,
                    effort: activity.plannedEffort > 0 ? Int32(min(activity.plannedEffort.rounded(), 0x1p29)) : nil))
        }
        schedule.baselines = rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        dropBaselineLeftovers()
    }

    private func ownProject(ofBaseline row: Int) -> Int? {
        if let own = projects[export.projects[row].baselineOf] { return own }
        return live.first { export.projects[row].code.hasPrefix(export.projects[$0].code + " - B") }
    }

    private mutating func dropBaselineLeftovers() {
        for row in export.projects.indices where baselineNames[row] != nil {
            schedule.losses.add(
                .changed, "project", "a baseline of another project; the dates of its activities are kept, its logic is not",
                line: export.projects[row].line)
        }
    }
}
