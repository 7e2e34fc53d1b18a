import PlanModel
import PlanNetwork
import PlanSchedule

extension ScheduleReport {
    /// The schedule as JSON; the keys are those of the command's contract.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.reserve(300 * rows.count)
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("finish", schedule.date(schedule.finish))
            Conventions(plan).write(to: &json)
            notes?.write(to: &json)
            json.key("tasks")
            json.array(onLines: true) { json in
                for row in rows { write(task: Int(row), to: &json) }
            }
            json.key("targets")
            json.array(onLines: true) { json in
                for target in names.ordered(1..<names.tree.count) { write(target: target, to: &json) }
            }
            paths?.writeOthers(to: &json)
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(task row: Int, to json: inout JSONWriter) {
        let node = Int(schedule.network.structure.nodeOfTask[row])
        let isOpen = !schedule.isCompleted(node)
        json.object { json in
            json.key("id")
            write(id: node, to: &json)
            json.field("start", schedule.date(schedule.startInstant(node)))
            json.field("finish", schedule.date(schedule.finishInstant(node)))
            json.field("earlyStart", schedule.date(schedule.earlyStartInstant(node)))
            json.field("earlyFinish", schedule.date(schedule.earlyFinishInstant(node)))
            json.field("lateStart", schedule.date(schedule.lateStartInstant(node)))
            json.field("lateFinish", schedule.date(schedule.lateFinishInstant(node)))
            json.field("totalFloatMinutes", isOpen ? Int(schedule.totalFloat(node)) : nil)
            json.field("freeFloatMinutes", isOpen ? Int(schedule.freeFloat[node]) : nil)
            json.field("critical", schedule.isCritical(node))
            json.field("longestPath", isOnLongestPath[node])
            json.key("drivenBy")
            write(id: Int(drivenBy[node]), to: &json)
            if let slippage { write(slippage.tasks[row], to: &json) }
        }
    }

    private func write(target: Int, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", names.id(target))
            json.field("kind", names.tree.kind(target).rawValue)
            json.field("finish", finish(target))
            json.field("due", names.due(target).map(Spelling.ending))
            json.field("totalFloatMinutes", targets.totalFloat(target).map(Int.init))
            json.field("floatToDueMinutes", targets.floatToDue(target).map(Int.init))
            json.key("drivingPath")
            json.array { json in
                for node in drivingPath(target) { write(id: node, to: &json) }
            }
            if let slippage { write(slippage.targets[target], to: &json) }
            paths?.write(target: target, to: &json)
        }
    }

    func write(id node: Int, to json: inout JSONWriter) {
        guard node >= 0, let ids = plan.tasks.texts(.id) else { return json.null() }
        json.string(ids, row(node))
    }
}
