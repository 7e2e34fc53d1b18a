import PlanModel

/// Activities of the plan's projects as tasks.
extension PrimaveraAssembler {
    mutating func makeTasks() {
        taskOfActivity = Array(repeating: -1, count: export.activities.count)
        let isLive = Set(live)
        let members = export.activities.indices.filter { row in
            projects[export.activities[row].project ?? onlyProject].map { isLive.contains($0) } ?? true
        }
        let ids = ids(of: members)
        let driving = drivingCalendars()
        schedule.tasks.reserveCapacity(members.count)
        for (row, id) in zip(members, ids) {
            taskOfActivity[row] = Int32(schedule.tasks.count)
            schedule.tasks.append(task(export.activities[row], id: id, driving: driving[export.activities[row].key]))
        }
        let others = export.activities.indices.count { taskOfActivity[$0] < 0 && !isInBaseline(export.activities[$0]) }
        if others > 0 { schedule.losses.add(.dropped, "activity", "its project is not part of the export", count: others) }
    }

    func isInBaseline(_ activity: PrimaveraActivity) -> Bool {
        projects[activity.project].map { baselineNames[$0] != nil } ?? false
    }

    /// The code where it is the only one, else the project's name and the code, else P6's key.
    private func ids(of members: [Int]) -> [String] {
        var uses: [String: Int] = [:]
        uses.reserveCapacity(members.count)
        for row in members { uses[export.activities[row].code, default: 0] += 1 }
        if uses.count == members.count, uses[""] == nil { return members.map { export.activities[$0].code } }
        var longer: [String: Int] = [:]
        for row in members where uses[export.activities[row].code]! > 1 { longer[longCode(row), default: 0] += 1 }
        return members.map { row in
            let activity = export.activities[row]
            if activity.code.isEmpty { return "\(activity.key)" }
            if uses[activity.code] == 1 { return activity.code }
            let long = longCode(row)
            return longer[long] == 1 && uses[long] == nil ? long : "\(activity.key)"
        }
    }

    private func longCode(_ row: Int) -> String {
        let activity = export.activities[row]
        return (projects[activity.project ?? onlyProject].map { export.projects[$0].code } ?? "") + "." + activity.code
    }

    private mutating func task(_ activity: PrimaveraActivity, id: String, driving: Int?) -> ImportedTask {
        var task = ImportedTask()
        (task.id, task.name, task.line, task.kind) = (id, activity.name, activity.line, activity.kind)
        task.heading = heading(of: activity)
        task.calendar = calendar(of: activity, driving: driving)
        setDuration(&task, activity)
        setProgress(&task, activity)
        (task.constraint, task.constraintDate) = (activity.constraint, activity.constraintDate)
        (task.secondConstraint, task.secondConstraintDate) = (activity.secondConstraint, activity.secondConstraintDate)
        (task.expectedFinish, task.suspend, task.resume) = (activity.expectedFinish, activity.suspend, activity.resume)
        (task.externalStart, task.externalFinish) = (activity.externalStart, activity.externalFinish)
        task.priority = activity.priority
        dropDatelessConstraints(&task)
        return task
    }

    /// A constraint without a date holds nothing, and neither does a date without one.
    private mutating func dropDatelessConstraints(_ task: inout ImportedTask) {
        if let name = task.constraint, !name.isDateless, task.constraintDate == nil {
            schedule.losses.add(.dropped, "constraint", "it has no date", line: task.line)
            task.constraint = nil
        }
        if let name = task.secondConstraint, !name.isDateless, task.secondConstraintDate == nil {
            schedule.losses.add(.dropped, "second constraint", "it has no date", line: task.line)
            task.secondConstraint = nil
        }
        if task.constraint?.isDateless ?? true { task.constraintDate = nil }
        if task.secondConstraint?.isDateless ?? true { task.secondConstraintDate = nil }
    }

