import PlanModel

extension CheckReport {
    /// Findings of one code that are listed for people; JSON and CSV have all of them.
    private static let listed = 5

    /// The check for people: errors first, then the plan's health, then findings by code, the first of each with how many more there are.
    public func text(_ style: Style) -> String {
        var lines = wrapped(summary, width: style.width).map { style.paint($0, .heading) }
        if errors.count > 0 { lines += [""] + errors.lines.map { style.paint($0, .bad) } }
        if let health { lines += [""] + health.lines(style) }
        for (code, findings) in groups {
            lines += ["", style.heading(code) + style.paint("  \(Spelling.count(findings.count))", .faint)]
            for finding in findings.prefix(Self.listed) {
                lines += wrapped(line(finding), width: style.width - 2, indent: 2).map { "  " + $0 }
            }
            if findings.count > Self.listed { lines.append("  and \(Spelling.count(findings.count - Self.listed)) more") }
        }
        if groups.contains(where: { $0.findings.count > Self.listed }) {
            lines += ["", "All findings: --format csv or --format json"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var summary: String {
        let plan = head.plan.map { printable($0) + ": " } ?? ""
        let found = findings.isEmpty ? "no findings" : Spelling.count(findings.count, "finding")
        if errors.count == 0 { return "\(plan)no errors, \(found)" }
        let kinds = findings.isEmpty ? "" : ", \(found)"
        return
            "\(plan)\(Spelling.count(errors.count, "error"))\(kinds); the plan cannot be computed until the errors are mended"
    }

    private func line(_ finding: Finding) -> String {
        let place = finding.file.map { $0 + (finding.line.map { ":\($0)" } ?? "") + ": " } ?? ""
        return printable(place + (finding.column.map { "\($0): " } ?? "") + finding.message)
    }
}
