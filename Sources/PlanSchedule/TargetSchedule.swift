import PlanModel
import PlanNetwork

/// The finish, float and driving path of every initiative, goal and project, and of the plan.
public struct TargetSchedule: Sendable {
    /// The latest finish of the tasks that serve each target, an instant; −1 where none does.
    public let finish: [Int32]
    /// The task that finishes last, a node; −1 where none serves the target. Of several the one with the least left to do, so that a
    /// milestone stands for the work that it ends, then the one with the smallest identity.
    public let lastNode: [Int32]
    let schedule: Schedule

    /// The targets of a schedule.
    ///
    /// - Complexity: O(tasks + targets + links).
    public init(of schedule: Schedule) {
        let tree = schedule.network.structure.targets
        var finish = [Int32](repeating: -1, count: tree.count)
        var last = finish
        func isBetter(_ node: Int, than other: Int) -> Bool {
            let (left, right) = (schedule.network.values.remaining[node], schedule.network.values.remaining[other])
            return left != right ? left < right : schedule.network.identities[node] < schedule.network.identities[other]
        }
        func take(_ target: Int, _ node: Int32, _ instant: Int32) {
            guard node >= 0, instant >= finish[target] else { return }
            if instant > finish[target] || isBetter(Int(node), than: Int(last[target])) {
                (finish[target], last[target]) = (instant, node)
            }
        }
        for target in tree.order.map(Int.init) {
            for place in tree.members[target] {
                let node = tree.members.items[place]
                take(target, node, schedule.finishInstant(Int(node)))
            }
            for place in tree.children[target] {
                let child = Int(tree.children.items[place])
                take(target, last[child], finish[child])
            }
        }
        (self.finish, lastNode, self.schedule) = (finish, last, schedule)
    }

    /// How far the target's finish can slip before the plan's finish moves, working minutes: the total float of the task that
    /// finishes last; `nil` where no task serves it or all are finished.
    public func totalFloat(_ target: Int) -> Int32? {
        let node = Int(lastNode[target])
        return node < 0 || schedule.isCompleted(node) ? nil : schedule.totalFloat(node)
    }

    /// Working time of the plan's calendar from the target's finish to its due date, minutes, negative where it is late; `nil`
    /// without a due date or a task.
    public func floatToDue(_ target: Int) -> Int32? {
        let structure = schedule.network.structure
        let due = structure.targets.due[target]
        guard due != Int32.max, finish[target] >= 0 else { return nil }
        let calendar = structure.calendars[structure.planCalendar]
        return calendar.work(at: due) - calendar.work(at: finish[target])
    }

    /// The chain of driving tasks to the target's last task, first task first; empty where no task serves it.
    public func drivingPath(_ target: Int) -> [Int] {
        lastNode[target] < 0 ? [] : schedule.drivingPath(to: Int(lastNode[target]))
    }
}
