import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension LeverReport {
    /// The search as JSON.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("samples", outcome.settings.samples)
            json.key("seed")
            json.unsigned(outcome.settings.seed)
            json.field("resources", outcome.settings.mode.rawValue)
            json.field("minutesPerDay", plan.settings.units.minutesPerDay)
            json.key("target")
            json.object { json in
                json.field("id", names.id(outcome.goal.target))
                json.field("kind", names.tree.kind(outcome.goal.target).rawValue)
                json.field("due", due)
                json.field("probability", outcome.goal.probability)
            }
            json.field("unit", outcome.list.unit.isEmpty ? nil : outcome.list.unit)
            json.key("asItIs")
            write(asItIs.onTime!, to: &json)
            json.key("answer")
            if let answer = outcome.answer { write(answer, to: &json) } else { json.null() }
            json.key("best")
            if let best = outcome.best { write(best, to: &json) } else { json.null() }
            json.key("everything")
            if let all = outcome.everything { write(all, to: &json) } else { json.null() }
            json.key("confirmations")
            write(outcome.confirmations, to: &json)
            json.key("frontier")
            write(outcome.frontier, to: &json)
            json.key("moves")
            json.array(onLines: true) { json in
                for place in outcome.list.moves.indices { writeMove(place, to: &json) }
            }
            json.key("oneMorePerson")
            json.array(onLines: true) { json in
                for value in people { write(value, to: &json) }
            }
            json.field("untriedTeams", outcome.untriedTeams)
            json.key("trials")
            write(outcome.trials, to: &json)
            json.key("refusals")
            json.array(onLines: true) { json in
                for refusal in outcome.refusals {
                    json.object { json in
                        writeNames(refusal.moves, to: &json)
                        json.field("reason", refusal.reason)
                    }
                }
            }
            json.field("untriedPairs", outcome.untriedPairs)
            json.key("cutShort")
            json.bool(outcome.isCutShort)
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ trials: [LeverTrial], to json: inout JSONWriter) {
        json.array(onLines: true) { json in
            for trial in trials { write(trial, to: &json) }
        }
    }

    private func writeNames(_ moves: MoveSet, to json: inout JSONWriter) {
        json.key("moves")
        json.array { json in
            for name in names(moves) { json.string(name) }
        }
    }

    private func write(_ share: Proportion, to json: inout JSONWriter) {
        json.object { json in
            json.field("value", share.value)
            json.field("standardError", share.standardError)
            json.field("low", share.interval.lowerBound)
            json.field("high", share.interval.upperBound)
        }
    }

    private func write(_ trial: LeverTrial, to json: inout JSONWriter) {
        json.object { json in
            writeNames(trial.moves, to: &json)
            json.field("cost", trial.cost)
            json.field("verdict", trial.verdict.rawValue)
            json.field("samples", trial.samples)
            json.key("seed")
            json.unsigned(trial.seed)
            json.key("probabilityOnTime")
            write(trial.onTime, to: &json)
            json.difference("deltaProbability", trial.gain)
            json.difference("deltaMeanMinutes", trial.change.meanMinutes)
            json.difference("deltaP80Minutes", trial.change.p80Minutes)
        }
    }

    private func writeMove(_ place: Int, to json: inout JSONWriter) {
        let move = outcome.list.moves[place]
        json.object { json in
            json.field("name", move.name)
            json.field("cost", move.cost)
            json.field("reachMinutes", outcome.reach[place].isInfinite ? nil : outcome.reach[place])
            json.key("alone")
            if let trial = outcome.alone.first(where: { $0.moves.contains(place) }) {
                write(trial, to: &json)
            } else {
                json.null()
            }
        }
    }

    private func write(_ value: PersonValue, to json: inout JSONWriter) {
        json.object { json in
            json.field("team", plan.teams.text(.id, value.team))
            json.field("criticalWaitMinutes", value.criticalWait)
            json.field("samples", value.change?.samples)
            json.difference("deltaProbability", value.change?.onTime)
            json.difference("deltaP50Minutes", value.change?.p50Minutes)
            json.difference("deltaP80Minutes", value.change?.p80Minutes)
            json.difference("deltaMeanMinutes", value.change?.meanMinutes)
            json.field("refusal", value.refusal)
        }
    }
}
