import PlanFiles
import PlanModel
import PlanMonitoring
import TestSupport
import Testing

/// Random plans: day by day, in any order of rows, and cut into parts.
@Suite struct CheckInPropertyTests {
    private func naive(_ pair: CheckInPair, _ plan: Plan) -> NaiveCheckIns.Pair {
        var naive = NaiveCheckIns.Pair(
            employee: plan.people.text(.id, Int(pair.employee)), manager: plan.people.text(.id, Int(pair.manager)),
            firstDay: pair.firstDay, lastDay: pair.lastDay)
        (naive.expected, naive.held, naive.withGoals) = (pair.expected, pair.held, pair.withGoals)
        (naive.longestGap, naive.daysSinceLast) = (pair.longestGapDays ?? 0, pair.daysSinceLast)
        (naive.overdue, naive.overdueDays, naive.isCurrent) = (pair.overdue, pair.overdueDays, pair.isCurrent)
        return naive
    }

    @Test func dayByDay() throws {
        var random = RandomCheckIns(seed: 7)
        for turn in 0..<60 {
            let plan = try random.plan().plan()
            let (first, last) = (plan.settings.epoch.day, plan.settings.dataDate.day)
            let (from, to) = [(first, last), (first + 30, last), (first, last - 25), (first + 40, last - 40)][turn % 4]
            let period = Period(
                from: LocalDateTime(minutes: Int32(from * 1440)), to: LocalDateTime(minutes: Int32(to * 1440)))
            let checkIns = CheckIns(of: plan, during: period)
            let months = NaiveCheckIns(plan, from...to)
            var twin = months.pairs
            for place in twin.indices { twin[place].activeDays = 0 }
            #expect(checkIns.pairs.map { naive($0, plan) } == twin, "plan \(turn)")
            for month in checkIns.months {
                let date = LocalDateTime(minutes: Int32(month.firstDay * 1440)).date
                #expect(month.expected == months.dueByMonth[[date.year, date.month]] ?? 0)
                #expect(month.held == months.heldByMonth[[date.year, date.month]] ?? 0)
            }
        }
    }

    @Test func orderOfRowsChangesNothing() throws {
        var random = RandomCheckIns(seed: 8)
        var dice = SeededGenerator(seed: 9)
        for _ in 0..<40 {
            var lines = random.plan()
            let (plan, before) = (try lines.plan(), CheckIns(of: try lines.plan()))
            lines.people.shuffle(using: &dice)
            lines.checkIns.shuffle(using: &dice)
            lines.availability.shuffle(using: &dice)
            let (other, after) = (try lines.plan(), CheckIns(of: try lines.plan()))
            func sorted(_ checkIns: CheckIns, _ plan: Plan) -> [String] {
                checkIns.pairs.map { "\(naive($0, plan))" }.sorted()
            }
            #expect(sorted(before, plan) == sorted(after, other) && before.months == after.months)
            let (one, two) = (CheckInRollUps(of: before, in: plan), CheckInRollUps(of: after, in: other))
            #expect(one.units == two.units && one.total == two.total)
            func named(_ groups: [CheckInGroup], _ plan: Plan) -> [String] {
                groups.map { "\(plan.people.text(.id, Int($0.manager!))) \($0.figures) \($0.isWithheld)" }.sorted()
            }
            #expect(
                named(one.managers, plan) == named(two.managers, other) && named(one.lines, plan) == named(two.lines, other))
        }
    }

    @Test func partsAddUp() throws {
        var random = RandomCheckIns(seed: 10)
        for _ in 0..<60 {
            let plan = try random.plan().plan()
            let checkIns = CheckIns(of: plan)
            let rollUps = CheckInRollUps(of: checkIns, in: plan)
            for groups in [rollUps.managers, rollUps.units] {
                for figure in [\CheckInFigures.expected, \.held, \.kept, \.overdue, \.pairs, \.judged, \.inRhythm] {
                    #expect(groups.reduce(0) { $0 + $1.figures[keyPath: figure] } == rollUps.total.figures[keyPath: figure])
                }
            }
            #expect(rollUps.units.reduce(0) { $0 + $1.figures.employees } == rollUps.total.figures.employees)
            #expect(checkIns.months.reduce(0) { $0 + $1.expected } == rollUps.total.figures.expected)
            #expect(checkIns.months.reduce(0) { $0 + $1.held } == rollUps.total.figures.held)
            // Of each line, everybody whose manager stands in it, each once.
            for line in rollUps.lines {
                let inLine = checkIns.pairs.filter { pair in
                    var at: Int? = Int(pair.manager)
                    while let person = at, person != Int(line.manager!) { at = plan.people.reference(.manager, person) }
                    return at != nil
                }
                #expect(line.figures.pairs == inLine.count && line.figures.employees == Set(inLine.map(\.employee)).count)
                #expect(line.figures.kept == inLine.reduce(0) { $0 + $1.kept })
            }
        }
    }
}
