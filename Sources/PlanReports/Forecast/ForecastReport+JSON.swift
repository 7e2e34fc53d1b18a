import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension ForecastReport {
    /// The forecast as JSON; the keys are those of the command's contract.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("samples", forecast.settings.samples)
            json.key("seed")
            json.unsigned(forecast.settings.seed)
            json.field("sampling", forecast.settings.isStratified ? "stratified" : "random")
            json.field("resources", forecast.peopleMode.rawValue)
            json.key("precision")
            if let words = PrecisionWords(forecast, names, plan.settings.units) { words.write(to: &json) } else { json.null() }
            if let scenario = request.scenario {
                json.key("scenario")
                json.object { json in
                    json.field("name", scenario.scenario.name)
                    json.key("edits")
                    CompareReport.writeEdits(scenario, to: &json)
                }
            }
            json.key("mitigated")
            json.array { json in
                for row in mitigatedRisks { json.string(plan.risks.text(.id, row)) }
            }
            json.key("planFinish")
            write(whole, to: &json)
            json.key("targets")
            json.array(onLines: true) { json in
                for figures in targets { write(figures, to: &json) }
            }
            writeJoint(to: &json)
            writeGoals(to: &json)
            if let sensitivity = request.explanation.sensitivity {
                sensitivity.writeJSON(to: &json)
            } else {
                writeTasks(to: &json)
            }
            if let people = PeopleFigures(plan, forecast, names) {
                json.key("people")
                people.writeJSON(to: &json)
            }
            if let beyond = HeldBeyond(plan, forecast) {
                json.key("heldBeyond")
                beyond.writeJSON(to: &json)
            }
            json.key("findings")
            json.array(onLines: true) { json in
                for finding in findings {
                    FaultReport.write(finding.file, finding.line, finding.column, finding.code, finding.message, &json)
                }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ figures: TargetFigures, to json: inout JSONWriter) {
        json.object { json in
            writeIdentity(figures.target, to: &json)
            json.field("due", names.due(figures.target).map(Spelling.ending))
            json.field("deterministicFinish", figures.deterministicFinish.map(date))
            let outcome = figures.outcome
            json.field("p10", (outcome?.p10).map(date))
            json.field("p50", (outcome?.p50).map(date))
            json.field("p80", (outcome?.p80).map(date))
            json.field("p90", (outcome?.p90).map(date))
            json.field("mean", (outcome?.mean).map(date))
            json.field("probabilityOnTime", figures.onTime?.value)
            writeErrors(outcome, to: &json)
            writeIntervals(outcome, to: &json)
            json.key("histogram")
            json.array { json in
                for bin in outcome?.histogram ?? [] {
                    json.object { json in
                        json.field("from", date(bin.from))
                        json.field("to", date(bin.to))
                        json.field("count", bin.count)
                    }
                }
            }
        }
    }

    private func writeErrors(_ outcome: TargetFigures.Outcome?, to json: inout JSONWriter) {
        json.key("standardError")
        json.object { json in
            json.field("p10Minutes", outcome?.p10Error)
            json.field("p50Minutes", outcome?.p50Error)
            json.field("p80Minutes", outcome?.p80Error)
            json.field("p90Minutes", outcome?.p90Error)
            json.field("meanMinutes", outcome?.meanError)
            json.field("probabilityOnTime", outcome?.onTime?.standardError)
        }
    }

    private func writeIntervals(_ outcome: TargetFigures.Outcome?, to json: inout JSONWriter) {
        json.key("interval")
        json.object { json in
            for (place, name) in ["p10", "p50", "p80", "p90"].enumerated() {
                json.key(name)
                guard let interval = outcome?.intervals[place] else {
                    json.null()
                    continue
                }
                json.object { json in
                    json.field("low", date(interval.lowerBound))
                    json.field("high", date(interval.upperBound))
                }
            }
        }
        json.interval("probabilityOnTimeInterval", outcome?.onTime?.interval)
    }

    func writeIdentity(_ target: Int, to json: inout JSONWriter) {
        json.field("id", names.id(target))
        json.field("kind", names.tree.kind(target).rawValue)
    }
}
