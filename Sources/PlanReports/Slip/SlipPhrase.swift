import PlanSchedule

/// What a line of a ledger says of its task: `ran 8 days long`.
///
/// What happened to the task and what that did to the finish are two figures: others may hold it up besides, float takes up, and a board that
/// meets on Mondays turns a day into a week. Where they differ both are told: `ran 1.5 days long (adds 5 days)`.
struct SlipPhrase {
    let line: SlipLine
    /// How much the line adds to the finish, in words without a sign, and whether it makes that earlier.
    let size: String, isGain: Bool
    /// The unit of the line.
    let scale: SlipScale

    /// The predicate of a sentence whose subject is the task.
    var predicate: String {
        switch line.cause {
        case .startedLate: start
        case .ranLong: isGain ? own("took %s less than planned", "was quick") : own("ran %s long", "ran long")
        case .remainingGrew:
            isGain ? own("needs %s less than planned", "needs less") : own("needs %s more than planned", "needs more")
        case .logicChanged: "\(logic) \(effect)"
        case .lagChanged:
            "has a \(isGain ? "shorter" : "longer") lag\(line.predecessor.map { " after \($0.name)" } ?? "") \(effect)"
        case .scopeAdded: "\(scope) \(effect)"
        case .calendarChanged: "has other working time \(effect)"
        case .waitedForPeople: "waited \(isGain ? "less " : "")for people \(effect)"
        case .constraint: "is held \(isGain ? "less " : "")by a constraint \(effect)"
        case .absorbedByFloat: "had float \(effect)"
        }
    }

    private var effect: String { "(\(isGain ? "saves" : "adds") \(size))" }

    /// Both figures, or the one where they are the same; the words alone where what happened to the task does not tell.
    private func own(_ words: String, _ bare: String) -> String {
        let ownScale = scale.isDays ? SlipScale(days: line.ownUnits) : scale
        guard let minutes = line.ownMinutes, ownScale.share(of: minutes) != 0, (minutes < 0) == isGain else {
            return "\(bare) \(effect)"
        }
        let own = minutes == line.minutes ? size : ownScale.words(ownScale.share(of: minutes))
        let told = words.split(separator: "%s", omittingEmptySubsequences: false).joined(separator: own)
        return own == size ? told : "\(told) \(effect)"
    }

    private var start: String {
        switch line.standing {
        case .begun, .gone: isGain ? own("started %s early", "started earlier") : own("started %s late", "started late")
        case .waiting:
            isGain
                ? own("can start %s early", "can start earlier")
                : own("has not started and is %s late so far", "has not started")
        case .ahead:
            isGain ? own("is to start %s early", "is to start earlier") : own("is to start %s late", "is to start later")
        }
    }

    private var logic: String {
        guard let predecessor = line.predecessor else { return "waits for \(isGain ? "less" : "more") than it did" }
        return "\(isGain ? "waits no longer" : "now waits") for \(predecessor.name)"
    }

    private var scope: String {
        if line.standing == .gone { return "was removed" }
        if !line.isInBaseline { return "was added" }
        return isGain ? "counts no longer towards it" : "now counts towards it"
    }
}
