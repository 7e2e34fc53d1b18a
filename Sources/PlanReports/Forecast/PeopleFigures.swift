import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// What a forecast under capacity says of people: who was waited for, and who decided finishes.
struct PeopleFigures {
    let plan: Plan
    let forecast: Forecast
    let people: PeopleOutcome
    let names: TargetNames

    /// Persons and teams listed in text.
    private static let listed = 10

    init?(_ plan: Plan, _ forecast: Forecast, _ names: TargetNames) {
        guard let people = forecast.people else { return nil }
        (self.plan, self.forecast, self.people, self.names) = (plan, forecast, people, names)
    }

    /// Resources that somebody waited for, those waited for longest first; ties by id.
    private var waitedFor: [Int] {
        people.waits.indices.filter { people.waits[$0].value > 0 }.sorted {
            let (a, b) = (people.waits[$0].value, people.waits[$1].value)
            return a != b ? a > b : NaturalOrder.isBefore(id($0), id($1))
        }
    }

    private func isPerson(_ resource: Int) -> Bool { resource < people.capacity.personCount }

    private func id(_ resource: Int) -> String {
        isPerson(resource)
            ? plan.people.text(.id, resource) : plan.teams.text(.id, resource - people.capacity.personCount)
    }

    private func name(_ resource: Int) -> String {
        isPerson(resource)
            ? plan.people.text(.name, resource) : plan.teams.text(.name, resource - people.capacity.personCount)
    }

    /// How long all tasks waited a replication, minutes.
    private var waiting: MeanEstimate {
        let values = people.waitingByReplication.map(Double.init)
        return MeanEstimate(
            count: values.count, sum: values.reduce(0, +), squares: values.reduce(0) { $0 + $1 * $1 })
    }

    private var utilisation: Double { people.utilisationByReplication.reduce(0, +) / Double(people.samples) }

    // MARK: text

    func lines(_ style: Style) -> [String] {
        let day = Double(plan.settings.units.minutesPerDay)
        var sentence =
            "In each run free people take the ready task that goes first: tasks wait \(Self.days(waiting, day)) in all"
        sentence +=
            utilisation > 0
            ? ", and \(Int((utilisation * 100).rounded())) % of what people could do is used up to the end." : "."
        if people.givenUp > 0 || !people.shortfalls.isEmpty {
            sentence +=
                " \(Spelling.count(people.shortfalls.count, "demand")) for more people than there ever are, and in the mean "
            sentence +=
                "\((people.givenUp * 10).rounded() / 10) a run that nobody would ever have come for (schedule --level names them)."
        }
        let shown = waitedFor
        guard !shown.isEmpty else { return [style.heading("People")] + wrapped("  " + sentence, width: style.width, indent: 2) }
        var table = TextTable([
            .init(title: "Waited for", isFlexible: true), .init(title: ""), .init(title: "Days waited", isRight: true),
            .init(title: "Days worked", isRight: true), .init(title: "Decides", isFlexible: true),
        ])
        for resource in shown.prefix(Self.listed) {
            table.add([
                .init(name(resource)), .init(id(resource)), .init(Self.days(people.waits[resource], day)),
                .init("\(Spelling.count(Int((people.worked[resource] / day).rounded()))) d"), .init(decided(by: resource)),
            ])
        }
        let more = shown.count - Self.listed
        return [style.heading("People")] + wrapped(sentence, width: style.width, indent: 0)
            + table.without(style.width < 76 ? style.width < 62 ? [3, 4] : [3] : []).lines(style)
            + (more > 0 ? ["  and \(Spelling.count(more)) more (--format json lists all)"] : [])
    }

    private static func days(_ estimate: MeanEstimate, _ day: Double) -> String {
        let (value, error) = (estimate.value / day, estimate.standardError / day)
        let shown = value >= 10 ? Spelling.count(Int(value.rounded())) : "\((value * 10).rounded() / 10)"
        let spread = error >= 9.5 ? "\(Int(error.rounded()))" : "\((error * 10).rounded() / 10)"
        return "\(shown) d ±\(spread)"
    }

    /// The target whose finish hangs on a resource most often.
    private func decided(by resource: Int) -> String {
        var best: (target: Int, count: Int)?
        for (place, target) in forecast.criticality.targets.enumerated() {
            guard let found = people.critical[place].first(where: { $0.resource == resource }) else { continue }
            if found.count > best?.count ?? 0 { best = (target, found.count) }
        }
        guard let best else { return "-" }
        let share = Int((100 * Double(best.count) / Double(people.samples)).rounded())
        return "\(best.target == 0 ? "the plan" : (names.id(best.target) ?? "")) in \(share) %"
    }

    // MARK: JSON

    func writeJSON(to json: inout JSONWriter) {
        json.object { json in
            json.field("waitMinutes", waiting.value)
            json.field("waitStandardError", waiting.standardError)
            json.field("workMinutes", people.workedByReplication.reduce(0, +) / Double(people.samples))
            json.field("utilisation", utilisation)
            json.field("demandsGivenUp", people.givenUp)
            json.key("resources")
            json.array(onLines: true) { json in
                for resource in people.waits.indices where people.worked[resource] > 0 { write(resource, to: &json) }
            }
            json.key("tasks")
            json.array(onLines: true) { json in
                let structure = forecast.network.structure
                for row in plan.tasks.texts(.id).map(NaturalOrder.sortedRows) ?? [] {
                    let node = Int(structure.nodeOfTask[Int(row)])
                    guard people.waitedCount[node] > 0 else { continue }
                    json.object { json in
                        json.field("id", plan.tasks.text(.id, Int(row)))
                        json.field("waitMinutes", people.meanWait(of: node))
                        json.field("waits", Double(people.waitedCount[node]) / Double(people.samples))
                    }
                }
            }
        }
    }

    private func write(_ resource: Int, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id(resource))
            json.field("kind", isPerson(resource) ? "person" : "team")
            json.field("waitMinutes", people.waits[resource].value)
            json.field("waitStandardError", people.waits[resource].standardError)
            json.field("workMinutes", people.worked[resource])
            json.key("critical")
            json.array { json in
                for (place, target) in forecast.criticality.targets.enumerated() {
                    guard let found = people.critical[place].first(where: { $0.resource == resource }) else { continue }
                    json.object { json in
                        json.field("target", target == 0 ? "plan" : names.id(target) ?? "")
                        json.field("criticalityIndex", Double(found.count) / Double(people.samples))
                        json.field("waitMinutes", Double(found.minutes) / Double(people.samples))
                    }
                }
            }
        }
    }
}

extension Forecast {
    /// How people were held.
    var peopleMode: PeopleMode { people != nil ? .dynamic : chains != nil ? .fixed : .none }
}
