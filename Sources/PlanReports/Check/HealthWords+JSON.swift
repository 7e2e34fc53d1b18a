import PlanModel
import PlanSchedule

extension HealthWords {
    /// `{score, passed, applicable, baseline, dcma[], gao[]}`; the score is `null` where no point is applicable.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("score", health.score)
            json.field("passed", health.passed)
            json.field("applicable", health.applicable)
            json.field("baseline", health.baseline.name)
            json.key("dcma")
            json.array(onLines: true) { json in for result in health.dcma { write(result, &json) } }
            json.key("gao")
            json.array(onLines: true) { json in for result in health.gao { write(result, &json) } }
        }
    }

    private func write(_ result: DCMAResult, _ json: inout JSONWriter) {
        let isJudged = result.verdict != .notApplicable
        json.object { json in
            json.field("point", result.point.rawValue)
            json.field("id", result.point.id)
            json.field("name", result.point.name)
            json.field("formula", result.point.formula(health.thresholds))
            json.field("unit", result.unit.rawValue)
            json.field("numerator", isJudged ? result.numerator : nil)
            json.field("denominator", isJudged ? result.denominator : nil)
            json.key("exclusions")
            json.array { json in
                for exclusion in result.exclusions {
                    json.object { json in
                        json.field("reason", exclusion.reason.rawValue)
                        json.field("count", exclusion.count)
                    }
                }
            }
            json.field("value", result.value)
            json.field("comparison", result.point.isAtLeast ? "at-least" : "at-most")
            json.field("threshold", result.threshold)
            json.field("verdict", result.verdict.rawValue)
            json.field("reason", result.reason)
            writeOffenders(result.offenders, &json)
            if result.point == .criticalPathTest { writeTest(&json) }
            if result.point == .criticalPathLength { writePath(&json) }
        }
    }

    private func writeOffenders(_ offenders: HealthOffenders, _ json: inout JSONWriter) {
        switch offenders {
        case .tasks(let rows):
            json.key("tasks")
            json.array { json in for row in rows { json.string(plan.tasks.text(.id, row)) } }
        case .dependencies(let rows):
            json.key("relations")
            json.array { json in
                for row in rows {
                    let ends = ends(row)
                    json.object { json in
                        json.field("predecessor", ends.from)
                        json.field("successor", ends.to)
                    }
                }
            }
        }
    }

    private func writeTest(_ json: inout JSONWriter) {
        json.field("delayMinutes", health.criticalPathTest.map { Int($0.delay) })
        json.field("movedMinutes", health.criticalPathTest?.moved.map(Int.init))
    }

    private func writePath(_ json: inout JSONWriter) {
        json.field("lengthMinutes", health.criticalPathLength.map { Int($0.length) })
        json.field("totalFloatMinutes", health.criticalPathLength.map { Int($0.totalFloat) })
        json.field("measuredTo", health.criticalPathLength?.measure.rawValue)
    }

    private func write(_ result: GAOResult, _ json: inout JSONWriter) {
        json.object { json in
            json.field("practice", result.practice.rawValue)
            json.field("id", result.practice.id)
            json.field("name", result.practice.name)
            json.field("verdict", result.verdict.rawValue)
            json.key("points")
            json.array { json in for (point, _) in result.points { json.integer(point.rawValue) } }
            json.key("evidence")
            json.array { json in
                for evidence in result.evidence {
                    json.object { json in
                        json.field("name", evidence.name)
                        json.field("count", evidence.count)
                        json.field("total", evidence.total)
                        json.key("holds")
                        if let holds = evidence.holds { json.bool(holds) } else { json.null() }
                    }
                }
            }
            json.field("remark", result.remark)
        }
    }
}
