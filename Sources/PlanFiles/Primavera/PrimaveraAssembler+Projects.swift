import PlanModel

/// Which projects are the plan's, which are baselines of them, and what holds for the plan as a whole.
extension PrimaveraAssembler {
    mutating func sortProjects() {
        supplyProject()
        baselineNames = export.projects.indices.map { baselineName($0) }
        live = export.projects.indices.filter { export.projects[$0].isExported && baselineNames[$0] == nil }
        for row in export.projects.indices where !export.projects[row].isExported {
            let why = "only named by relations; its rows are not in the file"
            schedule.losses.add(.dropped, "project", why, line: export.projects[row].line)
        }
    }

    /// A file may hold activities and no project.
    private mutating func supplyProject() {
        guard export.projects.isEmpty, let first = export.activities.first else { return }
        var project = PrimaveraProject()
        project.key = first.project ?? 0
        (project.code, project.name, project.line) = (export.name, export.name, first.line)
        export.projects = [project]
        projects = PrimaveraKeys([project.key], lines: { _ in first.line }, what: "a project", file: file, faults: &faults)
        schedule.losses.add(.supplied, "project", "the file has none; one named after the file holds all activities")
    }

    /// The name of the baseline that a project is: what follows the name of its own project (`KH 10 - B1`: `B1`), else all of it.
    private func baselineName(_ row: Int) -> String? {
        let (project, all) = (export.projects[row], export.projects)
        if let own = projects[project.baselineOf], own != row {
            return suffix(of: project.code, after: all[own].code) ?? project.code
        }
        guard let dash = project.code.range(ofLast: " - B") else { return nil }
        let (stem, number) = (project.code[..<dash.lowerBound], project.code[dash.upperBound...])
        guard !number.isEmpty, number.allSatisfy(\.isNumber), all.contains(where: { $0.code == stem }) else { return nil }
        return "B\(number)"
    }

    private func suffix(of code: String, after stem: String) -> String? {
        guard code.hasPrefix(stem + " - ") else { return nil }
        let suffix = code.dropFirst(stem.count + 3)
        return suffix.isEmpty ? nil : String(suffix)
    }

    mutating func makeSettings() {
        let projects = live.map { export.projects[$0] }
        schedule.name = name(of: projects)
        schedule.rules = projects.first?.rules ?? SchedulingRules()
        schedule.rules.tool = .primavera
        schedule.rules.finishedWorkPassesLogic = true
        schedule.rules.startsAreOfRemainingWork = true
        schedule.rules.startToFinishTakesAMinute = true
        schedule.rules.carriesDatesBack = true
        schedule.rules.start = projects.compactMap(\.start).min()
        if projects.count > 1, projects.allSatisfy(\.hasFloatOfItsOwn) { schedule.rules.floatScope = .initiative }
        for project in projects.dropFirst() where project.rules != projects[0].rules {
            schedule.losses.add(
                .changed, "schedule options of a project", "a plan has one set; those of the first project hold",
                line: project.line)
        }
        holdAtDataDates()
        guard schedule.dataDate == nil, schedule.rules.start == nil, let exported = export.exported else { return }
        schedule.dataDate = exported
        schedule.losses.add(.supplied, "data date", "the file has none; the day of the export stands in")
    }

    private func name(of projects: [PrimaveraProject]) -> String {
        guard let first = projects.first else { return export.name }
        if projects.count == 1 { return first.name.isEmpty ? first.code : first.name }
        let codes = projects.prefix(3).map(\.code).joined(separator: ", ")
        return projects.count > 3 ? "\(codes) and \(projects.count - 3) more" : codes
    }

    /// A plan has one data date, the earliest; work of projects that are further on waits for their own.
    private mutating func holdAtDataDates() {
        let dates = live.map { export.projects[$0].dataDate ?? export.projects[$0].start }
        schedule.dataDate = dates.compactMap { $0 }.min()
        guard let earliest = schedule.dataDate, dates.contains(where: { $0 ?? earliest > earliest }) else { return }
        let dateOfProject = Dictionary(zip(live.map { export.projects[$0].key }, dates)) { first, _ in first }
        for row in export.activities.indices where taskOfActivity[row] >= 0 {
            let (activity, task) = (export.activities[row], Int(taskOfActivity[row]))
            guard activity.actualStart == nil, let project = activity.project ?? onlyProject,
                let date = dateOfProject[project] ?? nil, date > earliest
            else { continue }
            schedule.tasks[task].externalStart = max(schedule.tasks[task].externalStart ?? date, date)
            let why =
                "projects have different data dates; the plan has the earliest, work of the others starts no earlier than their own"
            schedule.losses.add(.changed, "data date of a project", why, line: activity.line)
        }
    }

    /// The key of the project that rows without one belong to: the only one there is.
    var onlyProject: Int? { live.count == 1 ? export.projects[live[0]].key : nil }
}

extension String {
    /// Where a text occurs last.
    fileprivate func range(ofLast text: String) -> Range<Index>? {
        guard count >= text.count else { return nil }
        var start = index(endIndex, offsetBy: -text.count)
        while true {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            guard start > startIndex else { return nil }
            start = index(before: start)
        }
    }
}
