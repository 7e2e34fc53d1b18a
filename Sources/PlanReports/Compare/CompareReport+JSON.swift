import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics

extension CompareReport {
    /// The comparison as JSON; the keys are those of the command's contract.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("samples", comparison.base.settings.samples)
            json.key("seed")
            json.unsigned(comparison.base.settings.seed)
            json.field("sampling", comparison.base.settings.isStratified ? "stratified" : "random")
            json.field("minutesPerDay", plan.settings.units.minutesPerDay)
            json.key("scenarios")
            json.array(onLines: true) { json in
                for effect in comparison.effects { write(effect, to: &json) }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ effect: ScenarioComparison.Effect, to json: inout JSONWriter) {
        let scenario = effect.applied.scenario
        json.object { json in
            json.field("name", scenario.name)
            json.field("description", scenario.description)
            json.field("file", scenario.file.isEmpty ? nil : scenario.file)
            json.field("recompiled", effect.applied.isRecompiled)
            json.key("edits")
            Self.writeEdits(effect.applied, to: &json)
            let targets = targets(effect)
            json.key("planFinish")
            if let whole = targets.first(where: { $0.target == 0 }) { write(whole, to: &json) } else { json.null() }
            json.key("targets")
            json.array(onLines: true) { json in
                for target in targets where target.target > 0 { write(target, to: &json) }
            }
            write(effect.joint, to: &json)
            write(effect.people, to: &json)
        }
    }

    /// What the edits of a scenario did.
    static func writeEdits(_ applied: AppliedScenario, to json: inout JSONWriter) {
        json.array { json in
            for touch in applied.touches { write(touch, to: &json) }
        }
    }

    private static func write(_ touch: EditTouch, to json: inout JSONWriter) {
        json.object { json in
            json.field("edit", touch.word)
            json.field("line", touch.line)
            json.field("tasks", touch.tasks)
            json.field("people", touch.people)
            json.field("others", touch.others)
            json.field("workMinutes", touch.workMinutes)
            json.field("summary", touch.summary)
        }
    }

    private func write(_ target: TargetComparison, to json: inout JSONWriter) {
        let noise = NoiseWords(day: day, samples: comparison.base.settings.samples)
        json.object { json in
            json.field("id", names.id(target.target))
            json.field("kind", names.tree.kind(target.target).rawValue)
            write("before", target.before, to: &json)
            write("after", target.after, to: &json)
            let change = target.change
            json.difference(
                "deltaP50Minutes", change?.p50Minutes, needed: change.flatMap { noise.samplesNeeded($0.p50Minutes) })
            json.difference(
                "deltaP80Minutes", change?.p80Minutes, needed: change.flatMap { noise.samplesNeeded($0.p80Minutes) })
            json.difference(
                "deltaMeanMinutes", change?.meanMinutes, needed: change.flatMap { noise.samplesNeeded($0.meanMinutes) })
            json.difference(
                "deltaProbability", change?.onTime, needed: change?.onTime.flatMap { noise.samplesNeeded(share: $0) })
            json.field("probabilityBetter", change?.better.value)
            json.interval("probabilityBetterInterval", change?.better.interval)
            json.field("shareTied", change?.shareTied)
            if let change { json.field("noDifference", change.isSame) } else { json.field("noDifference", Bool?.none) }
            json.field("varianceRatio", change?.varianceRatio)
        }
    }

    private func write(_ key: String, _ figures: TargetComparison.Figures?, to json: inout JSONWriter) {
        json.key(key)
        guard let figures else { return json.null() }
        json.object { json in
            json.field("p50", date(figures.p50))
            json.field("p80", date(figures.p80))
            json.field("mean", date(figures.mean))
            json.field("probabilityOnTime", figures.onTime?.value)
        }
    }

    private func write(_ joint: JointChange?, to json: inout JSONWriter) {
        json.key("joint")
        guard let joint else { return json.null() }
        json.object { json in
            json.key("initiatives")
            json.array { json in
                for target in joint.targets { json.string(names.id(target)) }
            }
            json.field("before", joint.before.value)
            json.field("after", joint.after.value)
            json.difference("deltaProbability", joint.change)
        }
    }

    private func write(_ people: PeopleChange?, to json: inout JSONWriter) {
        json.key("people")
        guard let people else { return json.null() }
        json.object { json in
            json.field("workMinutes", people.workMinutes)
            json.difference("deltaWorkMinutes", people.workChange)
            json.field("waitingMinutes", people.waitingMinutes)
            json.difference("deltaWaitingMinutes", people.waitingChange)
            json.field("utilisation", people.utilisation)
            json.difference("deltaUtilisation", people.utilisationChange)
        }
    }
}
