import PlanModel
import PlanMonitoring
import PlanStatistics

extension CheckInReport {
    /// The check-ins as JSON.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("from", date(checkIns.period.firstDay))
            json.field("to", date(checkIns.period.lastDay))
            json.field("everyDays", plan.settings.cadence?.everyDays)
            json.field("graceDays", plan.settings.cadence?.graceDays)
            json.field("rhythm", checkIns.settings.rhythm)
            json.key("total")
            json.object { json in write(rollUps.total, to: &json) }
            json.field("untouched", checkIns.untouched)
            json.field("heldElsewhere", checkIns.heldElsewhere)
            json.field("scheduled", checkIns.scheduled)
            json.key("pairs")
            json.array(onLines: true) { json in
                for pair in ordered { write(pair, to: &json) }
            }
            writeGroups(to: &json)
            writeMonths(to: &json)
            writeStaleness(to: &json)
            writeResults(to: &json)
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ pair: CheckInPair, to json: inout JSONWriter) {
        json.object { json in
            json.field("employee", id(pair.employee))
            json.field("manager", id(pair.manager))
            json.field("current", pair.isCurrent)
            json.field("from", date(pair.firstDay))
            json.field("to", date(pair.lastDay))
            json.field("everyDays", pair.everyDays)
            json.field("expected", pair.expected)
            json.field("held", pair.held)
            json.field("adherence", pair.adherence)
            json.field("daysSinceLast", pair.daysSinceLast)
            json.field("longestGapDays", pair.longestGapDays)
            json.field("overdue", pair.overdue)
            json.field("overdueDays", pair.overdueDays)
            json.key("escalatedTo")
            json.array { json in
                for person in checkIns.escalation(of: pair, in: plan) { json.string(id(person)) }
            }
            json.field("withGoals", pair.withGoals)
            json.field("records", pair.records)
            json.field("untouched", pair.untouched)
        }
    }

    // MARK: groups

    private func writeGroups(to json: inout JSONWriter) {
        for (key, groups) in [("managers", rollUps.managers), ("lines", rollUps.lines), ("units", rollUps.units)] {
            json.key(key)
            json.array(onLines: true) { json in
                for group in ordered(groups) {
                    json.object { json in
                        json.field("id", group.manager.map(id) ?? group.unit)
                        json.field("name", group.manager.map(name) ?? group.unit)
                        write(group, to: &json)
                    }
                }
            }
        }
    }

    /// Figures that are withheld are `null`.
    private func write(_ group: CheckInGroup, to json: inout JSONWriter) {
        let figures = group.isWithheld ? nil : group.figures
        json.field("withheld", group.isWithheld)
        json.field("employees", figures?.employees)
        json.field("pairs", figures?.pairs)
        json.field("judged", figures?.judged)
        json.field("inRhythm", figures?.inRhythm)
        json.field("expected", figures?.expected)
        json.field("held", figures?.held)
        json.field("kept", figures?.kept)
        json.field("adherence", figures?.adherence)
        json.field("overdue", figures?.overdue)
        json.field("withGoals", figures?.withGoals)
    }

    private func writeMonths(to json: inout JSONWriter) {
        json.key("months")
        json.array(onLines: true) { json in
            for month in checkIns.months {
                json.object { json in
                    json.field("from", date(month.firstDay))
                    json.field("expected", rollUps.total.isWithheld ? nil : month.expected)
                    json.field("held", rollUps.total.isWithheld ? nil : month.held)
                }
            }
        }
    }

    // MARK: reports and results

    private func writeStaleness(to json: inout JSONWriter) {
        json.key("staleness")
        json.object { json in
            json.field("staleAfterDays", staleness.staleAfter)
            write(staleness.total, to: &json)
            json.key("tasks")
            json.array(onLines: true) { json in
                for entry in staleness.entries {
                    json.object { json in
                        json.field("task", plan.tasks.text(.id, Int(entry.task)))
                        json.field("lastReport", entry.lastReport.map(date))
                        json.field("days", entry.age)
                        json.field("stale", entry.isStale)
                        json.field("team", entry.team.map { plan.teams.text(.id, Int($0)) })
                        json.field("unit", entry.unit)
                    }
                }
            }
            json.key("teams")
            json.array(onLines: true) { json in
                for (team, figures) in staleness.teams {
                    json.object { json in
                        json.field("id", team.map { plan.teams.text(.id, Int($0)) })
                        write(figures, to: &json)
                    }
                }
            }
            json.key("units")
            json.array(onLines: true) { json in
                for (unit, figures) in staleness.units {
                    json.object { json in
                        json.field("id", unit)
                        write(figures, to: &json)
                    }
                }
            }
        }
    }

    private func write(_ figures: ReportStaleness.Figures, to json: inout JSONWriter) {
        json.field("underWay", figures.started)
        json.field("stale", figures.stale)
        json.field("neverReported", figures.neverReported)
    }

    private func writeResults(to json: inout JSONWriter) {
        guard let results else { return }
        json.key("results")
        json.object { json in
            json.field("baseline", baseline)
            json.field("seed", Int(clamping: results.seed))
            json.field("people", results.people)
            json.field("managers", results.managers)
            json.field("shown", results.association != nil)
            write("rankCorrelation", results.association?.rankCorrelation, scale: 1, to: &json)
            write("slipDaysPerTenPoints", results.association?.slope, scale: 10, to: &json)
        }
    }

    private func write(_ key: String, _ estimate: ClusteredAssociation.Estimate?, scale: Double, to json: inout JSONWriter) {
        json.key(key)
        guard let estimate else { return json.null() }
        json.object { json in
            json.field("value", estimate.value / scale)
            json.field("low", estimate.low / scale)
            json.field("high", estimate.high / scale)
        }
    }
}
