import PlanModel

/// Writes fortnightly one-to-one meetings, in random order: all of an organisation that is small beside its work, else those of
/// some managers only, so that there are never more than about a task each.
struct CheckInMaker {
    private let organisation: Organisation
    private let workforce: Workforce
    private let crews: CrewMaker
    private let goalNames: IdentifierSpelling

    private struct Meeting {
        var employee: Int32, date: Int32
        var isHeld: Bool
        /// The goal that was talked about; −1 for none.
        var goal: Int32
    }

    init(_ organisation: Organisation) {
        (self.organisation, workforce, crews) = (organisation, organisation.workforce, CrewMaker(organisation))
        goalNames = IdentifierSpelling("G", count: organisation.shape.goalCount)
    }

    func checkIns() -> Table<CheckInColumn> {
        var meetings: [Meeting] = []
        for manager in 0..<workforce.teamCount { add(manager: manager, to: &meetings) }
        var dice = organisation.dice(.meetingOrder, 0)
        dice.shuffle(&meetings)
        let people = organisation.rows.people
        var table = Table<CheckInColumn>()
        table.set(.employee, meetings.map { people.rowOf[Int($0.employee)] })
        table.set(.manager, meetings.map { people.cell(workforce.manager(of: Int($0.employee))) })
        table.set(.date, meetings.map(\.date))
        table.set(.held, meetings.map { $0.isHeld ? Int32(1) : 0 })
        var goals = TextGatherer(rows: meetings.count, bytesPerRow: 4)
        for meeting in meetings {
            if meeting.goal >= 0 { goalNames.write(Int(meeting.goal), to: &goals) }
            goals.endRow()
        }
        table.set(.goals, goals.column)
        return table
    }

    /// Managers who keep a record, of a thousand.
    private var keepers: Int {
        min(970, 1000 * max(organisation.shape.taskCount, 4_000) / (13 * workforce.count))
    }

    private func add(manager: Int, to meetings: inout [Meeting]) {
        var dice = organisation.dice(.habit, manager)
        guard dice.below(1000) < keepers else { return }
        let habit = dice.happens(12) ? dice.between(15, 60) : dice.between(85, 98)
        for employee in workforce.members(of: manager) { add(employee, habit, to: &meetings) }
    }

    private func add(_ employee: Int, _ habit: Int, to meetings: inout [Meeting]) {
        let (clock, standing) = (organisation.clock, workforce.employees[employee].standing)
        guard standing != .joining else { return }
        let last = standing == .left ? PeopleMaker.lastDay(employee, organisation) : SyntheticSettings.dataDate.minutes
        var dice = organisation.dice(.meeting, employee)
        for day in stride(from: employee % 12, to: 180, by: 14) {
            let noon = SyntheticSettings.epoch.minutes - 480 + Int32(day * 1440)
            let date = clock.start(clock.position(noon)) / 1440 * 1440
            let (held, forgotten, talked) = (dice.happens(habit), dice.happens(2), dice.happens(70))
            guard date < last, !forgotten else { continue }
            let goal = organisation.shape.goalOfProject[crews.project(ofTeam: (employee - 1) / Workforce.span, &dice)]
            meetings.append(Meeting(employee: Int32(employee), date: date, isHeld: held, goal: held && talked ? goal : -1))
        }
    }
}
