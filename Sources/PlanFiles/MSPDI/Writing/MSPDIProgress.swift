import PlanModel

/// How far a task is, in the words of Microsoft Project.
struct MSPDIProgress {
    let start: LocalDateTime?, finish: LocalDateTime?
    let duration: Int32
    let remaining: Int32
    /// Of the duration, whole percent.
    let percent: Int?
    let physicalPercent: Double?
    /// From when what is left is laid.
    let resume: LocalDateTime?

    init(_ plan: Plan, _ row: Int) {
        let task = plan.tasks[row]
        (start, finish, duration) = (task.actualStart, task.actualFinish, task.duration ?? 0)
        let isPhysical = plan.tasks.reference(.percentKind, row) == Int(PercentKind.physical.rawValue)
        percent = task.actualFinish != nil ? 100 : isPhysical ? nil : task.percentComplete.map { Int($0.rounded()) }
        physicalPercent = plan.tasks.number(.physicalPercent, row) ?? (isPhysical ? task.percentComplete : nil)
        remaining =
            task.actualFinish != nil
            ? 0 : task.remaining ?? Int32((Double(duration) * (1 - (task.percentComplete ?? 0) / 100)).rounded())
        let isStarted = task.actualStart != nil && task.actualFinish == nil
        let dataDate = plan.settings.scheduling.holdsAtDataDate ? plan.settings.dataDate : nil
        resume = isStarted ? plan.tasks.date(.resume, row) ?? dataDate.map { max($0, task.actualStart!) } : nil
    }

    /// Writes the fields from `PercentComplete` to `RemainingDuration`.
    func write(_ xml: inout XMLText, cost: Double?) {
        xml.field("PercentComplete", percent)
        xml.money("Cost", cost)
        xml.date("ActualStart", start)
        xml.date("ActualFinish", finish)
        if start != nil { xml.duration("ActualDuration", max(0, duration - remaining)) }
        xml.duration("RemainingDuration", remaining)
    }
}

/// Constraints on dates.
enum MSPDIConstraint {
    /// Writes the kind; a mandatory date is one that must be met.
    ///
    /// - Parameter raw: as the plan holds it; `nil` for none.
    static func write(_ raw: Int?, _ date: LocalDateTime?, _ xml: inout XMLText) {
        xml.field("ConstraintType", code(raw))
        if let date { writeDate(raw, date, &xml) }
    }

    /// Writes the date. In a plan 00:00 on a finish means the end of that day.
    static func writeDate(_ raw: Int?, _ date: LocalDateTime?, _ xml: inout XMLText) {
        guard let date, let name = raw.flatMap({ ConstraintName(rawValue: Int32($0)) }), !name.isDateless else { return }
        let meansEnd = holdsFinish(name) && date.minuteOfDay == 0
        xml.date("ConstraintDate", meansEnd ? date.advanced(byMinutes: 1440) : date)
    }

    private static func holdsFinish(_ name: ConstraintName) -> Bool {
        [.finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish].contains(name)
    }

    private static func code(_ raw: Int?) -> Int {
        switch raw.flatMap({ ConstraintName(rawValue: Int32($0)) }) {
        case nil, .asSoonAsPossible?: 0
        case .asLateAsPossible?: 1
        case .mustStartOn?, .mandatoryStart?: 2
        case .mustFinishOn?, .mandatoryFinish?: 3
        case .startNoEarlierThan?: 4
        case .startNoLaterThan?: 5
        case .finishNoEarlierThan?: 6
        case .finishNoLaterThan?: 7
        }
    }
}

/// The calendars that tasks are written with.
struct MSPDITaskCalendars {
    let plan: Plan
    private var resourceTasks: Set<Int> = []

    init(_ plan: Plan) {
        self.plan = plan
        for row in plan.assignments.rows {
            let calendar =
                plan.assignments.reference(.person, row).flatMap { plan.people.reference(.calendar, $0) }
                ?? plan.assignments.reference(.team, row).flatMap { plan.teams.reference(.calendar, $0) }
            if calendar != nil, let task = plan.assignments.reference(.task, row) { resourceTasks.insert(task) }
        }
    }

    /// Whether a task has no calendar of its own and runs on that of its people.
    func followsResource(_ task: Int) -> Bool {
        plan.tasks.reference(.calendar, task) == nil && resourceTasks.contains(task)
    }

    /// The task's own calendar, or its project's where nobody on it has one.
    func calendar(ofTask task: Int) -> Int? {
        if let own = plan.tasks.reference(.calendar, task) { return own }
        guard !followsResource(task), let project = plan.tasks[task].project else { return nil }
        return plan.projects.reference(.calendar, project)
    }
}
