import PlanModel

/// Writes `plan.yaml`: the same settings give the same text, and reading it gives the same settings.
enum SettingsWriter {
    /// The file's text. Names and words must not be blank, and calendars must work: what the reader refuses comes back refused.
    /// A byte-order mark at the start of a name is lost in reading, as Foundation drops it.
    static func text(of settings: PlanSettings) -> String {
        var lines = [
            "name: \(YAMLScalar.text(settings.name))", "epoch: \(settings.epoch)", "dataDate: \(settings.dataDate)",
            "calendar: \(YAMLScalar.text(settings.calendars[settings.calendar].name))", "calendars:",
        ]
        for calendar in settings.calendars { lines += self.lines(of: calendar, among: settings.calendars) }
        lines.append("distribution: \(settings.distribution.word)")
        if let cadence = settings.cadence { lines += self.lines(of: cadence, settings.ownCadences) }
        lines += section("ranges", settings.ranges) { text(of: $0) }
        lines += section("levels", settings.levels) { YAMLScalar.text($0) }
        lines += self.lines(of: settings.scheduling)
        lines += self.lines(of: settings.health)
        lines += self.lines(of: settings.people)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of calendar: CalendarDefinition, among all: [CalendarDefinition]) -> [String] {
        var lines = calendar.base.map { ["    base: \(YAMLScalar.text(all[$0].name))"] } ?? []
        let days = Weekday.allCases.compactMap { day in
            calendar.week[day.rawValue].map { "      \(day.name): \(list($0))" }
        }
        if !days.isEmpty { lines += ["    week:"] + days }
        let dates = calendar.exceptions.sorted { $0.key < $1.key }.map { day, shifts in
            "      \(LocalDateTime(minutes: Int32(day * 1440)).dateText): \(list(shifts))"
        }
        if !dates.isEmpty { lines += ["    exceptions:"] + dates }
        let name = YAMLScalar.key(calendar.name, indent: 2)
        return lines.isEmpty ? ["\(name) {}"] : [name] + lines
    }

    private static func list(_ shifts: [Shift]) -> String {
        "[" + shifts.map { SettingsReader.text($0) }.joined(separator: ", ") + "]"
    }

    private static func text(of range: ClassRange) -> String {
        switch range {
        case .factors(let factors, let name):
            let list = "[\(factors.optimistic), \(factors.mostLikely), \(factors.pessimistic)]"
            return name.map { "{distribution: \($0.word), factors: \(list)}" } ?? list
        case .outcomes(let outcomes):
            return "{outcomes: [\(outcomes.all.map { "[\($0.value), \($0.probability)]" }.joined(separator: ", "))]}"
        case .empirical: return DistributionName.empirical.word
        }
    }

    /// A mapping in the order of its keys' UTF-8 bytes; nothing where it is empty.
    private static func section<Value>(_ key: String, _ values: [String: Value], _ text: (Value) -> String) -> [String] {
        if values.isEmpty { return [] }
        let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return ["\(key):"] + sorted.map { "\(YAMLScalar.key($0.key, indent: 2)) \(text($0.value))" }
    }

    /// The plan's rhythm of check-ins on one line where nobody has another.
    private static func lines(of cadence: Cadence, _ own: OwnCadences) -> [String] {
        let common = text(of: OwnCadence(everyDays: cadence.everyDays, graceDays: cadence.graceDays))
        if own.isEmpty { return ["cadence: {\(common)}"] }
        var lines = ["cadence:", "  every: \(cadence.everyDays)d", "  grace: \(cadence.graceDays)d"]
        let units = own.units.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        if !units.isEmpty { lines.append("  units:") }
        lines += units.map { "\(YAMLScalar.key($0.key, indent: 4)) {\(text(of: $0.value))}" }
        let pairs = own.pairs.sorted {
            let (left, right) = ($0.key, $1.key)
            return left.employee != right.employee
                ? left.employee.utf8.lexicographicallyPrecedes(right.employee.utf8)
                : left.manager.utf8.lexicographicallyPrecedes(right.manager.utf8)
        }
        if !pairs.isEmpty { lines.append("  pairs:") }
        return lines
            + pairs.map { pair, cadence in
                let (employee, manager) = (YAMLScalar.text(pair.employee), YAMLScalar.text(pair.manager))
                return "    - {employee: \(employee), manager: \(manager), \(text(of: cadence))}"
            }
    }

