import Foundation
import Headway
import PlanReports
import TestSupport
import Testing

@Suite struct ForecastReportTests {
    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test(arguments: [1, 63, 64, 65, 500])
    func histogramsHoldEverySample(samples: Int) throws {
        let result = try object(try Textbook().forecast(samples: samples).json())
        let targets =
            try #require(result["targets"] as? [[String: Any]]) + [try #require(result["planFinish"] as? [String: Any])]
        #expect(targets.count == 4)
        for target in targets {
            let bins = try #require(target["histogram"] as? [[String: Any]])
            #expect(bins.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == samples)
        }
    }

    /// Every sample has a driving path and A lies on all of them; E with the probability 1/6 that it takes more than five days.
    @Test func criticalityOfTheTextbook() throws {
        let result = try object(try Textbook().forecast(samples: 2000).json())
        let tasks = try #require(result["tasks"] as? [[String: Any]])
        let index = Dictionary(
            uniqueKeysWithValues: tasks.map { ($0["id"] as? String ?? "", $0["criticalityIndex"] as? Double ?? -1) })
        #expect(index["A"] == 1)
        #expect(index["B"] == nil)
        // 4 standard errors of 1/6 over 2,000 samples: √(1/6 · 5/6 / 2000) = 0.00833; false alarm 1 in 16,000, and the seed is fixed.
        #expect(abs((index["E"] ?? 0) - 1.0 / 6) < 4 * 0.00833)
    }

    @Test func textbookText() throws {
        let text = try Textbook().forecast().text(Style())
        let top = lines(text).prefix(12).joined(separator: "\n")
        #expect(
            top == """
                I1 Records at hand will most likely be on time: > 99 % by 18 Jan 2027.

                The archive moves · data date 4 Jan 2027 · 500 samples, seed 1
                10 open tasks: 1 carries a range or a risk, 8 are taken as certain, 1 takes no time · 0 finished

                  Target                                  Due      By plan          P50          P80  On time
                  I1 Records at hand              18 Jan 2027  15 Jan 2027  15 Jan 2027  15 Jan 2027   > 99 %
                  G1 The archive in its new room            -  15 Jan 2027  15 Jan 2027  15 Jan 2027        -
                  P1 Move the archive                       -  15 Jan 2027  15 Jan 2027  15 Jan 2027        -
                  whole plan                                -  15 Jan 2027  15 Jan 2027  15 Jan 2027        -

                When   ━ P10 to P90   ● P50   ◆ due
                """)
    }

    @Test(arguments: [56, 60, 70, 80, 100])
    func noLineIsWiderThanTheTerminal(width: Int) throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let network = try Network(compiling: plan)
        let forecast = Forecast(of: network, settings: ForecastSettings(samples: 64))
        let report = ForecastReport(of: plan, forecast, targets: ForecastReport.headTargets(of: network))
        for line in lines(report.text(Style(width: width))) { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }

    @Test func colourOnlyWhereItIsShown() throws {
        let report = try Textbook().forecast()
        #expect(!report.text(Style()).contains("\u{1B}"))
        #expect(report.text(Style(hasColour: true)).contains("\u{1B}[32m"))
    }

    @Test func aTargetWithoutTasksHasNoFinishAndSaysSo() throws {
        let plan = try Plan.made(["initiatives.csv": "id,name\nI1,One\nI2,Two\n"])
        let network = try Network(compiling: plan)
        let forecast = Forecast(of: network, settings: ForecastSettings(samples: 10))
        let result = try object(ForecastReport(of: plan, forecast, targets: [1, 2]).json())
        let targets = try #require(result["targets"] as? [[String: Any]])
        #expect(targets.allSatisfy { $0["p50"] is NSNull && $0["probabilityOnTime"] is NSNull })
        #expect(
            (result["findings"] as? [[String: Any]])?.map { $0["code"] as? String } == [
                "target-without-task", "target-without-task",
            ])
        #expect(result["joint"] is NSNull)
    }
}
