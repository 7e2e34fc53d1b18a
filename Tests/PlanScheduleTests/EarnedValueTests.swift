import Foundation
import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Known answers, worked by hand. The calendar works five days of 480 minutes; 4 January 2027 is a Monday.
@Suite struct EarnedValueTests {
    /// A for 4 days at 100 a day, B for 3 days at 200 a day, C for 3 days at 100 a day, one after the other. A is done, B for a tenth.
    private let chain = [
        "tasks.csv": """
        id,name,project,duration,actual_start,actual_finish,percent_complete
        A,One,,4d,2027-01-04T08:00,2027-01-08T12:00,
        B,Two,,3d,2027-01-08T13:00,,10
        C,Three,,3d,,,

        """,
        "baselines/b.csv": """
        task,start,finish,cost
        A,2027-01-04,2027-01-07,400
        B,2027-01-08,2027-01-12,600
        C,2027-01-13,2027-01-15,300

        """,
    ]

    @Test func amountsAndSchedule() throws {
        let value = try EarnedFixture.value(day: 8, chain)
        let whole = value.targets[0]
        let time = try #require(whole.time)
        #expect(value.basis == .baselineCost)
        // BAC 400 + 600 + 300; PV after 5 days 400 + 200; EV 400 + 60.
        #expect(value.amount(whole.budget) == 1300)
        #expect(value.amount(whole.planned) == 600)
        #expect(value.amount(whole.earned) == 460)
        #expect(value.amount(whole.variance) == -140)
        #expect(whole.performance == 460.0 / 600)
        // 460 was planned after 4 days and 60 / 200 of the fifth: 4.3 · 480 = 2064 minutes; 5 days have passed.
        #expect(time.plannedDuration == 4800 && time.actualTime == 2400 && time.earnedSchedule == 2064)
        #expect(time.variance == -336 && time.performance == 0.86)
        // The tenth after Thursday's end: 0.3 · 480 = 144 minutes into Friday.
        #expect(time.earnedScheduleDate?.description == "2027-01-08T10:24")
        #expect(time.baselineStart.description == "2027-01-04T08:00" && time.baselineFinish.description == "2027-01-15T17:00")
    }

    /// PD 10, AT 5, ES 4.3, SPI 460 / 600, and with an actual cost of 500 a CPI of 0.92; days.
    @Test func nineForecasts() throws {
        let value = try EarnedFixture.value(day: 8, chain)
        let expected: [EarnedForecastMethod: Double] = [
            .PV1: 10 + 140 * 10 / 1300.0,  // PD − SV · PD / BAC = 11.0769
            .PV2: 13.043478,  // 10 / 0.766667
            .PV3: 14.177694,  // 10 / (0.766667 · 0.92)
            .ED1: 11.166667,  // 5 + 10 − 5 · 0.766667
            .ED2: 13.043478,  // 5 + (10 − 3.833333) / 0.766667
            .ED3: 13.742911,  // 5 + 6.166667 / (0.766667 · 0.92)
            .ES1: 10.7,  // 5 + 10 − 4.3
            .ES2: 11.627907,  // 5 + 5.7 / 0.86
            .ES3: 12.204247,  // 5 + 5.7 / (0.86 · 0.92)
        ]
        for (method, days) in expected {
            let duration = try #require(value.duration(method, value.targets[0], actualCost: 500))
            #expect(abs(duration / 480 - days) < 1e-5, "\(method)")
            let isKnown = method.factor != .asFastAndDear
            #expect((value.duration(method, value.targets[0]) != nil) == isKnown)
        }
        // 10.7 days from Monday the 4th: ten days end on the 15th, 0.7 · 480 = 336 minutes into the 18th.
        #expect(value.finish(.ES1, value.targets[0])?.description == "2027-01-18T14:36")
        #expect(value.finish(.ES3, value.targets[0]) == nil)
    }

    /// Nothing is planned on Wednesday and Thursday: with just A earned, the plan was there from Tuesday's end to Thursday's.
    @Test(arguments: [(4, 960), (6, 1440), (7, 1920), (11, 1920)])
    func earnedAsPlannedIsNeitherAheadNorBehind(day: Int, minutes: Int32) throws {
        let files = [
            "tasks.csv": """
            id,name,project,duration,actual_start,actual_finish
            A,One,,2d,2027-01-04T08:00,2027-01-04T16:00
            B,Two,,2d,,

            """,
            "baselines/b.csv": "task,start,finish,cost\nA,2027-01-04,2027-01-05,50\nB,2027-01-08,2027-01-11,50\n",
        ]
        #expect(try EarnedFixture.value(day: day, files).targets[0].time?.earnedSchedule == minutes)
    }

    /// Due at the start: PV after 5 days is all of A and B, EV too, though B has hardly begun.
    @Test func accrualAtTheStart() throws {
        let value = try EarnedFixture.value(day: 8, chain, accrual: .start)
        let whole = value.targets[0]
        #expect(value.amount(whole.planned) == 1000 && value.amount(whole.earned) == 1000)
        // Planned from the first minute of Friday to the end of Tuesday: now lies in between.
        #expect(whole.time?.earnedSchedule == 2400)
        // A day earlier only A was due, but B had begun all the same: 1000 was passed with B's first minute, 4 days and 1 minute in.
        let early = try EarnedFixture.value(day: 7, chain, accrual: .start).targets[0]
        #expect(value.amount(early.planned) == 400 && early.time?.earnedSchedule == 1921)
    }
}

/// Plans of a few CSV files with a baseline called `b`.
enum EarnedFixture {
    /// A plan of a few CSV files, its data date at the end of a day of January 2027.
    static func plan(day: Int, _ files: [String: String]) throws -> Plan {
        let day = day < 10 ? "0\(day)" : "\(day)"
        var files = files
        files["plan.yaml"] = "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-\(day)T17:00\n"
        return try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/baselines", withIntermediateDirectories: true)
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            return try Plan(contentsOf: folder)
        }
    }

    static func value(day: Int, _ files: [String: String], accrual: CostAccrual = .even) throws -> EarnedValue {
        let plan = try plan(day: day, files)
        return EarnedValue(of: plan, try Network(compiling: plan), baseline: "b", accrual: accrual)
    }
}
