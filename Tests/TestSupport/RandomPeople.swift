import Headway

/// Gives a plan people and teams that come, go, are away and have duties, and tasks that need several of them.
enum RandomPeople {
    static func add(to plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        for number in 0..<3 { plan.team("M\(number)", capacity: random.chance(0.6) ? Double(random.integer(2...6)) / 2 : nil) }
        for number in 0..<4 { addPerson("E\(number)", &plan, &random) }
        if random.chance(0.3) { plan.settings.people.rampUp = Int32(random.integer(1...20) * 1440) }
        for row in plan.tasks.indices { assign(row, &plan, &random) }
        for _ in 0..<random.integer(0...4) { addAvailability(&plan, &random) }
        for row in plan.tasks.indices where random.chance(0.3) { plan.tasks[row].priority = Int32(random.integer(400...600)) }
        for row in plan.projects.indices where random.chance(0.3) {
            plan.projects[row].priority = Int32(random.integer(400...600))
        }
    }

    private static func addPerson(_ id: String, _ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let (start, end) = (plan.moment(Int32(random.integer(0...20_000))), plan.moment(Int32(random.integer(10_000...60_000))))
        plan.person(id, fte: random.pick([nil, nil, 1, 0.5, 0.8])) { person in
            if random.chance(0.5) { person.team = "M\(random.integer(0...2))" }
            if random.chance(0.2) { person.start = start }
            if random.chance(0.2) { person.end = end }
            if random.chance(0.2) { person.rampUp = Int32(random.integer(0...4000)) }
        }
        if random.chance(0.2) { plan.responsibilities.append(.init(person: id, share: random.pick([0.2, 0.5, 1]))) }
    }

    private static func assign(_ row: Int, _ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let task = plan.tasks[row].id
        for _ in 0..<random.pick([0, 1, 1, 1, 2, 2, 3]) {
            if random.chance(0.6) {
                plan.assign(task, "E\(random.integer(0...3))", units: random.pick([nil, nil, 1, 0.5, 0.25]))
            } else {
                plan.assign(task, team: "M\(random.integer(0...2))", units: random.pick([nil, 1, 0.5, 2]))
            }
        }
    }

    private static func addAvailability(_ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let from = Int32(random.chance(0.3) ? random.integer(0...30) * 1440 : random.integer(0...40_000))
        let to = from + Int32(random.chance(0.3) ? random.integer(1...10) * 1440 : random.integer(1...9000))
        let capacity = random.chance(0.5) ? random.pick([0, 0.3, 1, 2]) : nil
        let isEndless = capacity != nil && random.chance(0.3)
        if random.chance(0.7) {
            plan.available("E\(random.integer(0...3))", from: from, to: isEndless ? nil : to, capacity: capacity)
        } else {
            plan.available(team: "M\(random.integer(0...2))", from: from, to: isEndless ? nil : to, capacity: capacity)
        }
    }
}
