import PlanSchedule

extension HealthWords {
    /// Offenders of a point that are listed for people; JSON has all of them.
    private static let listed = 8

    /// The points with how each is found, then the practices with their evidence.
    func lines(_ style: Style) -> [String] {
        [style.heading("Health") + "  \(score)\(baselineText)"] + pointLines(style) + ["", style.heading("GAO practices")]
            + practiceLines(style)
    }

    private var baselineText: String { health.baseline.name.map { ", baseline \(printable($0))" } ?? "" }

    private func pointLines(_ style: Style) -> [String] {
        var table = TextTable([
            .init(title: ""), .init(title: "", isRight: true), .init(title: "", isFlexible: true),
            .init(title: "value", isRight: true), .init(title: "limit", isRight: true), .init(title: "of"),
        ])
        for result in health.dcma { table.add(cells(result)) }
        let (head, rows) = table.parts(style)
        return head + zip(rows, health.dcma).flatMap { $0 + details($1, style) }
    }

    private func cells(_ result: DCMAResult) -> [TextTable.Cell] {
        let (point, ink) = (result.point, Self.ink(result.verdict))
        let limit = (point.isAtLeast ? "≥ " : "≤ ") + Self.value(result.threshold, of: point)
        return [
            .init(Self.mark(result.verdict), ink), .init("\(point.rawValue)"), .init(point.name),
            .init(result.value.map { Self.value($0, of: point) } ?? "-", ink), .init(limit),
            .init(result.value == nil ? "not applicable" : parts(result)),
        ]
    }

    private static func mark(_ verdict: HealthVerdict) -> String {
        switch verdict {
        case .passed: "✓"
        case .failed: "✗"
        case .notApplicable: "·"
        }
    }

    private static func ink(_ verdict: HealthVerdict) -> Style.Ink {
        switch verdict {
        case .passed: .good
        case .failed: .bad
        case .notApplicable: .faint
        }
    }

    /// How a point is found, why it is not applicable, what fails it.
    private func details(_ result: DCMAResult, _ style: Style) -> [String] {
        func indented(_ text: String, _ ink: Style.Ink?) -> [String] {
            wrapped(text, width: style.width - 9).map { String(repeating: " ", count: 9) + style.paint($0, ink) }
        }
        var lines = indented(printable(result.point.formula(health.thresholds) + leftOut(result)), .faint)
        let remark = result.reason ?? self.remark(result)
        if !remark.isEmpty { lines += indented(printable(remark), nil) }
        if result.verdict == .failed, result.offenders.count > 0, result.point != .criticalPathTest {
            lines += indented(ids(result.offenders, most: Self.listed), nil)
        }
        return lines
    }

    private func practiceLines(_ style: Style) -> [String] {
        health.gao.flatMap { result in
            let (mark, word, ink) = Self.words(result.verdict)
            let number = result.practice.rawValue < 10 ? " \(result.practice.rawValue)" : "\(result.practice.rawValue)"
            let name = wrapped(result.practice.name, width: style.width - 9)
            let text = wrapped(printable("\(word): \(evidence(result))"), width: style.width - 9)
            let margin = String(repeating: " ", count: 9)
            return ["  \(style.paint(mark, ink))  \(number)  \(name[0])"] + name.dropFirst().map { margin + $0 }
                + text.map { margin + style.paint($0, .faint) }
        }
    }

    private static func words(_ verdict: GAOVerdict) -> (mark: String, word: String, ink: Style.Ink) {
        switch verdict {
        case .supported: ("✓", "supported", .good)
        case .weak: ("✗", "weak", .bad)
        case .unknown: ("·", "cannot be told from data", .faint)
        }
    }
}
