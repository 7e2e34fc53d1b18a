/// How many elements there are of each level, and what belongs to what. Flaws are planted here where the plan is large enough.
struct OrganisationShape: Sendable {
    let taskCount: Int
    /// The first task of each project that has any, ascending, and at the end the first orphan task.
    let firstTask: [Int32]
    /// The goal of each project; −1 for an orphan. Projects without tasks come last.
    let goalOfProject: [Int32]
    /// The initiative of each goal. Goals without projects come last.
    let initiativeOfGoal: [Int32]
    let initiativeCount: Int

    /// Projects that have tasks.
    var workedProjects: Int { firstTask.count - 1 }
    var projectCount: Int { goalOfProject.count }
    var goalCount: Int { initiativeOfGoal.count }

    /// One project in so many is an orphan, of a plan of `leastForOrphans` or more.
    static let orphanEvery = 33
    static let leastForOrphans = 6

    init(tasks: Int, seed: UInt64) {
        taskCount = tasks
        let orphanTasks = tasks >= 50 ? max(1, tasks / 110) : 0
        firstTask = Self.projects(tasks: tasks - orphanTasks, seed: seed)
        let worked = firstTask.count - 1
        let served = Self.goals(ofProjects: worked, dice: Dice(seed, .parents, 0))
        let goals = Int(served.max() ?? -1) + 1
        let upper = Self.groups(of: goals, sizes: 3...5, dice: Dice(seed, .parents, 1))
        initiativeCount = Int(upper.max() ?? -1) + 1
        var dice = Dice(seed, .parents, 2)
        let (emptyGoals, emptyProjects) = (goals >= 4 ? max(1, goals / 50) : 0, worked >= 4 ? max(1, worked / 100) : 0)
        let (goalLimit, initiativeLimit) = (goals, initiativeCount)
        initiativeOfGoal = upper + (0..<emptyGoals).map { _ in Int32(dice.below(initiativeLimit)) }
        goalOfProject = served + (0..<emptyProjects).map { _ in Int32(dice.below(goalLimit)) }
    }

    /// The tasks of a project.
    func tasks(of project: Int) -> Range<Int> {
        project < workedProjects ? Int(firstTask[project])..<Int(firstTask[project + 1]) : taskCount..<taskCount
    }

    /// Tasks without a project.
    var orphanTasks: Range<Int> { Int(firstTask[workedProjects])..<taskCount }

    /// The mean number of tasks of a project: 15 up to 1,000 tasks, then growing by a factor of 1.215 as the plan doubles; 200
    /// at ten million.
    static func meanSize(tasks: Int) -> Int {
        var (thousandths, limit) = (15_000, 1_000)
        while limit * 2 <= tasks { (thousandths, limit) = (thousandths * 1215 / 1000, limit * 2) }
        return thousandths / 1000
    }

    private static func projects(tasks: Int, seed: UInt64) -> [Int32] {
        let mean = meanSize(tasks: tasks)
        var dice = Dice(seed, .sizes, 0)
        var (first, result) = (0, [Int32]())
        while first < tasks {
            result.append(Int32(first))
            let size = dice.between(mean * 2 / 5, mean * 8 / 5)
            first = tasks - first - size < mean / 3 ? tasks : first + size
        }
        return result + [Int32(tasks)]
    }

    private static func goals(ofProjects count: Int, dice: Dice) -> [Int32] {
        var dice = dice
        let orphan = count >= leastForOrphans ? dice.below(min(count, orphanEvery)) : orphanEvery
        let groups = groups(of: count, sizes: 2...4, dice: dice)
        guard count >= leastForOrphans else { return groups }
        // A goal of one project that becomes an orphan must not shift the others: goals are numbered again.
        var (result, last, goal) = ([Int32](), Int32(-1), Int32(-1))
        for project in 0..<count {
            guard project % orphanEvery != orphan else {
                result.append(-1)
                continue
            }
            if groups[project] != last { (last, goal) = (groups[project], goal + 1) }
            result.append(goal)
        }
        return result
    }

    /// Consecutive elements in groups of random sizes, numbered from 0.
    private static func groups(of count: Int, sizes: ClosedRange<Int>, dice: Dice) -> [Int32] {
        var dice = dice
        var (result, group) = ([Int32](), Int32(0))
        result.reserveCapacity(count)
        while result.count < count {
            let size = min(dice.between(sizes.lowerBound, sizes.upperBound), count - result.count)
            result += repeatElement(group, count: size)
            group += 1
        }
        return result
    }
}
