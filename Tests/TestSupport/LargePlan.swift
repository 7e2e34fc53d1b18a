public import Headway

/// A plan of many equal tasks, its columns filled in one go.
public struct LargePlan: Sendable {
    private let taskCount: Int
    private let duration: Int32
    private var from: [Int32] = [], to: [Int32] = []

    /// Tasks `0`, `1`, … of `duration` minutes each, without relations.
    public init(taskCount: Int, duration: Int32 = 1) { (self.taskCount, self.duration) = (taskCount, duration) }

    /// Ties two tasks, finish to start.
    public mutating func relate(_ predecessor: Int, _ successor: Int) {
        from.append(ElementReference(table: 0, row: predecessor).raw)
        to.append(ElementReference(table: 0, row: successor).raw)
    }

    /// The plan.
    public func plan() -> Plan {
        var plan = PlanBuilder().plan()
        plan.tasks.raw.count = taskCount
        plan.tasks.raw.index = nil
        plan.tasks.raw.columns[TaskColumn.id.rawValue] = .texts(TextColumn((0..<taskCount).map { "\($0)" }))
        plan.tasks.raw.columns[TaskColumn.duration.rawValue] = .integers(Array(repeating: duration, count: taskCount))
        plan.dependencies.raw.count = from.count
        plan.dependencies.raw.columns[DependencyColumn.predecessor.rawValue] = .integers(from)
        plan.dependencies.raw.columns[DependencyColumn.successor.rawValue] = .integers(to)
        return plan
    }
}
