import PlanModel
import PlanNetwork
import PlanSchedule

extension LevelReport {
    /// The levelled schedule as JSON; the keys are those of the command's contract.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.reserve(160 * rows.count)
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("finish", levelled.date(levelled.finish))
            json.field("plainFinish", plain.date(plain.finish))
            json.field("makespan", makespan)
            json.field("rule", result.rule?.rawValue ?? "search")
            json.field("scheme", result.scheme.rawValue)
            json.field("schedules", result.schedules)
            json.key("seed")
            if let budget = choice.budget { json.unsigned(budget.seed) } else { json.null() }
            json.key("tasks")
            json.array(onLines: true) { json in
                for row in rows { write(task: row, to: &json) }
            }
            json.key("targets")
            json.array(onLines: true) { json in
                for target in names.ordered(1..<names.tree.count) { write(target: target, to: &json) }
            }
            json.key("waits")
            json.array(onLines: true) { json in
                for entry in waits {
                    json.object { json in
                        write(resource: entry.resource, to: &json)
                        json.field("waitMinutes", entry.minutes)
                        json.field("tasks", entry.tasks)
                    }
                }
            }
            json.key("infeasible")
            json.array(onLines: true) { json in
                for shortfall in schedule.shortfalls { write(shortfall, to: &json) }
            }
            json.key("overAllocated")
            json.array(onLines: true) { json in
                for entry in overAllocated(plainLoads) { write(entry, plainLoads, to: &json) }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(task row: Int32, to json: inout JSONWriter) {
        let node = node(row)
        json.object { json in
            json.field("id", plan.tasks.text(.id, Int(row)))
            json.field("start", levelled.date(levelled.startInstant(node)))
            json.field("finish", levelled.date(levelled.finishInstant(node)))
            json.field("waitMinutes", Int(schedule.waits[node]))
            json.field("waitedFor", schedule.waitedFor[node] < 0 ? nil : holders.id(Int(schedule.waitedFor[node])))
        }
    }

    private func write(target: Int, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", names.id(target))
            json.field("kind", names.tree.kind(target).rawValue)
            json.field("finish", targets.finish[target] < 0 ? nil : levelled.date(targets.finish[target]))
            json.field("plainFinish", plainTargets.finish[target] < 0 ? nil : plain.date(plainTargets.finish[target]))
            json.field("due", names.due(target).map(Spelling.ending))
        }
    }

    private func write(resource: Int, to json: inout JSONWriter) {
        json.field("id", resource < 0 ? nil : holders.id(resource))
        json.field("kind", resource < 0 ? nil : holders.kind(resource))
    }

    private func write(_ shortfall: Shortfall, to json: inout JSONWriter) {
        json.object { json in
            json.field("task", plan.tasks.text(.id, Int(levelled.network.structure.taskOfNode[shortfall.node])))
            write(resource: shortfall.resource, to: &json)
            json.field("demanded", Double(shortfall.demanded) / Double(CapacityModel.fullTime))
            json.field("available", Double(shortfall.most) / Double(CapacityModel.fullTime))
            json.field("givenUp", shortfall.isGivenUp)
        }
    }

    private func write(_ entry: Loads.Entry, _ loads: Loads, to json: inout JSONWriter) {
        let full = Double(CapacityModel.fullTime)
        json.object { json in
            write(resource: Int(entry.resource), to: &json)
            json.field("week", loads.monday(entry))
            json.field("demandedMinutes", Double(entry.demanded) / full)
            json.field("availableMinutes", entry.available.map { Double($0) / full })
            json.field("overMinutes", Double(entry.over) / full)
        }
    }

    /// The tasks as CSV, one row each.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(header: ["id", "name", "start", "finish", "wait_minutes", "waited_for"])
        for row in rows {
            let node = node(row)
            csv.cell(plan.tasks.text(.id, Int(row)))
            csv.cell(plan.tasks.text(.name, Int(row)))
            csv.cell(levelled.date(levelled.startInstant(node)))
            csv.cell(levelled.date(levelled.finishInstant(node)))
            csv.cell(Int(schedule.waits[node]))
            csv.cell(schedule.waitedFor[node] < 0 ? nil : holders.id(Int(schedule.waitedFor[node])))
            csv.endRow()
        }
        return csv.bytes
    }

    /// Demand by person or team and week as CSV, of the plain plan and of the levelled one, minutes of full-time people.
    public func loadsCSV() -> [UInt8] {
        var csv = CSVWriter(header: ["schedule", "kind", "id", "week", "demanded_minutes", "available_minutes", "over_minutes"])
        let full = Double(CapacityModel.fullTime)
        for (word, loads) in [("plain", plainLoads), ("levelled", loads)] {
            for entry in loads.entries {
                csv.cell(word)
                csv.cell(holders.kind(Int(entry.resource)))
                csv.cell(holders.id(Int(entry.resource)))
                csv.cell(loads.monday(entry))
                csv.cell(Double(entry.demanded) / full)
                csv.cell(entry.available.map { Double($0) / full })
                csv.cell(Double(entry.over) / full)
                csv.endRow()
            }
        }
        return csv.bytes
    }
}
