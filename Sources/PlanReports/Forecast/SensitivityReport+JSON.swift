import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

extension SensitivityReport {
    /// Writes `minutesPerDay`, `tasks`, `drivers`, `mergePoints`, `certain`, `noiseFloor` and `ranking` into an object.
    ///
    /// Of `tasks` only those that ever lay on a driving path. Their `cruciality` and `ssi` are null where a task was not looked at;
    /// `ranking` says how many those are.
    public func writeJSON(to json: inout JSONWriter) {
        json.field("minutesPerDay", plan.settings.units.minutesPerDay)
        writeTasks(to: &json)
        writeDrivers(to: &json)
        writeMergePoints(to: &json)
        writeCertain(to: &json)
        json.key("noiseFloor")
        json.object { json in
            // The largest of all targets; each has its own in `ranking`.
            let noise = targets.map(\.noise).max { $0.rankCorrelation < $1.rankCorrelation }
            json.field("rankCorrelation", noise?.rankCorrelation)
            json.field("confidence", noise?.confidence)
        }
        json.key("ranking")
        json.array(onLines: true) { json in
            for target in targets {
                json.object { json in
                    writeIdentity(target.target, to: &json)
                    json.field("uncertainTasks", target.candidates)
                    json.field("leftOut", target.leftOut)
                    json.field("compared", target.noise.candidates)
                    json.field("noiseFloor", target.noise.rankCorrelation)
                }
            }
        }
    }

    private func writeIdentity(_ target: Int, to json: inout JSONWriter) {
        json.field("target", names.id(target))
        json.field("kind", names.tree.kind(target).rawValue)
    }

    private func writeTasks(to json: inout JSONWriter) {
        let figures = targets.map { target in
            Dictionary(uniqueKeysWithValues: target.tasks.map { (Int32($0.node), $0) })
        }
        let rank = Dictionary(uniqueKeysWithValues: targets.enumerated().map { (Int32($1.target), $0) })
        let structure = forecast.network.structure
        let ids = plan.tasks.texts(.id) ?? TextColumn()
        json.key("tasks")
        json.array(onLines: true) { json in
            for row in NaturalOrder.sortedRows(ids) {
                let node = structure.nodeOfTask[Int(row)]
                let entries = forecast.criticality.entries(of: Int(node)).filter { rank[$0.target] != nil }
                    .sorted { rank[$0.target]! < rank[$1.target]! }
                guard let most = entries.map(\.count).max() else { continue }
                let first = entries.first { $0.count == most }!
                json.object { json in
                    json.field("id", plan.tasks.text(.id, Int(row)))
                    json.field("criticalityIndex", share(first).value)
                    writeFigures(first, figures[rank[first.target]!][node], node, to: &json)
                    json.key("criticality")
                    json.array { json in
                        for entry in entries {
                            json.object { json in
                                writeIdentity(Int(entry.target), to: &json)
                                json.field("index", share(entry).value)
                                json.field("standardError", share(entry).standardError)
                                writeFigures(entry, figures[rank[entry.target]!][node], node, to: &json)
                            }
                        }
                    }
                }
            }
        }
    }

    private func share(_ entry: Criticality.Entry) -> Proportion {
        Proportion(hits: Int(entry.count), of: forecast.criticality.samples)
    }

    /// A certain task has no correlation with anything: 0 by definition.
    private func writeFigures(
        _ entry: Criticality.Entry, _ figures: TaskSensitivity?, _ node: Int32, to json: inout JSONWriter
    ) {
        let isCertain = !forecast.network.values.isUncertain(Int(node))
        json.field("cruciality", isCertain ? 0 : figures?.cruciality)
        json.field("ssi", isCertain ? 0 : figures?.ssi)
        json.field("daysOnDrivingPath", Double(entry.excessMinutes) / Double(forecast.criticality.samples) / day)
        json.field("daysStandardError", isCertain ? nil : (figures?.minutes.standardError).map { $0 / day })
    }

    private func writeDrivers(to json: inout JSONWriter) {
        json.key("drivers")
        json.array(onLines: true) { json in
            for place in eventsInOrder {
                let (event, figures) = (event(place), sensitivity.events[place])
                json.object { json in
                    json.field("id", event.id)
                    json.field("name", event.name)
                    json.field("kind", event.kind)
                    json.field("probability", probability(place))
                    json.field("happened", figures.happened.value)
                    json.field("meanSeverity", figures.meanSeverity)
                    json.key("targets")
                    json.array { json in
                        for target in targets {
                            json.object { json in
                                writeIdentity(target.target, to: &json)
                                json.field("rankCorrelation", target.events[place].rankCorrelation)
                                json.field("daysOnDrivingPath", target.events[place].minutes.mean / day)
                                json.field("daysStandardError", target.events[place].minutes.standardError.map { $0 / day })
                            }
                        }
                    }
                }
            }
        }
        writeRepair(to: &json)
    }

    private func writeRepair(to json: inout JSONWriter) {
        json.key("severityCorrelations")
        guard let repair = sensitivity.severityRepair else { return json.null() }
        json.object { json in
            json.field("repaired", repair.wasRepaired)
            json.field("largestChange", repair.largestChange)
            json.key("pairs")
            json.array(onLines: true) { json in
                for pair in repair.pairs {
                    json.object { json in
                        json.field("first", event(pair.first).id)
                        json.field("second", event(pair.second).id)
                        json.field("stated", pair.stated)
                        json.field("used", pair.used)
                    }
                }
            }
        }
    }

    private func writeMergePoints(to json: inout JSONWriter) {
        json.key("mergePoints")
        json.array(onLines: true) { json in
            for target in targets {
                for point in target.mergePoints {
                    json.object { json in
                        json.field("task", task(point.node).id)
                        writeIdentity(target.target, to: &json)
                        json.field("biasMinutes", point.biasMinutes)
                        json.field("criticalityIndex", point.criticality.value)
                        json.field("daysOnDrivingPath", point.minutesOnPath / day)
                    }
                }
            }
        }
    }

    private func writeCertain(to json: inout JSONWriter) {
        let places = Dictionary(uniqueKeysWithValues: sensitivity.targets.enumerated().map { ($1.target, $0) })
        json.key("certain")
        json.array(onLines: true) { json in
            for run in runs {
                for target in targets {
                    let effect = run.effects[places[target.target]!]
                    json.object { json in
                        write(run.change, to: &json)
                        json.field("target", names.id(target.target))
                        json.field("targetKind", names.tree.kind(target.target).rawValue)
                        write("deltaMeanMinutes", effect.meanMinutes, to: &json)
                        write("deltaP50Minutes", effect.p50Minutes, to: &json)
                        write("deltaP80Minutes", effect.p80Minutes, to: &json)
                        write("deltaProbability", effect.onTime, to: &json)
                    }
                }
            }
        }
    }

    private func write(_ change: CertainRun.Change, to json: inout JSONWriter) {
        let words = words(for: change)
        json.field("kind", words.kind)
        json.field("id", words.id)
        json.field("change", words.change)
    }

    private func write(_ name: String, _ estimate: PairedChange.Estimate?, to json: inout JSONWriter) {
        json.key(name)
        guard let estimate else { return json.null() }
        json.object { json in
            json.field("value", estimate.value)
            json.field("standardError", estimate.standardError)
        }
    }

    /// How likely an event is, with the mitigation in force if it is.
    func probability(_ place: Int) -> Double {
        let event = forecast.network.values.risks.events[place]
        return event.upper - event.lower
    }
}
