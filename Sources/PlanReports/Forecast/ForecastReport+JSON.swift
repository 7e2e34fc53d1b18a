import PlanForecast
import PlanModel
import PlanNetwork
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
            json.key("planFinish")
            write(whole, to: &json)
            json.key("targets")
            json.array(onLines: true) { json in
                for figures in targets { write(figures, to: &json) }
            }
            writeJoint(to: &json)
            writeTasks(to: &json)
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

    func writeIdentity(_ target: Int, to json: inout JSONWriter) {
        json.field("id", names.id(target))
        json.field("kind", names.tree.kind(target).rawValue)
    }

    private func writeJoint(to json: inout JSONWriter) {
        json.key("joint")
        guard let joint else { return json.null() }
        json.object { json in
            json.key("initiatives")
            json.array { json in
                for target in joint.targets { json.string(names.id(target)) }
            }
            json.field("probability", joint.all.value)
            json.field("standardError", joint.all.standardError)
            json.key("pairs")
            json.array { json in
                for first in joint.targets.indices {
                    for second in joint.targets.indices where second > first { writePair(joint, first, second, to: &json) }
                }
            }
        }
    }

    private func writePair(_ joint: JointOutcome, _ first: Int, _ second: Int, to json: inout JSONWriter) {
        let share = joint.pairs.share(first, second)
        json.object { json in
            json.field("first", names.id(joint.targets[first]))
            json.field("second", names.id(joint.targets[second]))
            json.field("probability", share.value)
            json.field("standardError", share.standardError)
        }
    }
}
