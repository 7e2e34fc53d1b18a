import PlanModel
import PlanNetwork
import PlanSchedule

/// Gives lines of ledgers their names.
struct SlipNaming: Sendable {
    private let plan: Plan
    private let schedule: Schedule
    private let slippage: Slippage
    private let holders: TaskHolders
    /// The baseline and its holders, where it is a plan.
    private let former: (plan: Plan, holders: TaskHolders)?

    init(_ plan: Plan, _ schedule: Schedule, _ slippage: Slippage, _ baseline: SlipBaseline) {
        (self.plan, self.schedule, self.slippage, holders) = (plan, schedule, slippage, TaskHolders(plan))
        if case .plan(let other, _, _) = baseline { former = (other, TaskHolders(other)) } else { former = nil }
    }

    func line(_ line: SlipLedger.Line) -> SlipLine {
        let (row, plan, holders) = place(line.task)
        let isFloat = line.cause == .absorbedByFloat
        return SlipLine(
            task: Self.named(plan.tasks, .id, .name, row), standing: standing(line.task), isInBaseline: isInBaseline(line.task),
            project: plan.tasks.reference(.project, row).map { Self.named(plan.projects, .id, .name, $0) },
            owner: isFloat ? nil : holders.owner(row).map { Self.named(plan.people, .id, .name, $0) },
            team: isFloat ? nil : holders.team(row).map { Self.named(plan.teams, .id, .name, $0) }, cause: line.cause,
            predecessor: line.predecessor.map(named), minutes: line.minutes,
            ownMinutes: ownMinutes(line), ownUnits: ownUnits(line), undoMinutes: line.undoMinutes)
    }

    /// What a working day is on a task's own calendar.
    static func units(ofNode node: Int, _ plan: Plan, _ network: Network) -> WorkUnits {
        let (calendars, calendar) = (plan.settings.calendars, network.structure.calendar(of: node))
        // The one after the plan's own works around the clock.
        return calendar < calendars.count
            ? WorkUnits(of: calendars.resolved(calendar)) : WorkUnits(minutesPerDay: 1440, minutesPerWeek: 10_080)
    }

    /// Starts move by days of the task's calendar; how long it takes is told in the plan's, as it is in plans.
    private func ownUnits(_ line: SlipLedger.Line) -> WorkUnits {
        guard line.cause == .startedLate, case .row(let row) = line.task else { return plan.settings.units }
        return Self.units(ofNode: Int(schedule.network.structure.nodeOfTask[row]), plan, schedule.network)
    }

    private func place(_ task: SlipLedger.Task) -> (row: Int, plan: Plan, holders: TaskHolders) {
        switch task {
        case .row(let row): return (row, plan, holders)
        case .gone(let row):
            guard let former else { preconditionFailure("only a baseline that is a plan has tasks that are gone") }
            return (row, former.plan, former.holders)
        }
    }

    private func named(_ task: SlipLedger.Task) -> SlipLine.Named {
        let (row, plan, _) = place(task)
        return Self.named(plan.tasks, .id, .name, row)
    }

    private static func named<Column>(_ table: Table<Column>, _ id: Column, _ name: Column, _ row: Int) -> SlipLine.Named {
        .init(id: table.text(id, row), name: table.text(name, row))
    }

    private func ownMinutes(_ line: SlipLedger.Line) -> Int? {
        guard case .row(let row) = line.task, let entry = slippage.tasks[row] else { return nil }
        return switch line.cause {
        case .startedLate: entry.start.map { Int($0.working) }
        case .ranLong, .remainingGrew: entry.durationGrowth.map(Int.init)
        default: nil
        }
    }

    private func isInBaseline(_ task: SlipLedger.Task) -> Bool {
        if case .row(let row) = task { slippage.tasks[row] != nil } else { true }
    }

    private func standing(_ task: SlipLedger.Task) -> SlipLine.Standing {
        guard case .row(let row) = task else { return .gone }
        let network = schedule.network
        let node = Int(network.structure.nodeOfTask[row])
        guard network.values.progress(of: node) == .planned else { return .begun }
        let calendar = network.structure.calendars[network.structure.calendar(of: node)]
        return calendar.work(at: schedule.startInstant(node)) <= calendar.work(at: network.values.dataDate) ? .waiting : .ahead
    }
}
