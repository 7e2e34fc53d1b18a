import PlanModel

/// The conventions by which dates were found, in words and for scripts.
struct Conventions {
    let rules: SchedulingRules
    let units: WorkUnits

    init(_ plan: Plan) { (rules, units) = (plan.settings.scheduling, plan.settings.units) }

    /// One sentence; `nil` where the plan keeps Headway's own conventions.
    var sentence: String? {
        guard rules != SchedulingRules() else { return nil }
        let owner =
            switch rules.tool {
            case .headway: "Dates by the plan's own conventions"
            case .primavera: "Dates by the conventions of Primavera P6"
            case .microsoft: "Dates by the conventions of Microsoft Project"
            }
        return owner + ": " + parts.joined(separator: ", ")
    }

    private var parts: [String] {
        let parts: [String?] = [
            progress, lags, rules.constraintsOverrideLogic ? "constraints win over logic" : nil,
            rules.floatScope == .initiative ? "late dates from each initiative's own finish" : nil,
            rules.openEndsAreCritical ? "open ends critical" : nil,
            rules.followsLogicAlone ? "logic may lead before the start" : nil,
            rules.lagsFromActualStart ? nil : "lags of started work from its remaining start",
            rules.finishedWorkPassesLogic ? "finished work passes logic on" : nil,
            rules.totalFloat == .finish ? nil : "total float of \(rules.totalFloat == .start ? "starts" : "the nearer end")",
            rules.freeFloat == .successors ? nil : "free float within total float", critical,
        ]
        return parts.compactMap(\.self)
    }

    private var progress: String {
        switch rules.progress {
        case .retainedLogic: "retained logic"
        case .override: rules.holdsAtDataDate ? "progress override" : "started work goes on where it stood"
        case .actualDates: "actual dates"
        }
    }

    private var lags: String {
        switch rules.lagCalendar {
        case .predecessor: "lags on the predecessor's calendar"
        case .successor: "lags on the successor's calendar"
        case .plan: "lags on the plan's calendar"
        case .elapsed: "lags around the clock"
        }
    }

    private var critical: String {
        rules.criticality == .longestPath
            ? "critical on a longest path"
            : "critical from a total float of \(units.text(minutes: Int(rules.criticalFloat))) down"
    }

    /// The conventions that differ between tools, as one object.
    func write(to json: inout JSONWriter) {
        json.key("conventions")
        json.object { json in
            json.field("tool", rules.tool.rawValue)
            json.field("progress", rules.progress.rawValue)
            json.field("holdsAtDataDate", rules.holdsAtDataDate)
            json.field("lagCalendar", rules.lagCalendar.rawValue)
            json.field("critical", rules.criticality.rawValue)
            json.field("criticalFloatMinutes", Int(rules.criticalFloat))
            json.field("totalFloat", rules.totalFloat.rawValue)
            json.field("floatScope", rules.floatScope.rawValue)
            json.field("freeFloat", rules.freeFloat.rawValue)
            json.field("openEndsAreCritical", rules.openEndsAreCritical)
            json.field("start", rules.start)
            json.field("lagsFromActualStart", rules.lagsFromActualStart)
            json.field("usesExpectedFinish", rules.usesExpectedFinish)
            json.field("constraintsOverrideLogic", rules.constraintsOverrideLogic)
            json.field("finishedWorkPassesLogic", rules.finishedWorkPassesLogic)
            json.field("startsAreOfRemainingWork", rules.startsAreOfRemainingWork)
            json.field("startToFinishTakesAMinute", rules.startToFinishTakesAMinute)
            json.field("carriesDatesBack", rules.carriesDatesBack)
            json.field("followsLogicAlone", rules.followsLogicAlone)
        }
    }
}
