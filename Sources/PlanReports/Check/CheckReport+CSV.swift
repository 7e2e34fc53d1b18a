import PlanModel
import PlanSchedule

extension CheckReport {
    /// Errors, the points of the plan's health, its practices and findings as CSV, one row each.
    ///
    /// A point is a row of severity `dcma`, a practice one of `gao`; the columns after the message are theirs.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(
            header: ["severity", "code", "file", "line", "column", "message"]
                + ["verdict", "numerator", "denominator", "value", "threshold"])
        for fault in errors.faults {
            csv.add("error", fault.code, fault.file, fault.line, fault.column, fault.message)
        }
        if let health { health.write(to: &csv) }
        for finding in findings {
            csv.add("finding", finding.code, finding.file, finding.line, finding.column, finding.message)
        }
        return csv.bytes
    }
}

extension HealthWords {
    fileprivate func write(to csv: inout CSVWriter) {
        for result in health.dcma {
            let isJudged = result.verdict != .notApplicable
            let message = result.reason.map { "\(result.point.name): \($0)" } ?? sentence(result)
            csv.begin("dcma", result.point.id, nil, nil, nil, message)
            csv.cell(result.verdict.rawValue)
            csv.cell(isJudged ? result.numerator : nil)
            csv.cell(isJudged ? result.denominator : nil)
            csv.cell(result.value)
            csv.cell(result.threshold)
            csv.endRow()
        }
        for result in health.gao {
            csv.begin("gao", result.practice.id, nil, nil, nil, "\(result.practice.name): \(evidence(result))")
            csv.cell(result.verdict.rawValue)
            for _ in 0..<4 { csv.cell(nil as String?) }
            csv.endRow()
        }
    }

    private func sentence(_ result: DCMAResult) -> String {
        "\(result.point.name): \(result.point.formula(health.thresholds))\(leftOut(result))"
    }
}

extension CSVWriter {
    /// A row without the columns of health.
    fileprivate mutating func add(
        _ severity: String, _ code: String, _ file: String?, _ line: Int?, _ column: String?, _ message: String
    ) {
        begin(severity, code, file, line, column, message)
        for _ in 0..<5 { cell(nil as String?) }
        endRow()
    }

    fileprivate mutating func begin(
        _ severity: String, _ code: String, _ file: String?, _ line: Int?, _ column: String?, _ message: String
    ) {
        for text in [severity, code, file] { cell(text) }
        cell(line)
        cell(column)
        cell(message)
    }
}
