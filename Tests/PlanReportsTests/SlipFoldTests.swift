import Foundation
import Headway
import TestSupport
import Testing

@testable import PlanReports

/// Ledgers that are longer than people read.
@Suite struct SlipFoldTests {
    @Test func tenBiggestAndTheRest() {
        let fold = SlipFold([1, -20, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -2])
        #expect(fold.places == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11] && fold.hidden == 3)
        #expect(fold.amounts == [-20, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1 + 3 - 2])
    }

    /// Eleven lines are ten and one other, which may as well stand for itself.
    @Test(arguments: [0, 1, 10, 11]) func shortOnesStay(count: Int) {
        let fold = SlipFold(Array(1...12).suffix(count))
        #expect(fold.hidden == 0 && fold.amounts.count == count && fold.places == Array(0..<count))
    }

    /// Thirds of a day: 3.33 + 3.33 + 3.33 = 10 is told as 3.4 + 3.3 + 3.3, and 1 - 0.33 - 0.33 - 0.33 = 0 as 1 - 0.3 - 0.3 - 0.4.
    @Test func roundedSharesAddUp() {
        let scale = SlipScale(days: WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400))
        #expect(scale.shares(of: [1600, 1600, 1600]) == [34, 33, 33])
        #expect(scale.shares(of: [480, -160, -160, -160]) == [10, -3, -3, -4])
        #expect(scale.shares(of: [960, -20]) == [20, 0] && scale.share(of: 940) == 20)
        #expect(scale.text(-125) == "-12.5 d" && scale.words(10) == "1 day" && scale.words(-30, "working ") == "3 working days")
    }

    /// Every share stays within a tenth of a day of its amount, and whole days are kept.
    @Test(arguments: 0..<20) func sharesStayNear(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let scale = SlipScale(days: WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400))
        let amounts = (0..<40).map {
            $0 % 4 == 0 ? 480 * Int.random(in: -9...9, using: &random) : Int.random(in: -9999...9999, using: &random)
        }
        let shares = scale.shares(of: amounts)
        #expect(shares.reduce(0, +) == scale.share(of: amounts.reduce(0, +)))
        for (amount, share) in zip(amounts, shares) {
            #expect(abs(share * 48 - amount) < 48 && (amount % 480 != 0 || share * 48 == amount))
        }
    }

    /// Thirteen tasks one after the other, the first an hour longer than its day, the second two, and so on: 91 hours, 11.4 days. The ten last
    /// make 85 of them, the others 6.
    @Test func aLongLedgerAddsUp() throws {
        var plan = WardPlan()
        let tasks = (1...13).map { "T\($0),Task \($0),P1,\($0 < 8 ? "1d \($0)h" : "2d \($0 - 8)h"),\n" }
        plan.files["plan.yaml"] = "name: Made\nepoch: 2027-01-04T08:00\n"
        plan.files["tasks.csv"] = "id,name,project,duration,owner\n" + tasks.joined()
        plan.files["dependencies.csv"] = "predecessor,successor\n" + (1...12).map { "T\($0),T\($0 + 1)\n" }.joined()
        plan.files["assignments.csv"] = nil
        var before = plan
        before.files["tasks.csv"] = "id,name,project,duration,owner\n" + (1...13).map { "T\($0),Task \($0),P1,1d,\n" }.joined()
        for key in ["baselines/approved.csv"] { (plan.files[key], before.files[key]) = (nil, nil) }
        let report = try plan.report(["I1"], against: before)
        let text = lines(report.text(Style(width: 80)))
        let head = try #require(text.firstIndex { $0.hasPrefix("  Task ") })
        let table = text[(head + 1)...].prefix { !$0.isEmpty }
        #expect(table.count == 10 + 1 + 1 && table.contains { $0.hasPrefix("        3 more lines ") })
        func days(_ line: String) -> Double { Double(line.components(separatedBy: " d").first!.split(separator: " ").last!)! }
        let (sum, total) = (table.dropLast().reduce(0) { $0 + days($1) }, days(table.last!))
        #expect(abs(sum - total) < 1e-9 && total == 11.4)
        #expect(report.sections[0].lines.count == 13)
    }
}
