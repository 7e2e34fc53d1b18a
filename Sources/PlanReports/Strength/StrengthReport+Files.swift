import PlanForecast
import PlanModel
import PlanMonitoring
import PlanNetwork
import PlanStatistics

extension StrengthReport {
    /// The report as JSON.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("samples", forecast.settings.samples)
            json.key("seed")
            json.unsigned(forecast.settings.seed)
            json.field("resources", forecast.peopleMode.rawValue)
            json.field("staleAfterDays", staleAfter)
            json.key("initiatives")
            json.array(onLines: true) { json in
                for initiative in initiatives { write(initiative, to: &json) }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ initiative: InitiativeStrength, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", names.id(initiative.target))
            json.field("name", names.name(initiative.target))
            json.field("owner", plan.initiatives.reference(.owner, initiative.row).map { plan.people.text(.id, $0) })
            for area in InitiativeStrength.Area.allCases {
                json.key(area.rawValue)
                json.object { json in
                    json.field("leastShare", initiative.least(area))
                    for figure in initiative.figures(area) {
                        json.key(figure.key)
                        write(figure, to: &json)
                    }
                    if area == .rhythm, !initiative.figures(.rhythm)[0].isWithheld {
                        json.field("pairs", initiative.pairs)
                        json.field("overduePairs", initiative.overduePairs)
                    }
                }
            }
            json.key("onCourse")
            json.object { json in
                let outcome = initiative.outcome
                json.field("due", names.due(initiative.target).map(Spelling.ending))
                json.field("probabilityOnTime", outcome?.onTime?.value)
                json.field("standardError", outcome?.onTime?.standardError)
                json.field("p50", outcome.map { Spelling.ending(network.date(of: $0.percentile(50))) })
                json.field("p80", outcome.map { Spelling.ending(network.date(of: $0.percentile(80))) })
            }
        }
    }

    private func write(_ figure: InitiativeStrength.Figure, to json: inout JSONWriter) {
        json.object { json in
            json.field("covered", figure.isWithheld ? nil : figure.covered)
            json.field("total", figure.isWithheld ? nil : figure.total)
            if figure.isWithheld { json.field("withheld", true) }
        }
    }

    /// One row for each figure of each initiative.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(header: ["initiative", "name", "area", "figure", "covered", "total", "share", "standard_error"])
        for initiative in initiatives {
            for (area, figure) in initiative.figures {
                csv.cell(names.id(initiative.target))
                csv.cell(names.name(initiative.target))
                csv.cell(area.rawValue)
                csv.cell(figure.key)
                csv.cell(figure.isWithheld ? nil : figure.covered)
                csv.cell(figure.isWithheld ? nil : figure.total)
                csv.cell(figure.share)
                csv.cell(String?.none)
                csv.endRow()
            }
            guard let share = initiative.outcome?.onTime else { continue }
            csv.cell(names.id(initiative.target))
            csv.cell(names.name(initiative.target))
            csv.cell("onCourse")
            csv.cell("samplesOnTime")
            csv.cell(share.hits)
            csv.cell(share.count)
            csv.cell(share.value)
            csv.cell(share.standardError)
            csv.endRow()
        }
        return csv.bytes
    }
}
