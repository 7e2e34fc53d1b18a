import PlanModel

/// Lays the work of every project out: parallel strands from a first task to a last one, merges between them, and gates and
/// hand-overs from earlier projects.
///
/// Dates come with the tasks: each is placed behind its predecessors, which have lower numbers, so nothing can wait for itself.
struct WorkGraphMaker {
    let shape: OrganisationShape
    let clock: WorkClock
    let seed: UInt64
    private var placer: WorkPlacer
    /// The last task of each strand of the project at hand.
    private var strands: [Int] = []
    private var dice: Dice

    /// Gates open within the first working year, so that plans of any size last about two.
    private static let lastGate = 250 * WorkClock.day

    static func graph(of shape: OrganisationShape, clock: WorkClock, seed: UInt64) -> WorkGraph {
        var maker = WorkGraphMaker(shape: shape, clock: clock, seed: seed)
        maker.run()
        return maker.placer.graph
    }

    private init(shape: OrganisationShape, clock: WorkClock, seed: UInt64) {
        (self.shape, self.clock, self.seed, dice) = (shape, clock, seed, Dice(seed, .work, 0))
        placer = WorkPlacer(tasks: shape.taskCount, clock: clock, seed: seed)
    }

    private mutating func run() {
        for project in 0..<shape.workedProjects { add(project: project) }
        for task in shape.orphanTasks {
            dice = Dice(seed, .work, -1 - task)
            placer.begin(project: -1, lasting: Int32(dice.between(1, 10)) * 240, &dice)
            // A favour may be asked for at any time of the half year.
            let asked = Int32(dice.below(Int(clock.now / 60))) * 60
            placer.hold(planned: asked, real: asked)
            placer.end(&dice)
        }
    }

    private mutating func add(project: Int) {
        dice = Dice(seed, .work, project)
        let tasks = shape.tasks(of: project)
        placer.begin(project: project, lasting: dice.duration(), &dice)
        if project > 0, dice.happens(85) { addGate(before: project) }
        placer.end(&dice)
        strands = Array(repeating: tasks.lowerBound, count: strandCount(tasks.count))
        for _ in tasks.dropFirst().dropLast() { addStep(project) }
        if tasks.count > 1 { addLast(project, isMilestone: tasks.count > 3 && dice.happens(60)) }
        placer.endProject(tasks)
    }

    /// About the square root of half the tasks: strands grow longer and more.
    private func strandCount(_ tasks: Int) -> Int {
        var count = 1
        while (count + 1) * (count + 1) * 2 <= tasks { count += 1 }
        return count
    }

    private mutating func addStep(_ project: Int) {
        placer.begin(project: project, lasting: dice.duration(), &dice)
        let strand = dice.below(strands.count)
        let before = strands[strand]
        let (type, lag) = chainRelation(after: placer.graph.items[before])
        placer.tie(to: before, type, lag)
        let merged = strands[dice.below(strands.count)]
        if merged != before, dice.happens(45) { placer.tie(to: merged, dice.happens(12) ? .FF : .FS, mergeLag()) }
        if dice.happens(19) { addHandOver(into: project) }
        strands[strand] = placer.graph.items.count
        placer.end(&dice)
    }

    private mutating func addLast(_ project: Int, isMilestone: Bool) {
        placer.begin(project: project, lasting: isMilestone ? 0 : dice.duration(), &dice)
        for strand in 0..<strands.count where !strands[..<strand].contains(strands[strand]) {
            placer.tie(to: strands[strand], .FS, Lag(minutes: 0))
        }
        placer.end(&dice)
    }

    private mutating func chainRelation(after item: WorkItem) -> (RelationType, Lag) {
        switch dice.below(100) {
        case ..<6: (.SS, Lag(minutes: Int32(dice.between(1, 3)) * WorkClock.day))
        case ..<14: (.FS, Lag(minutes: Int32(dice.between(1, 5)) * WorkClock.day))
        case ..<18: (.FS, Lag(minutes: Int32(dice.between(1, 14)) * 1440, isElapsed: true))
        case ..<21 where item.duration >= 2 * WorkClock.day && item.start < item.finish - WorkClock.day:
            (.FS, Lag(minutes: -WorkClock.day))
        default: (.FS, Lag(minutes: 0))
        }
    }

    private mutating func mergeLag() -> Lag {
        Lag(minutes: dice.happens(12) ? Int32(dice.between(1, 3)) * WorkClock.day : 0)
    }

    // MARK: - Across projects

    /// Lets a project begin when a task of an earlier one, or all of it, is finished.
    private mutating func addGate(before project: Int) {
        let other = project - 1 - dice.below(min(project, 8))
        if dice.happens(3), placer.graph.plannedFinish[other] <= Self.lastGate {
            return placer.tie(project: project, toProject: other)
        }
        let tasks = shape.tasks(of: other)
        let task = tasks.upperBound - 1 - dice.below((tasks.count + 1) / 2)
        if placer.graph.items[task].plannedFinish <= Self.lastGate { placer.tie(to: task, .FS, mergeLag()) }
    }

    /// Ties the task at hand to one of an earlier project that is approved to end before this one starts.
    private mutating func addHandOver(into project: Int) {
        guard project > 0 else { return }
        for _ in 0..<5 {
            let other = project - 1 - dice.below(dice.happens(90) ? min(project, 40) : project)
            let tasks = shape.tasks(of: other)
            let task = tasks.lowerBound + dice.below(tasks.count)
            guard placer.graph.items[task].plannedFinish <= placer.draft.plannedStart else { continue }
            return placer.tie(to: task, .FS, Lag(minutes: 0))
        }
    }
}
