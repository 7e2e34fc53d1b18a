/// One person's terms, in tenths of a full post.
struct Employee: Sendable {
    enum Standing: UInt8 { case here, left, joining, withoutWork }

    var standing = Standing.here
    /// The calendar's place in the settings; −1 for the plan's own.
    var calendar: Int8 = -1
    var fte: UInt8 = 10
    /// Taken by standing duties.
    var duty: UInt8 = 0

    /// What is left for projects; never nothing.
    var free: Int { max(1, Int(fte) - Int(duty)) }
}

/// The people as a tree: person k reports to person (k − 1) / 8, and the reports of one manager are the team of that number.
struct Workforce: Sendable {
    static let span = 8

    let employees: [Employee]
    let leaverCount: Int
    let joinerCount: Int

    var count: Int { employees.count }
    /// Teams, and the managers that lead them.
    var teamCount: Int { (count + Self.span - 2) / Self.span }

    init(people: Int, seed: UInt64) {
        (leaverCount, joinerCount) = (people >= 40 ? max(1, people / 70) : 0, people >= 60 ? max(1, people / 100) : 0)
        let managers = (people + Self.span - 2) / Self.span
        var employees = (0..<people).map { person in
            Self.employee(Dice(seed, .person, person), leads: person < managers)
        }
        if people >= 20 {
            for person in stride(from: managers + 7, to: people, by: 10) { employees[person].standing = .withoutWork }
        }
        for number in 0..<leaverCount { employees[Self.leaver(number, of: people)].standing = .left }
        for number in 0..<joinerCount { employees[Self.leaver(number, of: people) - 1].standing = .joining }
        self.employees = employees
    }

    private static func employee(_ dice: Dice, leads: Bool) -> Employee {
        var (dice, employee) = (dice, Employee())
        if !leads, dice.happens(27) { employee.fte = UInt8(dice.between(5, 9)) }
        if dice.happens(leads ? 90 : 55) { employee.duty = UInt8(min(dice.between(1, leads ? 4 : 6), Int(employee.fte) - 1)) }
        if employee.fte <= 6, dice.happens(50) {
            employee.calendar = Int8(SyntheticSettings.earlyWeek)
        } else if !leads, dice.happens(5) {
            employee.calendar = Int8(SyntheticSettings.shifts)
        }
        return employee
    }

    /// Somebody without reports who has left.
    private static func leaver(_ number: Int, of people: Int) -> Int { people - 1 - 31 * number }

    /// Somebody who has left; `nil` in a small organisation.
    func leaver(_ dice: inout Dice) -> Int? { leaverCount == 0 ? nil : Self.leaver(dice.below(leaverCount), of: count) }

    /// Who a person reports to.
    func manager(of person: Int) -> Int? { person == 0 ? nil : (person - 1) / Self.span }

    /// A team's people, without its head, who is the person of the team's number.
    func members(of team: Int) -> Range<Int> { Self.span * team + 1..<min(Self.span * (team + 1) + 1, count) }

    /// Somebody of a team who may be given work: a member, else the head.
    func worker(of team: Int, _ dice: inout Dice) -> Int {
        guard teamCount > 0 else { return 0 }
        let members = members(of: team)
        let first = dice.below(members.count)
        for step in 0..<members.count {
            let person = members.lowerBound + (first + step) % members.count
            if employees[person].standing == .here { return person }
        }
        return team
    }

    /// The unit: 0 for the top, 1 … 8 for what reports to it, 9 … 72 for what reports to that in a large organisation.
    func unit(of person: Int) -> Int {
        var person = person
        while person > (count > 2_000 ? 72 : 8) { person = (person - 1) / Self.span }
        return person
    }
}