    private static func text(of cadence: OwnCadence) -> String {
        "every: \(cadence.everyDays)d" + (cadence.graceDays.map { ", grace: \($0)d" } ?? "")
    }

    /// What differs from the guides' thresholds.
    private static func lines(of thresholds: HealthThresholds) -> [String] {
        let lines = HealthThreshold.allCases.filter { thresholds[$0] != $0.standard }.map {
            "  \($0.rawValue): \(thresholds[$0])"
        }
        return lines.isEmpty ? [] : ["health:"] + lines
    }

    /// What is said of people; lengths in minutes, which are exact.
    private static func lines(of people: PeopleSettings) -> [String] {
        var lines: [String] = []
        if people.overheadPerPerson > 0 { lines.append("  overheadPerPerson: \(people.overheadPerPerson)") }
        if people.rampUp > 0 { lines.append("  rampUp: \(people.rampUp)m") }
        if !people.attrition.isEmpty {
            let shares = people.attrition.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            lines += ["  attrition:"] + shares.map { "\(YAMLScalar.key($0.key, indent: 4)) \($0.value)" }
        }
        if let delay = people.hiringDelay { lines.append("  hiringDelay: \(text(of: delay))") }
        if people.sicknessPerYear > 0 { lines.append("  sicknessPerYear: \(people.sicknessPerYear)") }
        if let length = people.sicknessLength { lines.append("  sicknessLength: \(text(of: length))") }
        return lines.isEmpty ? [] : ["people:"] + lines
    }

    private static func text(of span: PeopleSettings.Span) -> String {
        "[\(span.shortest)m, \(span.usual)m, \(span.longest)m]"
    }

    /// What differs from Headway's own conventions.
    private static func lines(of rules: SchedulingRules) -> [String] {
        let own = SchedulingRules()
        var lines: [String] = []
        func add<Value: Equatable>(_ key: String, _ path: KeyPath<SchedulingRules, Value>, _ text: (Value) -> String) {
            if rules[keyPath: path] != own[keyPath: path] { lines.append("  \(key): \(text(rules[keyPath: path]))") }
        }
        add("tool", \.tool, \.rawValue)
        add("start", \.start) { $0.map { "\($0)" } ?? "" }
        add("holdsAtDataDate", \.holdsAtDataDate) { "\($0)" }
        add("progress", \.progress, \.rawValue)
        add("lagCalendar", \.lagCalendar, \.rawValue)
        add("lagsFromActualStart", \.lagsFromActualStart) { "\($0)" }
        add("critical", \.criticality, \.rawValue)
        add("criticalFloat", \.criticalFloat) { "\($0)m" }
        add("totalFloat", \.totalFloat, \.rawValue)
        add("floatScope", \.floatScope, \.rawValue)
        add("freeFloat", \.freeFloat, \.rawValue)
        add("openEndsAreCritical", \.openEndsAreCritical) { "\($0)" }
        add("usesExpectedFinish", \.usesExpectedFinish) { "\($0)" }
        add("constraintsOverrideLogic", \.constraintsOverrideLogic) { "\($0)" }
        add("finishedWorkPassesLogic", \.finishedWorkPassesLogic) { "\($0)" }
        add("startsAreOfRemainingWork", \.startsAreOfRemainingWork) { "\($0)" }
        add("startToFinishTakesAMinute", \.startToFinishTakesAMinute) { "\($0)" }
        add("carriesDatesBack", \.carriesDatesBack) { "\($0)" }
        add("followsLogicAlone", \.followsLogicAlone) { "\($0)" }
        return lines.isEmpty ? [] : ["scheduling:"] + lines
    }
}
