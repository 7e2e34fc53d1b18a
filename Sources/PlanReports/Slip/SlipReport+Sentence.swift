import PlanModel
import PlanSchedule

extension SlipReport {
    /// No more causes than this are named in a sentence; the ledger has all of them.
    private static let namedCauses = 3

    /// Why a finish has moved, in one sentence that can be repeated.
    func sentence(_ section: Section) -> String {
        let title = section.end == .target(0) ? "The whole plan" : names.title(section.end)
        guard let now = section.currentFinish else { return "\(title) has no tasks." }
        guard let slip = section.slip, let then = section.baselineFinish else {
            let absence =
                names.taskRow(section.end) == nil ? "the baseline has none of its tasks" : "it is not in the baseline"
            let lack = section.isInBaseline ? "the baseline gives no finish of it that can be counted from" : absence
            return "\(title) \(section.isFinished ? "finished" : "is to finish") on \(Spelling.lastDay(now)); \(lack)."
        }
        let causes = causes(section)
        let fact = "\(title) \(move(section, Int(slip.working))) (\(Self.span(from: then, to: now)))"
        return causes.isEmpty ? "\(fact)." : "\(fact): \(causes)."
    }

    /// `is 12 working days late`.
    private func move(_ section: Section, _ minutes: Int) -> String {
        let verb = section.isFinished ? "finished" : "is"
        if minutes == 0 { return "\(verb) on its baseline date" }
        let scale = SlipScale(of: [minutes], section.units)
        return "\(verb) \(scale.words(scale.share(of: minutes), "working ")) \(minutes > 0 ? "late" : "early")"
    }

    /// `14 May → 2 Jun 2028`, with times of day where the days are the same and the times are not.
    static func span(from then: LocalDateTime, to now: LocalDateTime) -> String {
        let (first, last) = (Spelling.lastDay(then), Spelling.lastDay(now))
        if first == last { return then == now ? last : "\(last), \(Spelling.time(then)) → \(Spelling.time(now))" }
        let year = " \(Spelling.ending(now).date.year)"
        return "\(first.hasSuffix(year) ? String(first.dropLast(year.count)) : first) → \(last)"
    }

    /// The biggest causes, what the others come to, and what float took up.
    private func causes(_ section: Section) -> String {
        let scale = scale(section)
        let shares = scale.shares(of: section.lines.map(\.minutes))
        let (floats, causes) = (places(section) { $0 == .absorbedByFloat }, places(section) { $0 != .absorbedByFloat })
        let biggest = biggest(causes.filter { shares[$0] != 0 }, section)
        let itself = names.taskRow(section.end) == nil ? nil : names.id(section.end)
        let named = clauses(biggest.map { (section.lines[$0], shares[$0]) }, scale, itself: itself)
        let rest = rest(causes.filter { !biggest.contains($0) }.map { shares[$0] }, scale)
        let float = Self.float(floats.reduce(0) { $0 + shares[$1] }, scale)
        return [Self.list(named + rest), float].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func places(_ section: Section, where isWanted: (SlipCause) -> Bool) -> [Int] {
        section.lines.indices.filter { isWanted(section.lines[$0].cause) }
    }

    /// The biggest of some lines; those that moved the finish the way it went come first.
    private func biggest(_ places: [Int], _ section: Section) -> [Int] {
        func isAlong(_ place: Int) -> Bool { (section.lines[place].minutes < 0) == ((section.minutes ?? 0) < 0) }
        let sorted = places.sorted { left, right in
            let sizes = (section.lines[left].minutes.magnitude, section.lines[right].minutes.magnitude)
            if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
            return isAlong(left) != isAlong(right) ? isAlong(left) : left < right
        }
        let named = sorted.prefix(Self.namedCauses)
        return named.filter(isAlong) + named.filter { !isAlong($0) }
    }

    /// `a`, `a, and b`, `a, b, and c`: clauses may hold an "and" of their own.
    private static func list(_ clauses: [String]) -> String {
        guard clauses.count > 1 else { return clauses.first ?? "" }
        return clauses.dropLast().joined(separator: ", ") + ", and " + clauses[clauses.count - 1]
    }

    /// A clause for each task, with all that happened to it; the task that the sentence is about is called it.
    private func clauses(_ causes: [(line: SlipLine, share: Int)], _ scale: SlipScale, itself: String?) -> [String] {
        var (order, predicates): ([SlipLine], [String: [String]]) = ([], [:])
        for (line, share) in causes {
            if predicates[line.task.id] == nil { order.append(line) }
            let phrase = SlipPhrase(line: line, size: scale.words(share), isGain: share < 0, scale: scale)
            predicates[line.task.id, default: []].append(phrase.predicate)
        }
        return order.map { line in
            let holder = (line.owner ?? line.team).map { " (\($0.name))" } ?? ""
            return printable(
                "\(line.task.id == itself ? "it" : line.task.name)\(holder) \(predicates[line.task.id]!.joined(separator: " and "))"
            )
        }
    }

    private func rest(_ shares: [Int], _ scale: SlipScale) -> [String] {
        if shares.allSatisfy({ $0 == 0 }) { return [] }
        let (sum, isOne) = (shares.reduce(0, +), shares.count == 1)
        let causes = "\(Spelling.count(shares.count, "smaller cause")) that"
        if sum == 0 { return ["\(causes) cancel out"] }
        return ["\(causes)\(isOne ? "" : " together") \(sum > 0 ? "add" : "save")\(isOne ? "s" : "") \(scale.words(sum))"]
    }

    private static func float(_ share: Int, _ scale: SlipScale) -> String {
        if share == 0 { return "" }
        let size = scale.words(share)
        let verb = size.hasPrefix("1 ") ? "was" : "were"
        return share < 0 ? "\(size) \(verb) absorbed by float" : "\(size) of gains \(verb) lost to float"
    }

    /// The unit in which a section is told.
    func scale(_ section: Section) -> SlipScale { SlipScale(of: section.lines.map(\.minutes), section.units) }
}
