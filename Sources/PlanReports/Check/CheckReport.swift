public import PlanModel
public import PlanSchedule

/// What is wrong with a plan, how sound it is and what is poor about it: what `headway check` shows.
public struct CheckReport: Sendable {
    let head: ResultHead
    let errors: FaultReport
    let findings: [Finding]
    let health: HealthWords?

    /// The report of a check.
    ///
    /// - Parameters:
    ///   - plan: what was read; `nil` where reading failed.
    ///   - errors: what makes the plan unusable.
    ///   - findings: what is poor but usable, in the order in which it is to be shown.
    ///   - health: of the plan; `nil` where it could not be computed.
    public init(of plan: Plan?, errors: FaultReport, findings: [Finding], health: Health? = nil) {
        (head, self.errors, self.findings) = (plan.map(ResultHead.init) ?? ResultHead(), errors, findings)
        self.health = plan.flatMap { plan in health.map { HealthWords(plan, $0) } }
    }

    /// The findings by code, codes in the order in which they first occur.
    var groups: [(code: String, findings: [Finding])] {
        var (places, groups): ([String: Int], [(code: String, findings: [Finding])]) = ([:], [])
        for finding in findings {
            if let place = places[finding.code] {
                groups[place].findings.append(finding)
            } else {
                places[finding.code] = groups.count
                groups.append((finding.code, [finding]))
            }
        }
        return groups
    }

    /// The check as JSON; the keys are those of the command's contract.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head.write(to: &json)
            json.field("errorCount", errors.count)
            json.key("errors")
            json.array(onLines: true) { json in
                for fault in errors.faults {
                    FaultReport.write(fault.file, fault.line, fault.column, fault.code, fault.message, &json)
                }
            }
            json.key("health")
            if let health { health.write(to: &json) } else { json.null() }
            json.key("findings")
            json.array(onLines: true) { json in
                for finding in findings {
                    FaultReport.write(finding.file, finding.line, finding.column, finding.code, finding.message, &json)
                }
            }
            writeCounts(to: &json)
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func writeCounts(to json: inout JSONWriter) {
        json.key("counts")
        json.array(onLines: true) { json in
            for (code, findings) in groups.sorted(by: { $0.code < $1.code }) {
                json.object { json in
                    json.field("code", code)
                    json.field("count", findings.count)
                }
            }
        }
    }
}
