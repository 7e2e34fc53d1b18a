import PlanModel
import PlanSchedule

extension SlipReport {
    /// The ledgers as JSON; the keys are those of the command's contract.
    ///
    /// Minutes are working minutes of the plan's calendar, of a task's own where the target is a task, unless the key says elapsed.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            notes.write(to: &json)
            json.key("targets")
            json.array(onLines: true) { json in
                for section in sections { write(section, to: &json) }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ section: Section, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", names.id(section.end))
            json.field("kind", names.kind(section.end))
            json.field("name", names.name(section.end))
            json.field("baselineFinish", section.baselineFinish)
            json.field("currentFinish", section.currentFinish)
            json.field("slipMinutes", section.minutes)
            json.field("slipElapsedMinutes", section.slip.map { Int($0.elapsed) })
            json.field("minutesPerDay", section.units.minutesPerDay)
            json.field("sentence", sentence(section))
            json.key("ledger")
            json.array { json in
                for line in section.lines { Self.write(line, to: &json) }
            }
            if let weeks { write(weeks[section.end], to: &json) }
            json.key("rollUps")
            json.object { json in
                for key in SlipRollUp.Key.allCases { Self.write(SlipRollUp(of: section.lines, by: key), key, to: &json) }
            }
        }
    }

    static func write(_ line: SlipLine, isUndone: Bool = true, to json: inout JSONWriter) {
        json.object { json in
            json.field("task", line.task.id)
            json.field("project", line.project?.id)
            json.field("owner", line.owner?.id)
            json.field("team", line.team?.id)
            json.field("cause", line.cause.rawValue)
            json.field("predecessor", line.predecessor?.id)
            json.field("minutes", line.minutes)
            if isUndone { json.field("undoMinutes", line.undoMinutes) }
        }
    }

    private static func write(_ rollUp: SlipRollUp, _ key: SlipRollUp.Key, to json: inout JSONWriter) {
        json.key("\(key.rawValue)s")
        json.array { json in
            for group in rollUp.groups {
                json.object { json in
                    json.field(key.rawValue, group.id)
                    json.field("minutes", group.minutes)
                }
            }
        }
    }
}
