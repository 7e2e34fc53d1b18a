import PlanForecast
import PlanStatistics

/// How targets depend on each other, for people: how likely all are on time, and what one being late does to the others.
struct JointText {
    let names: TargetNames
    let style: Style

    /// Sets of more targets than this are shown by their strongest pairs.
    private static let mostColumns = 8
    /// Pairs told in words, below a matrix and in place of one.
    private static let fewPairs = 3, manyPairs = 10
    /// An interval wider than this is told, in shares.
    private static let rough = 0.2
    /// What the label of a row needs at least, columns.
    private static let leastLabel = 24

    /// One line: how likely all targets of a set are on time.
    ///
    /// - Parameter whom: who they are.
    func line(_ joint: JointOutcome, whom: String) -> [String] {
        let share = style.paint(Spelling.percentWithError(joint.all), ForecastReport.ink(joint.all))
        var lines = wrapped("\(whom) on time:", width: style.width - 14)
        lines[lines.count - 1] += " " + share
        return lines
    }

    /// The ids of a set: `I1, G4 and P12`.
    func list(_ joint: JointOutcome) -> String { printable(Spelling.list(joint.targets.map { names.id($0) ?? "plan" })) }

    /// The matrix of a set, if it fits, and its strongest pairs.
    func details(_ joint: JointOutcome) -> [String] {
        guard joint.targets.count > 1 else { return [] }
        guard joint.targets.count <= JointPair.mostTargets else {
            return ["  Pairs of more than \(JointPair.mostTargets) targets are not compared."]
        }
        let pairs = JointPair.all(joint)
        let matrix = fits(joint) ? self.matrix(joint, pairs) : []
        let strongest = JointPair.strongest(pairs, count: matrix.isEmpty ? Self.manyPairs : Self.fewPairs)
        let words = strongest.flatMap { wrapped(sentence($0), width: style.width - 2, indent: 2).map { "  " + $0 } }
        return matrix + (words.isEmpty ? ["  No target's chances change with another's by more than noise."] : words)
    }

    private func id(_ target: Int) -> String { printable(names.id(target) ?? "plan") }

    private func fits(_ joint: JointOutcome) -> Bool {
        let columns = joint.targets.reduce(0) { $0 + 2 + max(4, DisplayWidth.of(id($1))) }
        return joint.targets.count <= Self.mostColumns && 2 + Self.leastLabel + columns <= min(style.width, 80)
    }

    private func matrix(_ joint: JointOutcome, _ pairs: [JointPair]) -> [String] {
        var table = TextTable(
            [.init(title: "per cent on time", isFlexible: true)]
                + joint.targets.map { .init(title: id($0), isRight: true) })
        table.add(["all replications"] + joint.targets.indices.map { number(joint.alone($0), "") })
        var rest = pairs[...]
        for late in joint.targets {
            var cells: [TextTable.Cell] = [.init("if late: \(names.title(late))")]
            for target in joint.targets { cells.append(target == late ? "·" : cell(rest.removeFirst().chances)) }
            table.add(cells)
        }
        let legend = "↓ less, ↑ more likely than where it is on time, beyond noise; ~ ±10 or worse"
        var narrow = style
        narrow.width = min(style.width, 80)
        return table.lines(narrow) + wrapped(legend, width: narrow.width - 2).map { "  " + style.paint($0, .faint) }
    }

    private func cell(_ chances: JointConditional) -> TextTable.Cell {
        guard let share = chances.ifLate else { return "-" }
        guard let difference = chances.difference, difference.isClear else { return number(share, "") }
        return number(share, difference.value < 0 ? "↓" : "↑")
    }

    /// A share as a bare number, so that many fit into a line, behind its marks.
    private func number(_ share: Proportion, _ mark: String) -> TextTable.Cell {
        let isRough = share.interval.upperBound - share.interval.lowerBound > Self.rough
        let text = Spelling.percent(share).filter { $0 != " " && $0 != "%" }
        return .init((isRough ? "~" : "") + mark + text, mark == "↓" ? .bad : mark == "↑" ? .good : nil)
    }

    private func sentence(_ pair: JointPair) -> String {
        let (late, onTime, difference) = (pair.chances.ifLate!, pair.chances.ifOnTime!, pair.chances.difference!)
        func points(_ value: Double) -> Int { Int((value.magnitude * 100).rounded()) }
        let ends = [difference.interval.lowerBound, difference.interval.upperBound].map(points).sorted()
        return "If \(id(pair.late)) is late, \(id(pair.target)) is on time with \(Spelling.percentWithError(late)), else with "
            + "\(Spelling.percentWithError(onTime)): \(points(difference.value)) points \(difference.value < 0 ? "less" : "more") "
            + "(\(ends[0]) to \(ends[1]))"
    }
}
