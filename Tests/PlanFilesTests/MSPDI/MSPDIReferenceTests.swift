import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Files of Microsoft Project 2002 to 2019, and of tools that write its format.
@Suite(.enabled(if: TestFolders.hasReference))
struct MSPDIReferenceTests {
    private static let folders = ["msp", "msp/features", "p6"]

    static let files: [String] = folders.flatMap { folder in
        let path = (TestFolders.reference ?? "") + "/" + folder
        return ((try? TestFolders.names(in: path)) ?? []).filter { $0.hasSuffix("mspdi.xml") }.map { "\(path)/\($0)" }
    }

    @Test(arguments: files) func everyFileIsRead(path: String) throws {
        let (schedule, faults) = try MSPDIFixture.read(Array(TestFolders.contents(of: path)))
        #expect(faults.isEmpty)
        let read = try #require(schedule)
        #expect(!read.calendars.isEmpty)
    }

    /// Project writes the days of its recurring exceptions beside their rules; the rules alone must give the same days.
    @Test(arguments: files.filter { $0.contains("recurring") }) func rulesGiveTheDaysThatProjectWrote(path: String) throws {
        let text = try String(decoding: TestFolders.contents(of: path), as: UTF8.self)
        var rulesOnly = "", rest = text[...]
        while let open = rest.range(of: "<WeekDay>"), let close = rest.range(of: "</WeekDay>") {
            let day = rest[open.lowerBound..<close.upperBound]
            rulesOnly += rest[..<open.lowerBound] + (day.contains("<DayType>0<") ? "" : day)
            rest = rest[close.upperBound...]
        }
        let both = try MSPDIFixture.schedule(text).calendars[0].exceptions
        let rules = try MSPDIFixture.schedule(rulesOnly + rest).calendars[0].exceptions
        #expect(rules == both)
        #expect(rules.count > 130)
    }

    /// Written and read again, a plan of Project's is the same plan.
    @Test(arguments: files.filter { $0.contains("/msp/") }) func everyPlanComesBack(path: String) throws {
        let plan = try Plan(contentsOf: path)
        try TestFolders.withTemporaryFolder { folder in
            _ = try plan.writeMSPDI(to: folder)
            let back = try Plan(contentsOf: folder)
            #expect(MSPDIRoundTripTests.differences(plan, back) == [])
        }
    }
}
