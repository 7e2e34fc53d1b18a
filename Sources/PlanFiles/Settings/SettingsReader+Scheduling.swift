import PlanModel

/// The conventions of scheduling.
extension SettingsReader {
    static let schedulingKeys = [
        "tool", "start", "holdsAtDataDate", "progress", "lagCalendar", "lagsFromActualStart", "critical", "criticalFloat",
        "totalFloat", "floatScope", "freeFloat", "openEndsAreCritical", "usesExpectedFinish",
        "constraintsOverrideLogic", "finishedWorkPassesLogic", "startsAreOfRemainingWork",
        "startToFinishTakesAMinute", "carriesDatesBack", "followsLogicAlone",
    ]

    /// - Parameter units: the plan's, `nil` where its calendar has a fault of its own.
    mutating func scheduling(_ field: Field, units: WorkUnits?) -> SchedulingRules {
        var rules = SchedulingRules()
        guard let members = members(field, known: Self.schedulingKeys) else { return rules }
        set(&rules.tool, members["tool"])
        rules.start = members["start"].flatMap { date($0) }
        set(&rules.holdsAtDataDate, members["holdsAtDataDate"])
        set(&rules.progress, members["progress"])
        set(&rules.lagCalendar, members["lagCalendar"])
        set(&rules.lagsFromActualStart, members["lagsFromActualStart"])
        set(&rules.criticality, members["critical"])
        if let field = members["criticalFloat"], let units { set(&rules.criticalFloat, field, units) }
        set(&rules.totalFloat, members["totalFloat"])
        set(&rules.floatScope, members["floatScope"])
        set(&rules.freeFloat, members["freeFloat"])
        set(&rules.openEndsAreCritical, members["openEndsAreCritical"])
        set(&rules.usesExpectedFinish, members["usesExpectedFinish"])
        set(&rules.constraintsOverrideLogic, members["constraintsOverrideLogic"])
        set(&rules.finishedWorkPassesLogic, members["finishedWorkPassesLogic"])
        set(&rules.startsAreOfRemainingWork, members["startsAreOfRemainingWork"])
        set(&rules.startToFinishTakesAMinute, members["startToFinishTakesAMinute"])
        set(&rules.carriesDatesBack, members["carriesDatesBack"])
        set(&rules.followsLogicAlone, members["followsLogicAlone"])
        return rules
    }

    private mutating func set<Word: RawRepresentable<String> & CaseIterable>(_ value: inout Word, _ field: Field?) {
        let expected = "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))"
        guard let field, let word = text(field, expected: expected) else { return }
        if let known = Word(rawValue: word) {
            value = known
        } else {
            refuse(field, "unknown-word", "no known rule (expected \(expected))", found: word)
        }
    }

    private mutating func set(_ value: inout Bool, _ field: Field?) {
        guard let field, let word = text(field, expected: "true or false") else { return }
        switch word {
        case "true", "yes": value = true
        case "false", "no": value = false
        default: refuse(field, "unknown-word", "neither true nor false (expected one of them)", found: word)
        }
    }

    /// A float: working time, negative for one that is asked for in advance.
    private mutating func set(_ value: inout Int32, _ field: Field, _ units: WorkUnits) {
        let expected = "working time such as 0h, 2d or -1d"
        guard let text = text(field, expected: expected) else { return }
        if case .success(let span) = unsafe Self.parse(text, { unsafe FieldParser.workSpan($0, units: units, isLag: true) }),
            !span.isElapsed
        {
            value = span.minutes
        } else {
            refuse(field, "bad-duration", "not a float (expected \(expected))", found: text)
        }
    }
}