    private mutating func setDuration(_ task: inout ImportedTask, _ activity: PrimaveraActivity) {
        task.duration = activity.duration ?? activity.remaining
        if task.duration == nil, !activity.kind.isSpan {
            schedule.losses.add(
                .supplied, "duration of an activity", "the file has none; it takes no time", line: activity.line)
            task.duration = 0
        }
        if activity.plannedEffort > 0 { task.effort = Int32(min(activity.plannedEffort.rounded(), 0x1p29)) }
    }

    private mutating func setProgress(_ task: inout ImportedTask, _ activity: PrimaveraActivity) {
        (task.actualStart, task.actualFinish) = (activity.actualStart, activity.actualFinish)
        if activity.actualFinish != nil, activity.status != .complete {
            schedule.losses.add(
                .dropped, "actual finish of an activity", "its status says that it is not complete", line: activity.line)
            task.actualFinish = nil
        }
        if activity.actualStart != nil, activity.status == .notStarted {
            schedule.losses.add(
                .dropped, "actual start of an activity", "its status says that it has not started", line: activity.line)
            task.actualStart = nil
        }
        if activity.status != .notStarted, activity.actualStart == nil, activity.actualFinish == nil {
            schedule.losses.add(
                .changed, "status of an activity", "started, but the file does not say when; it is read as not started",
                line: activity.line)
        }
        if task.actualFinish != nil, task.actualStart == nil { task.actualStart = task.actualFinish }
        if task.actualFinish == nil { task.remaining = activity.remaining }
        setPercent(&task, activity)
    }

    private func setPercent(_ task: inout ImportedTask, _ activity: PrimaveraActivity) {
        task.physicalPercent = activity.physicalPercent.map { min(max($0, 0), 100) }
        if task.physicalPercent == 0 { task.physicalPercent = nil }
        guard task.actualStart != nil else { return }
        task.percentKind = activity.percentKind
        switch activity.percentKind {
        case .physical: task.percentComplete = task.physicalPercent ?? 0
        case .units:
            let all = activity.spentEffort + activity.remainingEffort
            if all > 0 { task.percentComplete = min(max(activity.spentEffort / all * 100, 0), 100) }
        case .duration, nil:
            guard let duration = task.duration, duration > 0, let left = task.remaining else { break }
            task.percentComplete = min(max(Double(duration - left) / Double(duration) * 100, 0), 100)
        }
        if task.actualFinish != nil, activity.percentKind != .physical { task.percentComplete = 100 }
    }

    private mutating func calendar(of activity: PrimaveraActivity, driving: Int?) -> Int? {
        if activity.runsOnResources, let driving { return driving }
        guard let key = activity.calendar else { return nil }
        if let place = calendar(key) { return place }
        schedule.losses.add(
            .changed, "calendar of an activity", "not in the file; the activity runs on the plan's", line: activity.line)
        return nil
    }

    /// The calendar of the resource that drives each resource-dependent activity, by its key: the primary one's, else the first one's.
    private mutating func drivingCalendars() -> [Int: Int] {
        var (driving, disputed): ([Int: Int], Set<Int>) = ([:], [])
        for row in export.activities.indices where export.activities[row].runsOnResources {
            if let resource = resources[export.activities[row].resource] {
                driving[export.activities[row].key] = calendar(ofResource: resource)
            }
        }
        for assignment in export.assignments {
            guard let row = activities[assignment.activity], export.activities[row].runsOnResources,
                let resource = resources[assignment.resource], let place = calendar(ofResource: resource)
            else { continue }
            if driving[assignment.activity, default: place] != place { disputed.insert(assignment.activity) }
            driving[assignment.activity] = driving[assignment.activity] ?? place
        }
        if !disputed.isEmpty {
            let why = "its resources keep different calendars; it runs on that of the first"
            schedule.losses.add(.changed, "resource-dependent activity", why, count: disputed.count)
        }
        return driving
    }

    private func calendar(ofResource row: Int) -> Int? {
        let resource = export.resources[row]
        return resource.kind == .material ? nil : calendar(resource.calendar)
    }
}
