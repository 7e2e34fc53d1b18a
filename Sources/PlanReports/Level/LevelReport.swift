public import PlanModel
public import PlanNetwork
public import PlanSchedule

/// A schedule in which nobody works on more than they can, with names: what `headway schedule --level` shows.
public struct LevelReport: Sendable {
    let plan: Plan
    /// The plan without limits on people, and with them.
    let plain: Schedule, levelled: Schedule
    let result: LevellingSearch.Result
    let plainTargets: TargetSchedule, targets: TargetSchedule
    let names: TargetNames
    let holders: ResourceNames
    /// What was looked for, and how.
    let choice: LevellingChoice
    /// Demands by week in the plain plan and in the levelled one.
    let plainLoads: Loads, loads: Loads
    /// Task rows in natural order of ids.
    let rows: [Int32]

    /// The report of a levelled schedule.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - plain: the schedule without limits on people.
    ///   - capacity: of the same plan.
    ///   - result: what levelling found.
    ///   - choice: how it was asked for.
    public init(
        of plan: Plan, _ plain: Schedule, _ capacity: CapacityModel, _ result: LevellingSearch.Result, _ choice: LevellingChoice
    ) {
        (self.plan, self.plain, self.result, self.choice) = (plan, plain, result, choice)
        levelled = Schedule(of: result.schedule.network)
        (plainTargets, targets) = (TargetSchedule(of: plain), TargetSchedule(of: levelled))
        names = TargetNames(plan, plain.network)
        holders = ResourceNames(plan, capacity)
        plainLoads = Loads(of: plan, plain, capacity)
        loads = Loads(of: plan, result.schedule, capacity)
        rows = plan.tasks.texts(.id).map(NaturalOrder.sortedRows) ?? []
    }

    var schedule: LevelledSchedule { result.schedule }

    func node(_ row: Int32) -> Int { Int(levelled.network.structure.nodeOfTask[Int(row)]) }

    /// The length of the schedule in the units of a research file, days of a calendar that works around the clock; `nil` for other plans.
    var makespan: Int? {
        let calendar = plan.settings.calendars.resolved(plan.settings.calendar)
        let worksAlways = calendar.exceptions.isEmpty && calendar.week.allSatisfy { $0 == [Shift(start: 0, end: 1440)] }
        let span = Int(levelled.finish - levelled.network.epoch)
        return worksAlways && plan.settings.dataDate == plan.settings.epoch && span % 1440 == 0 ? span / 1440 : nil
    }

    /// Working minutes of the plan's calendar from the plain finish to the levelled one.
    func moved(_ finish: Int32, from plainFinish: Int32) -> Int {
        let calendar = plain.network.structure.calendars[plain.network.structure.planCalendar]
        return Int(calendar.work(at: finish) - calendar.work(at: plainFinish))
    }

    /// How long all tasks together waited for each person or team, and how many; those waited for longest first.
    var waits: [(resource: Int, minutes: Int, tasks: Int)] {
        var sums: [Int: (minutes: Int, tasks: Int)] = [:]
        for node in schedule.waits.indices where schedule.waits[node] > 0 {
            sums[Int(schedule.waitedFor[node]), default: (0, 0)].minutes += Int(schedule.waits[node])
            sums[Int(schedule.waitedFor[node]), default: (0, 0)].tasks += 1
        }
        return sums.map { ($0.key, $0.value.minutes, $0.value.tasks) }.sorted {
            $0.1 != $1.1 ? $0.1 > $1.1 : NaturalOrder.isBefore(holders.id($0.0), holders.id($1.0))
        }
    }

    /// Persons and teams of whom more is demanded than there is, week by week, the largest excess first.
    func overAllocated(_ loads: Loads) -> [Loads.Entry] {
        loads.entries.filter { $0.over > 0 }.sorted {
            ($1.over, holders.id(Int($0.resource)), $0.week) < ($0.over, holders.id(Int($1.resource)), $1.week)
        }
    }
}

/// The ids and names of people and teams, by resource.
struct ResourceNames: Sendable {
    private let plan: Plan
    private let personCount: Int

    init(_ plan: Plan, _ capacity: CapacityModel) { (self.plan, personCount) = (plan, capacity.personCount) }

    /// "person" or "team"; "-" where nobody is meant.
    func kind(_ resource: Int) -> String { resource < 0 ? "-" : resource < personCount ? "person" : "team" }

    func id(_ resource: Int) -> String {
        if resource < 0 { return "" }
        return resource < personCount ? plan.people.text(.id, resource) : plan.teams.text(.id, resource - personCount)
    }

    func name(_ resource: Int) -> String {
        if resource < 0 { return "several" }
        return resource < personCount ? plan.people.text(.name, resource) : plan.teams.text(.name, resource - personCount)
    }
}
