import Foundation
import PlanModel
import Testing

@testable import PlanFiles

/// A file of `tasks.csv` and the faults that it must raise, as `code file:line column`.
struct FaultyTable: Sendable, CustomTestStringConvertible {
    var what: String
    var tasks: String
    var faults: [String]
    var testDescription: String { what }
}

@Suite struct TableFaultTests {
    static let cases: [FaultyTable] = [
        .init(what: "empty file", tasks: "", faults: ["no-header tasks.csv:1 -"]),
        .init(what: "column missing", tasks: "id,name\n1,A\n", faults: ["missing-column tasks.csv:1 project"]),
        .init(
            what: "column twice", tasks: "id,name,project,name\n1,A,,B\n", faults: ["duplicate-column tasks.csv:1 name"]),
        .init(what: "too few fields", tasks: "id,name,project\n1,A\n2,B,\n", faults: ["field-count tasks.csv:2 -"]),
        .init(what: "too many fields", tasks: "id,name,project\n1,A,,x\n", faults: ["field-count tasks.csv:2 -"]),
        .init(what: "empty id", tasks: "id,name,project\n,A,\n", faults: ["missing-value tasks.csv:2 id"]),
        .init(what: "id twice", tasks: "id,name,project\n7,A,\n8,B,\n7,C,\n", faults: ["duplicate-id tasks.csv:4 id"]),
        .init(what: "dangling project", tasks: "id,name,project\n1,A,P9\n", faults: ["dangling-reference tasks.csv:2 project"]),
        .init(
            what: "unknown calendar", tasks: "id,name,project,calendar\n1,A,,lunar\n",
            faults: ["unknown-calendar tasks.csv:2 calendar"]),
        .init(
            what: "unknown distribution", tasks: "id,name,project,distribution\n1,A,,weibull\n",
            faults: ["unknown-word tasks.csv:2 distribution"]),
        .init(
            what: "negative duration", tasks: "id,name,project,duration\n1,A,,-3d\n",
            faults: ["bad-duration tasks.csv:2 duration"]),
        .init(
            what: "NaN duration", tasks: "id,name,project,duration\n1,A,,nan\n", faults: ["bad-duration tasks.csv:2 duration"]),
        .init(
            what: "infinite duration", tasks: "id,name,project,duration\n1,A,,inf\n",
            faults: ["bad-duration tasks.csv:2 duration"]),
        .init(
            what: "elapsed duration", tasks: "id,name,project,duration\n1,A,,3ed\n",
            faults: ["bad-duration tasks.csv:2 duration"]),
        .init(
            what: "unknown unit", tasks: "id,name,project,duration\n1,A,,3y\n", faults: ["bad-duration tasks.csv:2 duration"]),
        .init(
            what: "two plain numbers", tasks: "id,name,project,duration\n1,A,,3 4\n",
            faults: ["bad-duration tasks.csv:2 duration"]),
        .init(
            what: "endless duration", tasks: "id,name,project,duration\n1,A,,9e9d\n", faults: ["too-long tasks.csv:2 duration"]),
        .init(
            what: "estimates out of order",
            tasks: "id,name,project,duration,optimistic,most_likely,pessimistic\n1,A,,5d,4d,3d,6d\n",
            faults: ["estimates-out-of-order tasks.csv:2 most_likely"]),
        .init(
            what: "optimistic above pessimistic", tasks: "id,name,project,duration,optimistic,pessimistic\n1,A,,5d,7d,6d\n",
            faults: ["estimates-out-of-order tasks.csv:2 pessimistic"]),
        .init(
            what: "no such day", tasks: "id,name,project,due\n1,A,,2027-02-29\n", faults: ["impossible-date tasks.csv:2 due"]),
        .init(
            what: "25 o'clock", tasks: "id,name,project,due\n1,A,,2027-02-28T25:00\n",
            faults: ["impossible-date tasks.csv:2 due"]),
        .init(what: "time zone", tasks: "id,name,project,due\n1,A,,2027-02-28T08:00Z\n", faults: ["bad-date tasks.csv:2 due"]),
        .init(what: "seconds", tasks: "id,name,project,due\n1,A,,2027-02-28T08:00:30\n", faults: ["bad-date tasks.csv:2 due"]),
        .init(
            what: "per cent", tasks: "id,name,project,percent_complete\n1,A,,101\n",
            faults: ["bad-number tasks.csv:2 percent_complete"]),
        .init(
            what: "NaN per cent", tasks: "id,name,project,percent_complete\n1,A,,NaN\n",
            faults: ["bad-number tasks.csv:2 percent_complete"]),
        .init(
            what: "finish before start",
            tasks: "id,name,project,duration,actual_start,actual_finish\n1,A,,5d,2027-01-06T08:00,2027-01-05T17:00\n",
            faults: ["finish-before-start tasks.csv:2 actual_finish"]),
        .init(
            what: "finish without start",
            tasks: "id,name,project,duration,actual_start,actual_finish\n1,A,,5d,,2027-01-04T09:00\n",
            faults: ["missing-value tasks.csv:2 actual_start"]),
        .init(
            what: "before the epoch", tasks: "id,name,project,duration,actual_start\n1,A,,5d,2026-12-31T08:00\n",
            faults: ["before-epoch tasks.csv:2 actual_start"]),
        .init(
            what: "stray quote", tasks: "id,name,project\n1,A \"big\" one,\n2,B,\n", faults: ["stray-quote tasks.csv:2 name"]),
        .init(what: "text after a quote", tasks: "id,name,project\n1,\"A\"x,\n", faults: ["stray-quote tasks.csv:2 name"]),
        .init(
            what: "open quote", tasks: "id,name,project\n1,\"A,\n2,B,\n",
            faults: ["open-quote tasks.csv:2 name", "field-count tasks.csv:2 -"]),
        .init(
            what: "several at once, in the order of lines",
            tasks: "id,name,project,duration,due\n1,A,P1,x,2027-13-01\n\n2,\"two\nlines\",,1d,\n3,C,P2,,bad\n",
            faults: [
                "bad-duration tasks.csv:2 duration", "impossible-date tasks.csv:2 due",
                "dangling-reference tasks.csv:2 project",
                "bad-date tasks.csv:6 due", "dangling-reference tasks.csv:6 project",
            ]),
    ]

