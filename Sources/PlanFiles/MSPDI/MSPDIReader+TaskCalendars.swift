import PlanModel

extension MSPDIReader {
    /// Gives every task the calendar on which Project lays it out.
    ///
    /// Its own calendar; elapsed durations one without a break; a fixed duration the project's. Other tasks are laid out by their assignments,
    /// work by units on each resource's calendar, and end with the last: where a resource has a calendar of its own, that assignment
    /// gives the task its calendar and duration.
    func settleTaskCalendars() {
        let work = workByTask()
        for (task, row) in taskWork.enumerated() {
            if row.isElapsed {
                schedule.tasks[task].calendar = elapsedCalendar()
            } else if let uid = row.calendarUID {
                setOwnCalendar(task, uid, hasOthers: work[task] != nil && !row.ignoresResources)
            } else if let longest = work[task] {
                setResourceCalendar(task, row, longest)
            }
        }
    }

    /// By task, the assignment that takes longest of those on another calendar than the plan's.
    private func workByTask() -> [Int: (calendar: Int, minutes: Double)] {
        var result: [Int: (calendar: Int, minutes: Double)] = [:]
        for assignment in assignments {
            guard case .row(.task(let task))? = ends[assignment.task], let place = resources[assignment.resource]?.place,
                let calendar = schedule.resources[place].calendar, calendar != schedule.calendar
            else { continue }
            let units = assignment.units ?? 1
            let minutes = units > 0 ? Double(assignment.work ?? 0) / units : 0
            if result[task].map({ $0.minutes < minutes }) ?? true { result[task] = (calendar, minutes) }
        }
        return result
    }

    private func setOwnCalendar(_ task: Int, _ uid: Int32, hasOthers: Bool) {
        let line = schedule.tasks[task].line
        schedule.tasks[task].calendar = calendars.place[uid]
        if calendars.place[uid] == nil {
            notes.losses.add(.dropped, "Task/CalendarUID", "the file has no such calendar", line: line)
        } else if hasOthers {
            notes.losses.add(
                .changed, "Task/CalendarUID beside resource calendars",
                "the task's calendar alone decides, not what both share",
                line: line)
        }
    }

    private func setResourceCalendar(_ task: Int, _ row: MSPDITaskWork, _ longest: (calendar: Int, minutes: Double)) {
        guard !row.isFixedDuration, !row.isPinned, longest.minutes > 0, longest.minutes < 0x1p29,
            let duration = schedule.tasks[task].duration, duration > 0
        else {
            schedule.tasks[task].calendar = schedule.calendar
            return
        }
        schedule.tasks[task].calendar = longest.calendar
        let minutes = Int32(longest.minutes.rounded())
        guard minutes != duration else { return }
        let factor = Double(minutes) / Double(duration)
        schedule.tasks[task].duration = minutes
        schedule.tasks[task].remaining = schedule.tasks[task].remaining.map {
            Int32(min((Double($0) * factor).rounded(), 0x1p30))
        }
        notes.losses.add(
            .changed, "Task/Duration", "counted in working time of the resource whose calendar the task follows",
            line: schedule.tasks[task].line)
    }

    private func elapsedCalendar() -> Int {
        let day = [Shift(start: 0, end: 1440)]
        if let place = calendars.elapsed { return place }
        calendars.elapsed = schedule.calendars.count
        schedule.calendars.append(
            CalendarDefinition(name: calendars.unused("elapsed"), week: Array(repeating: day, count: 7)))
        return schedule.calendars.count - 1
    }
}
