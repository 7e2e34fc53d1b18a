import PlanModel

/// Turns what a P6 file holds into an imported schedule: keys into places, codes into ids, baselines apart from projects.
struct PrimaveraAssembler {
    let file: String
    var export: PrimaveraExport
    var schedule = ImportedSchedule()
    var faults: FaultList

    /// Rows by key.
    var projects: PrimaveraKeys, calendars: PrimaveraKeys, elements: PrimaveraKeys, activities: PrimaveraKeys
    var resources: PrimaveraKeys
    /// The baseline's name by project row; `nil` for a project whose tasks are in the plan.
    var baselineNames: [String?] = []
    /// Project rows whose tasks are in the plan.
    var live: [Int] = []
    /// The calendar's place in the plan by row; −1 for one that nothing uses.
    var calendarPlaces: [Int] = []
    /// The heading by row of `elements` and of `projects`; −1 without one.
    var headingOfElement: [Int] = [], headingOfProject: [Int] = []
    /// The place by row of `activities`; −1 for those that are no tasks of the plan.
    var taskOfActivity: [Int32] = []
    /// The place by row of `resources`; −1 for those that are left out.
    var placeOfResource: [Int] = []

    init(_ export: PrimaveraExport, file: String, faults: FaultList) {
        var faults = faults
        (self.export, self.file) = (export, file)
        projects = PrimaveraKeys(
            export.projects.map(\.key), lines: { export.projects[$0].line }, what: "a project", file: file, faults: &faults)
        calendars = PrimaveraKeys(
            export.calendars.map(\.key), lines: { export.calendars[$0].line }, what: "a calendar", file: file, faults: &faults)
        elements = PrimaveraKeys(
            export.elements.map(\.key), lines: { export.elements[$0].line }, what: "a work-breakdown element", file: file,
            faults: &faults)
        activities = PrimaveraKeys(
            export.activities.map(\.key), lines: { export.activities[$0].line }, what: "an activity", file: file,
            faults: &faults)
        resources = PrimaveraKeys(
            export.resources.map(\.key), lines: { export.resources[$0].line }, what: "a resource", file: file, faults: &faults)
        self.faults = faults
    }

    /// The schedule, with all faults of the file.
    static func schedule(_ export: PrimaveraExport, file: String, faults: inout FaultList) -> ImportedSchedule {
        var assembler = PrimaveraAssembler(export, file: file, faults: faults)
        assembler.assemble()
        faults = assembler.faults
        return assembler.schedule
    }

    private mutating func assemble() {
        schedule.losses = export.losses
        sortProjects()
        makeHeadings()
        makeCalendars()
        makeTasks()
        makeRelations()
        makeResources()
        makeAssignments()
        makeBaselines()
        makeSettings()
    }

    mutating func refuse(_ code: String, _ line: Int, _ column: String, _ message: String, found: some CustomStringConvertible)
    {
        faults.add(
            Fault(
                code: code, file: file, line: line, column: column, message: "\(message) (found \"\(quotable("\(found)"))\")"))
    }
}
