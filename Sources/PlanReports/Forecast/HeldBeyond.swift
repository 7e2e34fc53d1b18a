import PlanForecast
import PlanModel
import PlanNetwork
import PlanSchedule
import PlanStatistics

/// Where the order of the levelled plan could not keep capacity in all replications: what is said of it, and the keys of JSON.
struct HeldBeyond {
    /// Ids of tasks that hold people beyond the date on which they go, with the number of those replications; most often first, ties by id.
    let tasks: [(id: String, count: Int)]
    /// Replications with such a task.
    let replications: Int
    let samples: Int
    /// Times that people could not be handed on in the order of the plan.
    let droppedArcs: Int

    /// Tasks named in text.
    private static let listed = 3

    /// `nil` unless people keep the order of a levelled plan.
    init?(_ plan: Plan, _ forecast: Forecast) {
        guard let chains = forecast.chains else { return nil }
        let beyond = forecast.heldBeyond
        let structure = forecast.network.structure
        tasks = beyond.nodes.map { (id: plan.tasks.text(.id, Int(structure.taskOfNode[Int($0.node)])), count: $0.count) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : NaturalOrder.isBefore($0.id, $1.id) }
        (replications, samples, droppedArcs) = (beyond.count, forecast.settings.samples, chains.droppedArcs)
    }

    /// What to know where capacity was exceeded; `nil` where it never was.
    var sentence: String? {
        var parts: [String] = []
        if let most = tasks.first {
            let share = Spelling.percent(Proportion(hits: most.count, of: samples))
            let more = tasks.count - Self.listed
            let others = tasks.prefix(Self.listed).dropFirst().map(\.id) + (more > 0 ? ["\(Spelling.count(more)) more"] : [])
            parts.append(
                "In \(Spelling.percent(Proportion(hits: replications, of: samples))) of samples work goes on with people beyond the day they leave or work less: "
                    + Spelling.list(["\(most.id) (\(share))"] + others))
        }
        if droppedArcs > 0 {
            parts.append("\(Spelling.count(droppedArcs, "time")) people could not be handed on in the order of the plan")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ") + ". --resources dynamic keeps within capacity"
    }

    func writeJSON(to json: inout JSONWriter) {
        json.object { json in
            json.field("replications", replications)
            json.field("droppedHandovers", droppedArcs)
            json.key("tasks")
            json.array(onLines: true) { json in
                for task in tasks {
                    json.object { json in
                        json.field("id", task.id)
                        json.field("replications", task.count)
                    }
                }
            }
        }
    }
}
