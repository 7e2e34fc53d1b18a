import PlanModel
import PlanNetwork
import PlanSchedule

extension PathReport {
    /// The paths of a target in its own object, where they were asked for.
    func write(target: Int, to json: inout JSONWriter) {
        if let section = section(.target(target)) { write(section, to: &json) }
    }

    /// The paths of the plan and of single tasks, which are no targets of the schedule's.
    func writeOthers(to json: inout JSONWriter) {
        if let whole = section(.target(0)) {
            json.key("planPaths")
            json.object { json in
                json.field("finish", finish(whole.end))
                write(whole, to: &json)
            }
        }
        json.key("taskTargets")
        json.array(onLines: true) { json in
            for section in sections {
                guard case .task(let node) = section.end else { continue }
                json.object { json in
                    json.field("id", id(node))
                    json.field("finish", finish(section.end))
                    write(section, to: &json)
                }
            }
        }
    }

    private func write(_ section: Section, to json: inout JSONWriter) {
        json.key("floatPaths")
        json.array { json in
            for (place, path) in section.paths.enumerated() {
                json.object { json in
                    json.field("path", place + 1)
                    json.field("floatMinutes", path.float)
                    json.field("joins", path.joins.map(id))
                    json.key("tasks")
                    json.array { json in
                        for node in path.nodes { json.string(id(node)) }
                    }
                }
            }
        }
        json.key("drags")
        json.array { json in
            for (node, drag) in zip(section.paths.first?.nodes ?? [], section.drags) {
                json.object { json in
                    json.field("task", id(node))
                    json.field("dragMinutes", Int(drag))
                }
            }
        }
    }
}
