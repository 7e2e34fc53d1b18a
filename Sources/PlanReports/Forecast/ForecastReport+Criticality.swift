import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// The tasks of a forecast as JSON.
extension ForecastReport {
    /// Only tasks that ever lay on a driving path of a target asked for; the others' index is 0.
    func writeTasks(to json: inout JSONWriter) {
        let structure = forecast.network.structure
        let ids = plan.tasks.texts(.id) ?? TextColumn()
        json.key("tasks")
        json.array(onLines: true) { json in
            for row in NaturalOrder.sortedRows(ids) {
                let entries = forecast.criticality.entries(of: Int(structure.nodeOfTask[Int(row)]))
                guard let highest = entries.map(\.count).max() else { continue }
                json.object { json in
                    json.field("id", plan.tasks.text(.id, Int(row)))
                    json.field("criticalityIndex", Proportion(hits: Int(highest), of: forecast.criticality.samples).value)
                    writeCriticality(entries, to: &json)
                }
            }
        }
    }

    private func writeCriticality(_ entries: ArraySlice<Criticality.Entry>, to json: inout JSONWriter) {
        let places = Dictionary(uniqueKeysWithValues: entries.map { (Int($0.target), Int($0.count)) })
        json.key("criticality")
        json.array { json in
            for target in places.keys.filter({ $0 == 0 }) + names.ordered(places.keys) {
                let share = Proportion(hits: places[target]!, of: forecast.criticality.samples)
                json.object { json in
                    json.field("target", names.id(target))
                    json.field("kind", names.tree.kind(target).rawValue)
                    json.field("index", share.value)
                    json.field("standardError", share.standardError)
                }
            }
        }
    }
}
