import PlanModel

/// A plan's tasks as an outline: the order, the level and the number under which each line is written.
///
/// The headings are the plan's summaries; where it has none, its initiatives, goals and projects.
struct WrittenOutline {
    /// A heading of the outline.
    struct Heading {
        var id: String
        var name: String
        var parent: Int?
        /// The row in `summaries`; `nil` for one from the cascade.
        var summary: Int?
    }

    /// A line of the outline.
    enum Line {
        case heading(Int)
        case task(Int)
    }

    private(set) var headings: [Heading] = []
    /// All lines, from top to bottom, with their level, 1 or more.
    private(set) var lines: [(line: Line, level: Int)] = []
    /// By heading and by task row, the unique number.
    private(set) var headingNumbers: [Int32] = []
    private(set) var taskNumbers: [Int32] = []
    /// Whether the numbers are the ids, so that these need no field of their own.
    private(set) var idsAreNumbers = false
    /// By row of `projects`, its heading.
    private(set) var headingOfProject: [Int?] = []

    init(_ plan: Plan) {
        let headingOfTask = plan.summaries.count > 0 ? outlineOfSummaries(plan) : outlineOfCascade(plan)
        order(headingOfTask)
        number(plan)
    }

    private mutating func outlineOfSummaries(_ plan: Plan) -> [Int?] {
        var places: [String: Int] = [:]
        for row in plan.summaries.rows {
            places[plan.summaries.text(.id, row)] = row
            headings.append(
                Heading(
                    id: plan.summaries.text(.id, row), name: plan.summaries.text(.name, row),
                    parent: plan.summaries.reference(.parent, row), summary: row))
        }
        headingOfProject = plan.projects.rows.map { places[plan.projects[$0].id] }
        return plan.tasks.rows.map { plan.tasks.reference(.summary, $0) }
    }

    private mutating func outlineOfCascade(_ plan: Plan) -> [Int?] {
        if Self.standsForPlan(plan) {
            headingOfProject = [nil]
            return Array(repeating: nil, count: plan.tasks.count)
        }
        let goals = plan.initiatives.count
        let projects = goals + plan.goals.count
        for row in plan.initiatives.rows { add(plan.initiatives[row], parents: 0) }
        for row in plan.goals.rows { add(plan.goals[row], parents: 0) }
        for row in plan.projects.rows { add(plan.projects[row], parents: goals) }
        headingOfProject = plan.projects.rows.map { projects + $0 }
        return plan.tasks.rows.map { plan.tasks[$0].project.map { projects + $0 } }
    }

    /// Whether the cascade is what an import supplies for an outline without headings: one element a level, named after the plan.
    private static func standsForPlan(_ plan: Plan) -> Bool {
        plan.initiatives.count == 1 && plan.goals.count == 1 && plan.projects.count == 1
            && [plan.initiatives[0].id, plan.goals[0].id, plan.projects[0].id].allSatisfy { $0 == plan.settings.name }
    }

    private mutating func add(_ element: CascadeElement, parents: Int) {
        headings.append(Heading(id: element.id, name: element.name, parent: element.parent.map { parents + $0 }))
    }

    /// Puts the lines in order: what stands under a heading by the first task row in it, so that an outline that was read comes back.
    private mutating func order(_ headingOfTask: [Int?]) {
        var inside: [[(row: Int, line: Line)]] = Array(repeating: [], count: headings.count + 1)
        let first = firstRows(headingOfTask)
        for (task, heading) in headingOfTask.enumerated() { inside[(heading ?? -1) + 1].append((task, .task(task))) }
        for (place, heading) in headings.enumerated() {
            inside[(heading.parent ?? -1) + 1].append((first[place], .heading(place)))
        }
        for place in inside.indices { inside[place] = Self.stablySorted(inside[place]) }
        // An explicit stack: outlines may be deep.
        var open: [(heading: Int, next: Int)] = [(0, 0)]
        while let (heading, next) = open.popLast() {
            guard next < inside[heading].count else { continue }
            open.append((heading, next + 1))
            lines.append((inside[heading][next].line, open.count))
            if case .heading(let place) = inside[heading][next].line { open.append((place + 1, 0)) }
        }
    }

    /// By heading, the first row of a task in it; of an empty one that of the next heading with tasks.
    private func firstRows(_ headingOfTask: [Int?]) -> [Int] {
        var first = [Int](repeating: .max, count: headings.count)
        for (task, heading) in headingOfTask.enumerated() {
            var next = heading
            while let place = next, first[place] > task { (first[place], next) = (task, headings[place].parent) }
        }
        var later = Int.max
        for place in first.indices.reversed() {
            if first[place] == .max { first[place] = later } else { later = first[place] }
        }
        return first
    }

    private static func stablySorted(_ lines: [(row: Int, line: Line)]) -> [(row: Int, line: Line)] {
        lines.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    }

    private mutating func number(_ plan: Plan) {
        let ids = plan.tasks.rows.map { plan.tasks.text(.id, $0) } + headings.map(\.id)
        let numbers = ids.map { Int32($0).flatMap { $0 > 0 && $0 < Int32.max ? $0 : nil } }
        idsAreNumbers = zip(ids, numbers).allSatisfy { $1 != nil && "\($1!)" == $0 } && Set(numbers).count == ids.count
        if idsAreNumbers {
            (taskNumbers, headingNumbers) = (
                numbers.prefix(plan.tasks.count).map { $0! }, numbers.dropFirst(plan.tasks.count).map { $0! }
            )
            return
        }
        (taskNumbers, headingNumbers) = (
            Array(repeating: 0, count: plan.tasks.count), Array(repeating: 0, count: headings.count)
        )
        for (place, line) in lines.enumerated() {
            switch line.line {
            case .task(let task): taskNumbers[task] = Int32(place + 1)
            case .heading(let heading): headingNumbers[heading] = Int32(place + 1)
            }
        }
    }
}
