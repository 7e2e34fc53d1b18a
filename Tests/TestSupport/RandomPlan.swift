import Headway

/// Small random plans with everything that scheduling knows: all relations, lags of both signs and kinds, odd calendars, progress.
public struct RandomPlan: Sendable {
    /// Tasks, 1 or more.
    public var taskCount = 12
    /// How many relations a task has on average.
    public var density = 1.3
    /// Whether tasks run on several calendars.
    public var hasCalendars = true
    /// Whether relations have types other than FS and lags.
    public var hasRelationTypes = true
    /// Whether the data date lies inside the plan and tasks have progress.
    public var hasProgress = false
    /// Whether there are relations between projects.
    public var hasProjectRelations = false
    /// Whether tasks have constraints and deadlines, by conventions chosen at random.
    public var hasConstraints = false
    /// Whether tasks stand under summaries, with relations between these.
    public var hasSummaries = false
    /// Whether tasks carry ranges of all distributions.
    public var hasRanges = false
    /// Whether events of all kinds touch tasks, and ranges may be discrete.
    public var hasRisks = false

    /// Whether people and teams of all kinds do the tasks.
    public var hasPeople = false

    /// Everything but what the settings say.
    public init() {}

    /// A plan; the same seed gives the same.
    public func make(seed: UInt64) -> PlanBuilder {
        var random = SeededGenerator(seed: seed)
        var plan = PlanBuilder()
        plan.settings.calendars = RandomCalendars.all
        plan.settings.calendar = hasCalendars ? random.integer(0...2) : 0
        addCascade(&plan, &random)
        for number in 0..<taskCount { addTask(number, &plan, &random) }
        addRelations(&plan, &random)
        if hasSummaries { addSummaries(&plan, &random) }
        if hasProgress { RandomProgress.add(to: &plan, &random) }
        if hasConstraints { RandomConstraints.add(to: &plan, &random) }
        if hasPeople { RandomPeople.add(to: &plan, &random) }
        if hasRisks { RandomRisks.add(to: &plan, &random) }
        plan.tasks.shuffle(using: &random)
        return plan
    }

    private func addCascade(_ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        for number in 0..<2 { plan.initiative("I\(number)", due: plan.moment(Int32(random.integer(0...30)) * 1440 + 720)) }
        for number in 0..<3 { plan.goal("G\(number)", initiative: random.chance(0.8) ? "I\(random.integer(0...1))" : nil) }
        for number in 0..<4 {
            let calendar = hasCalendars && random.chance(0.3) ? random.pick(RandomCalendars.all).name : nil
            plan.project("P\(number)", goal: random.chance(0.8) ? "G\(random.integer(0...2))" : nil, calendar: calendar)
        }
        if random.chance(0.5) { plan.links.append(("P0", "I1")) }
        if random.chance(0.5) { plan.links.append(("G0", "I1")) }
    }

    private func addTask(_ number: Int, _ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let duration = Int32(
            random.chance(0.15) ? 0 : random.chance(0.5) ? 60 * random.integer(1...12) : random.integer(1...900))
        plan.task("T\(number)", duration, in: random.chance(0.9) ? "P\(number * 4 / max(taskCount, 1))" : nil) { task in
            if hasCalendars, random.chance(0.3) { task.calendar = random.pick(RandomCalendars.all).name }
            if hasRanges { Self.addRange(duration, &task, &random) }
        }
        if random.chance(0.1) { plan.links.append(("T\(number)", "G\(random.integer(0...2))")) }
    }

    private static func addRange(_ duration: Int32, _ task: inout PlanBuilder.TaskRow, _ random: inout SeededGenerator) {
        guard duration > 10, random.chance(0.8) else { return }
        task.distribution = random.pick(DistributionName.ofThreePoints)
        if random.chance(0.2) {
            task.distribution = random.pick([.lognormal, .normal])
            (task.mean, task.deviation) = (duration, Int32(random.integer(1...Int(duration))))
            return
        }
        task.optimistic = Int32(random.integer(5...Int(duration)))
        task.pessimistic = Int32(random.integer(Int(duration)...Int(duration) * 2))
        if random.chance(0.5) { task.mostLikely = Int32(random.integer(Int(task.optimistic!)...Int(task.pessimistic!))) }
    }

    private func addRelations(_ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        guard taskCount > 1 else { return }
        for _ in 0..<Int(Double(taskCount) * density) {
            let to = random.integer(1...taskCount - 1)
            addRelation("T\(random.integer(0...to - 1))", "T\(to)", &plan, &random)
        }
        guard hasProjectRelations else { return }
        addRelation("P0", "P\(random.integer(1...3))", &plan, &random)
        if random.chance(0.5) { addRelation("P1", "P\(random.integer(2...3))", &plan, &random) }
        if random.chance(0.5) { addRelation("T0", "P3", &plan, &random) }
        if random.chance(0.5) { addRelation("P0", "T\(taskCount - 1)", &plan, &random) }
    }

    /// Four headings, the second below the first, each with a quarter of the tasks, and relations that lead onwards.
    private func addSummaries(_ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        for number in 0..<4 { plan.summaries.append(.init(id: "S\(number)", parent: number == 1 ? "S0" : nil)) }
        for row in plan.tasks.indices { plan.tasks[row].summary = "S\(row * 4 / plan.tasks.count)" }
        addRelation("S0", "S2", &plan, &random)
        if random.chance(0.7) { addRelation("S1", "S3", &plan, &random) }
        if random.chance(0.5) { addRelation("S2", "T\(taskCount - 1)", &plan, &random) }
        if random.chance(0.5) { addRelation("T0", "S3", &plan, &random) }
    }

    private func addRelation(_ from: String, _ to: String, _ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        guard hasRelationTypes else { return plan.relate(from, to) }
        let type = random.chance(0.5) ? RelationType.FS : random.pick(RelationType.allCases)
        if random.chance(0.5) { return plan.relate(from, to, type) }
        if random.chance(0.3) { return plan.relate(from, to, type, elapsed: Int32(random.integer(-1500...3000))) }
        plan.relate(from, to, type, lag: Int32(random.integer(-400...600)))
    }
}
