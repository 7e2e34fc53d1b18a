import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// How targets depend on each other, for programs.
extension ForecastReport {
    func writeJoint(to json: inout JSONWriter) {
        json.key("joint")
        guard joint != nil || !subsets.isEmpty else { return json.null() }
        json.object { json in
            json.key("initiatives")
            json.array { json in
                for target in joint?.targets ?? [] { json.string(names.id(target)) }
            }
            writeShare(joint, to: &json)
            writePairs(joint, to: &json)
            json.key("subsets")
            json.array { json in
                for subset in subsets {
                    json.object { json in
                        json.key("targets")
                        json.array { json in
                            for target in subset.targets { json.object { writeIdentity(target, to: &$0) } }
                        }
                        writeShare(subset, to: &json)
                        writePairs(subset, to: &json)
                    }
                }
            }
        }
    }

    private func writeShare(_ joint: JointOutcome?, to json: inout JSONWriter) {
        json.field("probability", joint?.all.value)
        json.field("standardError", joint?.all.standardError)
        json.interval("interval", joint?.all.interval)
    }

    private func writePairs(_ joint: JointOutcome?, to json: inout JSONWriter) {
        json.key("pairs")
        json.array { json in
            guard let joint, joint.targets.count <= JointPair.mostTargets else { return }
            for first in joint.targets.indices {
                for second in joint.targets.indices where second > first { writePair(joint, first, second, to: &json) }
            }
        }
    }

    private func writePair(_ joint: JointOutcome, _ first: Int, _ second: Int, to json: inout JSONWriter) {
        let both = joint.both(first, second)
        json.object { json in
            json.field("first", names.id(joint.targets[first]))
            json.field("second", names.id(joint.targets[second]))
            json.field("probability", both.value)
            json.field("standardError", both.standardError)
            json.estimate("both", both.value, both.standardError, both.interval)
            write(joint.conditional(of: first, given: second), "first", "Second", to: &json)
            write(joint.conditional(of: second, given: first), "second", "First", to: &json)
        }
    }

    private func write(_ chances: JointConditional, _ target: String, _ other: String, to json: inout JSONWriter) {
        func write(_ name: String, _ share: Proportion?, _ json: inout JSONWriter) {
            json.estimate(name, share?.value, share?.standardError, share?.interval)
        }
        let difference = chances.difference
        write(target + "OnTime", chances.alone, &json)
        write("\(target)Given\(other)Late", chances.ifLate, &json)
        write("\(target)Given\(other)OnTime", chances.ifOnTime, &json)
        json.estimate("\(target)Difference", difference?.value, difference?.standardError, difference?.interval)
    }

    /// The pairs of the default set and of the sets asked for as CSV: a row for each target and each other one that may be late.
    func pairsCSV() -> [UInt8] {
        var csv = CSVWriter(header: [
            "set", "set_on_time", "set_on_time_error", "late_kind", "late_id", "kind", "id", "on_time", "on_time_error",
            "if_late",
            "if_late_error", "if_on_time", "if_on_time_error", "difference", "difference_error", "difference_low",
            "difference_high", "samples", "seed",
        ])
        let all = request.showsTogether ? joint : nil
        let sets = [all].compactMap { $0.map { ("all", $0) } } + subsets.enumerated().map { ("\($0 + 1)", $1) }
        for (name, set) in sets {
            for pair in JointPair.all(set) { write(pair, name, set.all, to: &csv) }
        }
        return csv.bytes
    }

    private func write(_ pair: JointPair, _ name: String, _ all: Proportion, to csv: inout CSVWriter) {
        csv.cell(name)
        csv.cell(all.value)
        csv.cell(all.standardError)
        for target in [pair.late, pair.target] {
            csv.cell(names.tree.kind(target).rawValue)
            csv.cell(names.id(target))
        }
        for share in [pair.chances.alone, pair.chances.ifLate, pair.chances.ifOnTime] {
            csv.cell(share?.value)
            csv.cell(share?.standardError)
        }
        let difference = pair.chances.difference
        for value in [
            difference?.value, difference?.standardError, difference?.interval.lowerBound, difference?.interval.upperBound,
        ] {
            csv.cell(value)
        }
        csv.cell(forecast.settings.samples)
        csv.cell(String(forecast.settings.seed))
        csv.endRow()
    }
}
