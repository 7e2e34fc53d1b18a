import PlanAlignment
import PlanModel
import PlanNetwork
import PlanScenario

extension AlignmentReport {
    /// The alignment as JSON.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("scenario", scenario?.scenario.name)
            json.field("minutesPerDay", plan.settings.units.minutesPerDay)
            json.key("coverage")
            writeCoverage(to: &json)
            json.key("initiatives")
            json.array(onLines: true) { json in
                for row in initiatives { writeInitiative(row, to: &json) }
            }
            json.field("mismatch", alignment.strategy.mismatch)
            json.field("unalignedEffortMinutes", Int(alignment.flow.unaligned))
            json.field("unalignedShare", alignment.strategy.unalignedShare)
            json.field("totalEffortMinutes", Int(alignment.flow.total))
            json.key("whoDoesWhatByWhen")
            writeCompleteness(to: &json)
            for list in AlignmentList.allCases {
                json.key(list.key)
                json.array(onLines: true) { json in
                    for row in rows(list) { write(row, to: &json) }
                }
            }
            json.field("finishedOrphanTasks", alignment.gaps.finishedOrphanTasks)
            writeGroups(to: &json)
            if let consequence {
                json.key("consequence")
                ConsequenceWords(report: self, consequence: consequence).write(to: &json)
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func writeCoverage(to json: inout JSONWriter) {
        let coverage = alignment.coverage
        json.object { json in
            for (name, step) in [
                ("initiatives", coverage.initiatives), ("goals", coverage.goals), ("projects", coverage.projects),
                ("tasks", coverage.tasks), ("people", coverage.people), ("goalsServing", coverage.goalsServing),
                ("projectsServing", coverage.projectsServing), ("tasksServing", coverage.tasksServing),
            ] {
                json.key(name)
                json.object { json in
                    json.field("covered", step.covered)
                    json.field("total", step.total)
                    json.field("coveredEffortMinutes", Int(step.coveredMinutes))
                    json.field("totalEffortMinutes", Int(step.totalMinutes))
                }
            }
            json.key("effort")
            json.object { json in
                json.field("covered", Int(coverage.effort.covered))
                json.field("total", Int(coverage.effort.total))
            }
        }
    }

    private func writeInitiative(_ row: Int, to json: inout JSONWriter) {
        let (entry, main) = (alignment.strategy.initiatives[row], alignment.ownership.mainCarriers[row])
        json.object { json in
            json.field("id", plan.initiatives.text(.id, row))
            json.field("name", plan.initiatives.text(.name, row))
            json.field("owner", plan.initiatives.reference(.owner, row).map { plan.people.text(.id, $0) })
            json.field("effortMinutes", Int(entry.minutes))
            json.field("effortShare", entry.effortShare)
            json.field("weightShare", entry.weightShare)
            json.field("gap", entry.gap)
            json.field("mainPerson", main.map { plan.people.text(.id, Int($0.person)) })
            json.field("mainPersonShare", main?.share)
        }
    }

    private func writeCompleteness(to json: inout JSONWriter) {
        let figures = alignment.gaps.completeness
        json.object { json in
            json.field("openTasks", figures.tasks)
            json.field("complete", figures.complete)
            json.key("who")
            json.object { json in
                json.field("assigned", figures.assigned)
                json.field("ownerAlone", figures.ownedOnly)
                json.field("nobody", figures.nobody)
            }
            json.key("what")
            json.object { json in
                json.field("named", figures.named)
                json.field("unnamed", figures.tasks - figures.named)
            }
            json.key("byWhen")
            json.object { json in
                json.field("due", figures.due)
                json.field("baselineAlone", figures.planned)
                json.field("undated", figures.undated)
            }
        }
    }

    private func write(_ row: AlignmentListRow, to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", row.kind)
            json.field("id", row.id)
            json.field("name", row.name)
            json.field(row.kind == "person" ? "manager" : "person", row.person.map { plan.people.text(.id, $0) })
            if !row.note.isEmpty { json.field("note", row.note) }
            if let minutes = row.minutes { json.field("effortMinutes", Int(minutes)) }
            if let share = row.share { json.field("share", share) }
        }
    }

    // MARK: who carries what

    private func writeGroups(to json: inout JSONWriter) {
        for (key, grouping) in [("units", Grouping.unit), ("teams", .team), ("lines", .line)] {
            json.key(key)
            json.array(onLines: true) { json in
                for group in groups(grouping) {
                    json.object { json in
                        json.field("id", group.id)
                        json.field("name", group.name)
                        json.field("people", group.people)
                        writeShares(group.shares, to: &json)
                    }
                }
            }
        }
        json.key("people")
        json.array(onLines: true) { json in
            let loads = Dictionary(uniqueKeysWithValues: alignment.load.people.map { (Int($0.person), $0) })
            let ids = plan.people.texts(.id) ?? TextColumn()
            for row in ids.count > 0 ? NaturalOrder.sortedRows(ids).map(Int.init) : [] {
                writePerson(row, loads[row], to: &json)
            }
        }
    }

    private func writePerson(_ row: Int, _ load: WorkLoad.Entry?, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", plan.people.text(.id, row))
            json.field("name", plan.people.text(.name, row))
            json.field("lineOfSight", Self.words(alignment.sight.ofPerson[row]))
            json.field("capacityMinutes", load.map { Int($0.capacity) })
            json.field("until", load.map { Spelling.ending(network.date(of: $0.until)) })
            writeShares(shares(alignment.carried.byCarrier, row), to: &json)
        }
    }

    private func writeShares(_ shares: [(purpose: Int32, minutes: Int64)], to json: inout JSONWriter) {
        json.field("effortMinutes", Int(shares.reduce(0) { $0 + $1.minutes }))
        json.field("unalignedEffortMinutes", Int(shares.last.map { $0.purpose == 0 ? $0.minutes : 0 } ?? 0))
        json.key("initiatives")
        json.array { json in
            for share in shares where share.purpose > 0 {
                json.object { json in
                    json.field("id", initiativeID(purpose: share.purpose))
                    json.field("effortMinutes", Int(share.minutes))
                }
            }
        }
    }
}
