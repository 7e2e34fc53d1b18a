import PlanModel

extension SettingsReader {
    /// Turns the names of bases into indices and refuses bases that do not exist, circles, and calendars that never work.
    mutating func inherit(_ drafts: inout [CalendarDraft]) {
        let places = Dictionary(
            drafts.indices.map { (drafts[$0].definition.name, $0) }, uniquingKeysWith: { first, _ in first })
        for index in drafts.indices {
            guard let field = drafts[index].base else { continue }
            let expected = "the name of another calendar"
            let name = text(field, expected: expected)
            drafts[index].definition.base = name.flatMap { places[$0] }
            if drafts[index].definition.base == nil { drafts[index].isSound = false }
            if let name, places[name] == nil {
                refuse(field, "dangling-reference", "no such calendar (expected \(expected))", found: name)
            }
        }
        resolve(drafts)
    }

    /// Visits each calendar once, bases first.
    private mutating func resolve(_ drafts: [CalendarDraft]) {
        var states = Array(repeating: LineState.new, count: drafts.count)
        for start in drafts.indices {
            var line: [Int] = []
            var next: Int? = start
            while let index = next, states[index] == .new {
                states[index] = .open
                line.append(index)
                next = drafts[index].definition.base
            }
            if let again = next, states[again] == .open { refuseCircle(line[line.firstIndex(of: again)!...], drafts) }
            for index in line.reversed() {
                states[index] = settled(drafts[index], drafts[index].definition.base.map { states[$0] })
            }
        }
    }

    /// What is known of a calendar and its line of bases.
    private enum LineState: Equatable {
        /// `open`: its bases are being visited; `faulty`: it or one of its bases has a fault.
        case new, open, faulty
        /// Whether each day of the week has work.
        case works([Bool])
    }

    private mutating func settled(_ draft: CalendarDraft, _ base: LineState?) -> LineState {
        var inherited = Array(repeating: false, count: 7)
        switch base {
        case nil where draft.isSound: break
        case .works(let days) where draft.isSound: inherited = days
        default: return .faulty
        }
        let days = zip(draft.definition.week, inherited).map { own, inherited in own.map { !$0.isEmpty } ?? inherited }
        if !days.contains(true) {
            let message =
                "the calendar never works (expected a shift on at least one day of its week, or a base that has one) (found no shift)"
            refuse("never-works", draft.field.keyLine, draft.field.path, message)
        }
        return .works(days)
    }

    private mutating func refuseCircle(_ circle: ArraySlice<Int>, _ drafts: [CalendarDraft]) {
        let first = circle.min()!
        let names = (Array(circle.drop { $0 != first }) + circle.prefix { $0 != first } + [first]).map {
            drafts[$0].definition.name
        }
        let chain = names.count > 12 ? names.prefix(10) + ["…"] + names.suffix(1) : names[...]
        let found = chain.map { quotable($0) }.joined(separator: " → ")
        let place = drafts[first].base ?? drafts[first].field
        let message =
            "calendars inherit from each other in a circle (expected a base that leads to a calendar without one) (found \"\(found)\")"
        refuse("cycle", place.node.line, place.path, message)
    }
}