    @Test(arguments: cases)
    func declaredFaults(_ table: FaultyTable) throws {
        let reading = try FolderReading(["tasks.csv": table.tasks])
        #expect(reading.plan == nil)
        #expect(reading.places.sorted() == table.faults.sorted())
        #expect(reading.faults.map { $0.line ?? 0 } == reading.faults.map { $0.line ?? 0 }.sorted())
    }

    @Test func messagesSayWhatWasExpectedAndFound() throws {
        let reading = try FolderReading(["tasks.csv": "id,name,project,duration\n1,A,,soon\n"])
        #expect(
            reading.faults.map(\.description) == [
                "tasks.csv:2: duration: expected a duration of zero or more such as 5d, 40h, 2w, 3d 4h, 30m (found \"soon\")"
            ])
    }

    @Test func otherTables() throws {
        let reading = try FolderReading([
            "tasks.csv": "id,name,project\n1,A,\n2,B,\n",
            "dependencies.csv": "predecessor,successor,type,lag\n1,2,FX,0\n1,3,FS,2x\n",
            "people.csv": "id,name,manager\nE1,Ann,E2\n",
            "assignments.csv": "task,person,team\n1,,\n2,E1,\n",
            "risks.csv": "id,probability\nR1,1.5\n",
            "checkins.csv": "employee,manager,date,held\nE1,E1,2027-01-11,maybe\n",
            "baselines/old.csv": "task,start,finish\n9,2027-01-04T08:00,2027-01-04T17:00\n",
        ])
        #expect(
            reading.places.sorted() == [
                "bad-flag checkins.csv:2 held", "bad-lag dependencies.csv:3 lag", "bad-number risks.csv:2 probability",
                "dangling-reference baselines/old.csv:2 task", "dangling-reference dependencies.csv:3 successor",
                "dangling-reference people.csv:2 manager", "one-of-two assignments.csv:2 person",
                "unknown-word dependencies.csv:2 type",
            ])
    }

    @Test func bytesThatAreNotUTF8() throws {
        var bytes = Data("id,name,project\n1,A,\n2,B".utf8)
        bytes += [0xff, 0xfe] + Data(",\n".utf8)
        #expect(try FolderReading(bytes: ["tasks.csv": bytes]).places == ["bad-utf8 tasks.csv:3 name"])
    }

    @Test func aHundredFaultsAreListedAndAllCounted() throws {
        let rows = (1...250).map { "\($0),A,nowhere\n" }.joined()
        let reading = try FolderReading(["tasks.csv": "id,name,project\n" + rows])
        #expect(reading.faults.count == 100)
        #expect(reading.count == 250)
    }
}
