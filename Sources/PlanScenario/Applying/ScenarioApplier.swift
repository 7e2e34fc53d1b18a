import PlanModel
import PlanNetwork
import PlanSchedule

/// Makes the edits of a scenario, one after the other, and gathers what is wrong with them.
struct ScenarioApplier {
    let scenario: Scenario
    /// The plan before the first edit, compiled.
    let network: Network
    /// The plan as the edits so far left it.
    var plan: Plan
    /// The first row of people who came with the scenario.
    let firstNewcomer: Int
    var faults: [Fault] = []
    var touches: [EditTouch] = []
    /// Whether more than values changed.
    var changesStructure = false
    /// When tasks finish and start by the plan before the first edit, if people were no limit.
    private(set) lazy var early = Schedule(of: network)
    /// The edit that is being made.
    private(set) var edit = ScenarioEdit(.cancel(WorkSelection(.task, [])))

    init(_ scenario: Scenario, to plan: Plan, _ network: Network) {
        (self.scenario, self.plan, self.network, firstNewcomer) = (scenario, plan, network, plan.people.count)
    }

    mutating func apply(_ edit: ScenarioEdit) {
        self.edit = edit
        switch edit.change {
        case .addPeople(let change): addPeople(change)
        case .removePerson(let change): removePerson(change)
        case .movePerson(let change): movePerson(change)
        case .changeFTE(let change): changeFTE(change)
        case .changeCapacity(let change): changeCapacity(change)
        case .changeCalendar(let change): changeCalendar(change)
        case .attrition(let change): setAttrition(change)
        case .freezeHiring(let change): freezeHiring(change)
        case .reassign(let change): reassign(change)
        case .postpone(let change): postpone(change)
        case .cancel(let work): cancel(work)
        case .rescope(let change): rescope(change)
        case .reprioritise(let change): reprioritise(change)
        case .changeDue(let change): changeDue(change)
        case .addRisk(let change): addRisk(change)
        case .mitigate(let change): mitigate(change)
        case .addDependency(let change): addDependency(change)
        case .dropDependency(let change): dropDependency(change)
        }
    }

    // MARK: what is said of edits

    /// A fault at a word of the edit, or at the edit.
    mutating func refuse(_ code: String, _ word: EditWord? = nil, key: String = "", _ message: String) {
        let column = edit.path + (key.isEmpty ? "" : ".\(key)")
        faults.append(
            Fault(
                code: code, file: scenario.file, line: word?.line ?? edit.line, column: column.isEmpty ? nil : column,
                message: message))
    }

    /// An edit that leaves everything as it is.
    mutating func refuseIdle(_ word: EditWord? = nil, key: String = "", _ message: String) {
        refuse("touches-nothing", word, key: key, "the edit touches nothing: \(message)")
    }

    mutating func touched(tasks: Int = 0, people: Int = 0, others: Int = 0, workMinutes: Double = 0, _ summary: String) {
        touches.append(
            EditTouch(
                word: edit.change.word, line: edit.line, tasks: tasks, people: people, others: others, workMinutes: workMinutes,
                summary: summary))
    }

    /// The faults of compiling, said of the scenario. A circle is said of the first relation that was added.
    func told(_ error: CompileError) -> [Fault] {
        let added = scenario.edits.first { if case .addDependency = $0.change { true } else { false } }
        return error.faults.map { fault in
            let place = fault.code == "cycle" ? added : nil
            return Fault(
                code: fault.code, file: scenario.file, line: place?.line, column: place?.path,
                message: "with these edits the plan cannot be computed: \(fault.message)")
        }
    }

    // MARK: looking things up

    /// The row that a word names; a fault with the nearest ids where none does.
    mutating func row(of word: EditWord, in name: TableName, key: String) -> Int? {
        let table = plan[name]
        if let row = table.row(of: word.text) { return row }
        let nearest = NearestWords.to(word.text, of: (0..<table.count).map { table.identifier($0) })
        let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
        refuse("unknown-id", word, key: key, "no row of \(name.rawValue).csv has the id \"\(word.text)\"\(hint)")
        return nil
    }

    /// The rows that words name, each once; `nil` where one names nothing.
    mutating func rows(of words: [EditWord], in name: TableName, key: String) -> [Int]? {
        var (rows, isSound): ([Int], Bool) = ([], true)
        for word in words {
            guard let row = row(of: word, in: name, key: key) else {
                isSound = false
                continue
            }
            if !rows.contains(row) { rows.append(row) }
        }
        return isSound ? rows : nil
    }

    /// The calendar that a word names.
    mutating func calendar(_ word: EditWord) -> Int? {
        let names = plan.settings.calendars.map(\.name)
        if let place = names.firstIndex(of: word.text) { return place }
        let nearest = NearestWords.to(word.text, of: names)
        let known = (nearest.isEmpty ? Array(names.prefix(10)) : nearest).joined(separator: ", ")
        refuse("unknown-id", word, key: "calendar", "plan.yaml has no calendar \"\(word.text)\"; it has \(known)")
        return nil
    }

    /// A date in messages: a day where it is midnight.
    func told(_ date: LocalDateTime) -> String { date.minuteOfDay == 0 ? date.dateText : date.description }

    /// A count and its noun.
    func count(_ value: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(value) \(value == 1 ? noun : plural ?? noun + "s")"
    }
}
