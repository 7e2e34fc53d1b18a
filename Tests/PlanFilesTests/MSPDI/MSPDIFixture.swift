import Foundation
import PlanModel

@testable import PlanFiles

/// Small MSPDI files, and what comes of reading them.
enum MSPDIFixture {
    /// Reads text as an MSPDI file.
    static func read(_ text: String) -> (schedule: ImportedSchedule?, faults: [Fault]) { read(Array(text.utf8)) }

    /// Reads bytes as an MSPDI file.
    static func read(_ bytes: [UInt8]) -> (schedule: ImportedSchedule?, faults: [Fault]) {
        var faults = FaultList()
        let schedule = unsafe bytes.withUnsafeBufferPointer { unsafe MSPDIReader.read($0, file: "plan.xml", faults: &faults) }
        return (schedule, faults.faults)
    }
}

extension MSPDIFixture {
    /// A file with the standard calendar, whose rows are given as XML.
    static func project(
        _ fields: String = "", calendars: String = "", tasks: String = "", resources: String = "", assignments: String = ""
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Project xmlns="http://schemas.microsoft.com/project"><Title>Plan</Title><StartDate>2026-01-05T08:00:00</StartDate>
        <CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>\(fields)
        <Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
        <WeekDays>\(week)</WeekDays></Calendar>\(calendars)</Calendars>
        <Tasks>\(tasks)</Tasks><Resources>\(resources)</Resources><Assignments>\(assignments)</Assignments></Project>
        """
    }

    /// The shifts of an office day.
    static let office = """
        <WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>\
        <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>
        """

    private static var week: String {
        (1...7).map { day in
            "<WeekDay><DayType>\(day)</DayType>"
                + ((2...6).contains(day) ? "<DayWorking>1</DayWorking>\(office)" : "<DayWorking>0</DayWorking>") + "</WeekDay>"
        }.joined()
    }

    /// A task of eight hours at outline level 1, with more fields as XML.
    static func task(_ uid: Int, _ fields: String = "", level: Int = 1, hours: Int = 8) -> String {
        "<Task><UID>\(uid)</UID><Name>T\(uid)</Name><OutlineLevel>\(level)</OutlineLevel><Duration>PT\(hours)H0M0S</Duration>"
            + "<DurationFormat>7</DurationFormat>\(fields)</Task>\n"
    }

    /// A schedule that must be read without a fault.
    static func schedule(_ text: String) throws -> ImportedSchedule {
        let (schedule, faults) = read(text)
        if let schedule { return schedule }
        throw LoadFailure(faults: faults)
    }

    struct LoadFailure: Error { var faults: [Fault] }

    /// The losses, as `code count × what`.
    static func losses(_ schedule: ImportedSchedule) -> [String] {
        schedule.losses.findings(file: "plan.xml").map { "\($0.code) \($0.message)" }
    }
}
