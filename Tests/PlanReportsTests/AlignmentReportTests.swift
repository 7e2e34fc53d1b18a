import Foundation
import Headway
import PlanReports
import TestSupport
import Testing

/// What `headway align` writes, over random organisations.
struct AlignmentReportTests {
    private func report(_ texts: PlanTexts, threads: Int = 1, list: AlignmentList? = nil) throws -> AlignmentReport {
        let plan = try texts.plan(threads: threads)
        let network = try Network(compiling: plan, threads: threads)
        return AlignmentReport(of: plan, network, try Alignment(of: plan, network), list: list)
    }

    /// The order of rows and the number of threads change no byte of any form.
    @Test func anyOrderOfRowsGivesTheSameBytes() throws {
        for seed in 0..<40 {
            var random = SeededGenerator(seed: UInt64(seed) + 500)
            let texts = RandomCascade.make(seed: UInt64(seed))
            let (one, other) = (try report(texts), try report(texts.shuffled(using: &random), threads: 3))
            #expect(one.json() == other.json(), "seed \(seed)")
            #expect(one.csv() == other.csv() && one.text(Style()) == other.text(Style()), "seed \(seed)")
        }
    }

    /// Every form is sound whatever is missing, and no line is too long.
    @Test func everyFormOfEveryList() throws {
        for seed in 0..<20 {
            let texts = RandomCascade.make(seed: UInt64(seed))
            for list in AlignmentList.allCases {
                let report = try report(texts, list: list)
                for width in [62, 80, 100] {
                    let lines = report.text(Style(width: width)).split(separator: "\n")
                    #expect(
                        lines.allSatisfy { DisplayWidth.of($0) <= width && !$0.hasSuffix(" ") }, "seed \(seed) \(list) \(width)"
                    )
                }
                let rows = String(decoding: report.csv(), as: UTF8.self).split(separator: "\r\n")
                #expect(rows[0] == "kind,id,name,person,person_name,note,effort_minutes,share")
            }
            let whole = try report(texts)
            for width in [40, 62, 80, 100] {
                let lines = whole.text(Style(width: width)).split(separator: "\n")
                #expect(lines.allSatisfy { !$0.hasSuffix(" ") }, "seed \(seed) \(width)")
                if width > 40 { #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed) \(width)") }
            }
        }
    }

    /// Plans that lack whole tables.
    @Test func littlePlans() throws {
        let task = "tasks.csv", people = "people.csv"
        let plans: [([String: String], String)] = [
            ([:], "No work is left in this plan.\n"),
            (
                [task: "id,name,project,duration\nT,Task,,1d\n"],
                "The plan names no initiative, so none of its work can serve one.\n"
            ),
            (
                [task: "id,name,project,duration\nT,Task,,1d\n", "initiatives.csv": "id,name\nI,One\n"],
                "0 % of the work left serves an initiative.\n"
            ),
            (
                [
                    task: "id,name,project,duration\nT,Task,,1d\n", "initiatives.csv": "id,name,weight\nI,One,1\n",
                    "links.csv": "from,to\nT,I\n", people: "id,name\na,A\n",
                ],
                "100 % of the work left serves an initiative; effort follows the weights; 1 of 1 employee cannot see an initiative from their work.\n"
            ),
        ]
        for (files, headline) in plans {
            let report = try report(PlanTexts(files))
            #expect(report.text(Style()).replacing("\n  ", with: " ").hasPrefix(headline), "\(report.text(Style()))")
            #expect(try JSONSerialization.jsonObject(with: Data(report.json())) is [String: Any])
        }
    }
}
