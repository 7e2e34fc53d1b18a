import Headway
import PlanReports
import Testing

@Suite struct CheckReportTests {
    private let findings = (1...7).map { Finding(code: "orphan-task", file: "tasks.csv", line: $0 + 1, message: "task T\($0)") }

    @Test func findingsAreGroupedAndCounted() {
        let text = CheckReport(of: nil, errors: FaultReport([], count: 0), findings: findings).text(Style())
        #expect(
            text == """
                no errors, 7 findings

                orphan-task  7
                  tasks.csv:2: task T1
                  tasks.csv:3: task T2
                  tasks.csv:4: task T3
                  tasks.csv:5: task T4
                  tasks.csv:6: task T5
                  and 2 more

                All findings: --format csv or --format json

                """)
    }

    @Test func csvHasAllOfThem() {
        let csv = CheckReport(of: nil, errors: FaultReport([], count: 0), findings: findings).csv()
        #expect(String(decoding: csv, as: UTF8.self).split(separator: "\r\n").count == 8)
    }

    @Test func errorsBeyondTheListAreCounted() {
        let fault = Fault(
            code: "bad-number", file: "tasks.csv", line: 3, column: "duration", message: "expected a number (found \"x\ny\")")
        let report = FaultReport([fault], count: 3)
        // A line break inside a value must not break the line of the error.
        #expect(report.lines == ["error: tasks.csv:3: duration: expected a number (found \"x\\ny\")", "and 2 more"])
        #expect(
            String(decoding: report.json(), as: UTF8.self) == #"{"errors":[{"file":"tasks.csv","line":3,"column":"duration","#
                + #""code":"bad-number","message":"expected a number (found \"x\ny\")"}],"errorCount":3}"# + "\n")
    }
}
