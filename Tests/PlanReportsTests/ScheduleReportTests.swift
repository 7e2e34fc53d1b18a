import Foundation
import Headway
import PlanReports
import Testing

@Suite struct ScheduleReportTests {
    /// The dates and floats are those of the README of the dataset.
    @Test func textbookText() throws {
        let text = try Textbook().schedule.text(Style())
        #expect(
            text == """
                The archive moves: done 15 Jan 2027 by the plain plan
                Data date 4 Jan 2027 · 10 tasks, 0 finished, 6 critical, 4 near-critical (float up to 5 d)

                Targets
                  Target                                 Finish          Due  Float to due  Float in plan
                  I1 Records at hand                15 Jan 2027  18 Jan 2027           1 d            0 d
                    G1 The archive in its new room  15 Jan 2027            -             -            0 d
                  and 1 more target (--format json lists all)

                Longest path, 6 tasks
                  Task                              Start       Finish  Owner
                  A     Plan the move          4 Jan 2027   5 Jan 2027  -
                  C     Order the shelves      7 Jan 2027   7 Jan 2027  -
                  D     Build the shelves     12 Jan 2027  13 Jan 2027  -
                  G     Carry the boxes       14 Jan 2027  15 Jan 2027  -
                  J     Tell the departments  15 Jan 2027  15 Jan 2027  -
                  M     The archive is open   15 Jan 2027  15 Jan 2027  -

                """)
    }

    /// Task B: 960 minutes of total and of free float, 7 to 11 January, driven by A.
    @Test func textbookJSON() throws {
        let text = String(decoding: try Textbook().schedule.json(), as: UTF8.self)
        let b =
            #"{"id":"B","start":"2027-01-07T08:00","finish":"2027-01-11T17:00","#
            + #""earlyStart":"2027-01-07T08:00","earlyFinish":"2027-01-11T17:00","lateStart":"2027-01-11T08:00","#
            + #""lateFinish":"2027-01-13T17:00","totalFloatMinutes":960,"freeFloatMinutes":960,"critical":false,"longestPath":false,"drivenBy":"A"}"#
        #expect(lines(text).contains(b + ","))
        #expect(text.hasPrefix(#"{"headway":"0.1.0","plan":"The archive moves","dataDate":"2027-01-04T08:00","inputHash":""#))
        // From Friday 17:00 to the end of Monday: one working day.
        #expect(
            text.contains(
                #""due":"2027-01-18T23:59","totalFloatMinutes":0,"floatToDueMinutes":480,"drivingPath":["A","C","D","G","J","M"]"#
            ))
    }

    @Test func csvHasARowForEachTask() throws {
        let rows = String(decoding: try Textbook().schedule.csv(), as: UTF8.self).split(separator: "\r\n")
        #expect(rows.count == 11)
        #expect(
            rows[2]
                == "B,Pack the boxes,P1,,,2027-01-07T08:00,2027-01-11T17:00,2027-01-11T08:00,2027-01-13T17:00,960,960,no,no,A")
    }

    @Test func timingIsLeftOutUnlessAsked() throws {
        let report = try Textbook().schedule
        #expect(!String(decoding: report.json(), as: UTF8.self).contains("timing"))
        #expect(String(decoding: report.json(timing: Timing()), as: UTF8.self).contains(#""timing":{"loadSeconds":0.0,"#))
    }
}
