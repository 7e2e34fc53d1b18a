import PlanModel

/// Makes initiatives, goals and projects out of the headings of an outline.
///
/// The element of a level above a heading is its ancestor at that level; a heading that lies above the level stands in itself, which is
/// counted as supplied.
struct CascadeBuilder {
    /// One table of the cascade: rows by heading; −1 is the whole plan.
    struct Level {
        fileprivate(set) var headings: [Int] = []
        fileprivate(set) var parents: [Int] = []
        fileprivate var rowOfHeading: [Int: Int] = [:]
    }

    let headings: [ImportedHeading]
    /// The name of the elements that stand for the whole plan.
    let planName: String
    private(set) var initiatives = Level(), goals = Level(), projects = Level()
    private let levels: OutlineLevels
    /// 1 or more.
    private let depths: [Int]

    init(levels: OutlineLevels, headings: [ImportedHeading], planName: String) {
        (self.levels, self.headings, self.planName) = (levels, headings, planName)
        var depths: [Int] = []
        for heading in headings { depths.append(heading.parent.map { depths[$0] + 1 } ?? 1) }
        self.depths = depths
        for index in headings.indices {
            if depths[index] == levels.initiative { _ = initiative(above: index) }
            if depths[index] == levels.goal { _ = goal(above: index) }
            if depths[index] == levels.project { _ = project(above: index) }
        }
    }

    /// The row of the project that a task belongs to; `nil` for a task without a heading in an outline that has some.
    mutating func project(ofTaskUnder heading: Int?, losses: inout LossLedger) -> Int? {
        if heading == nil, !headings.isEmpty {
            losses.add(.changed, "task without a heading", "it belongs to no project and is an orphan of the plan")
            return nil
        }
        return project(above: heading ?? -1)
    }

    /// Counts what was supplied and what cannot be kept, once all tasks have their project.
    func finish(losses: inout LossLedger) {
        for (word, level, depth) in [
            ("initiative", initiatives, levels.initiative), ("goal", goals, levels.goal), ("project", projects, levels.project),
        ] {
            for heading in level.headings where heading < 0 {
                losses.add(.supplied, word, "the file has no headings; one \(word) named after the plan holds all tasks")
            }
            for heading in level.headings where heading >= 0 && depths[heading] < depth {
                let why =
                    "tasks stand under a heading above the level of \(word)s; a \(word) of the heading's id and name holds them"
                losses.add(.supplied, word, why, line: headings[heading].line)
            }
        }
        for index in headings.indices where headings[index].mustFinish != nil && depths[index] > levels.initiative {
            let why = "only initiatives can have a date by which they must finish"
            losses.add(.dropped, "must-finish date of a heading", why, line: headings[index].line)
        }
    }

    /// By when an initiative must finish: as its heading says, or the nearest one above it.
    func mustFinish(ofInitiative row: Int) -> LocalDateTime? {
        var next: Int? = initiatives.headings[row] < 0 ? nil : initiatives.headings[row]
        while let heading = next {
            if let date = headings[heading].mustFinish { return date }
            next = headings[heading].parent
        }
        return nil
    }

    private mutating func project(above heading: Int) -> Int {
        let own = ancestor(of: heading, at: levels.project)
        if let row = projects.rowOfHeading[own] { return row }
        let parent = goal(above: own)
        return projects.add(own, parent: parent)
    }

    private mutating func goal(above heading: Int) -> Int {
        let own = ancestor(of: heading, at: levels.goal)
        if let row = goals.rowOfHeading[own] { return row }
        let parent = initiative(above: own)
        return goals.add(own, parent: parent)
    }

    private mutating func initiative(above heading: Int) -> Int {
        let own = ancestor(of: heading, at: levels.initiative)
        return initiatives.rowOfHeading[own] ?? initiatives.add(own, parent: -1)
    }

    /// The ancestor at a depth, or the heading itself where it lies above.
    private func ancestor(of heading: Int, at depth: Int) -> Int {
        var heading = heading
        while heading >= 0, depths[heading] > depth, let parent = headings[heading].parent { heading = parent }
        return heading
    }
}

extension CascadeBuilder.Level {
    fileprivate mutating func add(_ heading: Int, parent: Int) -> Int {
        rowOfHeading[heading] = headings.count
        headings.append(heading)
        parents.append(parent)
        return headings.count - 1
    }
}
