import PlanForecast
import PlanModel
import PlanNetwork
import PlanSchedule

extension LeadershipReport {
    /// All the data behind the page: the results of the single commands with the keys of their contracts, and what only the page shows.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("headline", parts.forecast.headline)
            json.key("focus")
            json.array { json in
                for target in parts.focus { json.string(names.id(target) ?? plan.settings.name) }
            }
            for (key, result) in results {
                json.key(key)
                if let result { json.json(result) } else { json.null() }
            }
            json.key("fan")
            if let fan = parts.fan { write(fan, to: &json) } else { json.null() }
            json.key("paths")
            json.array(onLines: true) { json in
                for target in parts.focus { writePath(target, to: &json) }
            }
            json.key("load")
            if let load = parts.load { write(load.profile, load.spans, to: &json) } else { json.null() }
            json.key("missing")
            json.array(onLines: true) { json in
                for name in ChartName.allCases where !isDrawn(name) {
                    json.object { json in
                        json.field("chart", name.rawValue)
                        json.field("message", absence(name))
                    }
                }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    /// The results of the single commands.
    private var results: [(key: String, json: [UInt8]?)] {
        [
            ("forecast", parts.forecast.json()), ("sensitivity", parts.sensitivity.map(sensitivityJSON)),
            ("align", parts.alignment.json()), ("slip", parts.slip?.json()), ("checkins", parts.checkIns.json()),
            ("compare", parts.comparison?.json()), ("check", parts.check.json()),
        ]
    }

    private func sensitivityJSON(_ report: SensitivityReport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in report.writeJSON(to: &json) }
        return json.finished()
    }

    private func isDrawn(_ name: ChartName) -> Bool {
        (name.isOfTarget ? parts.focus : [0]).contains { figure(name, $0)?.draw(.wide) != nil }
    }

    private func write(_ fan: CompletionFan, to json: inout JSONWriter) {
        json.object { json in
            json.field("samples", fan.samples)
            json.field("openTasks", fan.openTasks)
            json.key("slices")
            json.array(onLines: true) { json in
                for slice in fan.slices {
                    json.object { json in
                        json.field("date", Spelling.ending(date(slice.instant)))
                        for (key, count) in [
                            ("p10", slice.p10), ("p25", slice.p25), ("p50", slice.p50), ("p75", slice.p75), ("p90", slice.p90),
                        ] {
                            json.field(key, count)
                        }
                    }
                }
            }
        }
    }

    private func writePath(_ target: Int, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", names.id(target))
            json.field("kind", names.tree.kind(target).rawValue)
            json.key("tasks")
            json.array { json in
                for node in PathRows.open(parts.schedule, TargetSchedule(of: parts.schedule), target) {
                    json.object { json in
                        json.field("id", plan.tasks.text(.id, Int(network.structure.taskOfNode[node])))
                        json.field("start", date(parts.schedule.startInstant(node)))
                        json.field("finish", Spelling.ending(date(parts.schedule.finishInstant(node))))
                        let quantiles = finishQuantiles(node)
                        json.field("p10", quantiles.map { Spelling.ending($0.p10) })
                        json.field("p50", quantiles.map { Spelling.ending($0.p50) })
                        json.field("p90", quantiles.map { Spelling.ending($0.p90) })
                    }
                }
            }
        }
    }

    private func write(_ profile: LoadProfile, _ spans: LoadSpans, to json: inout JSONWriter) {
        json.object { json in
            json.field("span", spans.word)
            json.key("begins")
            json.array { json in for span in spans.ranges { json.date(date(span.lowerBound)) } }
            json.key("rows")
            json.array(onLines: true) { json in
                for row in profile.rows {
                    json.object { json in
                        switch row.carrier {
                        case .team(let team): json.field("team", plan.teams.text(.id, team))
                        case .unit(let unit): json.field("unit", unit)
                        case .others: json.field("team", String?.none)
                        }
                        json.key("workMinutes")
                        json.array { json in for minutes in row.work { json.integer(Int(minutes)) } }
                        json.key("capacityMinutes")
                        if let capacity = row.capacity {
                            json.array { json in for minutes in capacity { json.integer(Int(minutes)) } }
                        } else {
                            json.null()
                        }
                    }
                }
            }
        }
    }
}
