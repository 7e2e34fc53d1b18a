import Headway
import PlanReports
import TestSupport
import Testing

/// What `headway checkins` writes, over random plans.
@Suite struct CheckInReportTests {
    private func report(_ plan: Plan, list: CheckInList? = nil, named: Bool = false) -> CheckInReport {
        var settings = CheckInSettings()
        if named { settings.smallestGroup = 1 }
        return CheckInReport(of: plan, CheckIns(of: plan, settings: settings), ReportStaleness(of: plan), list: list)
    }

    /// The order of rows changes no byte of any form.
    @Test func anyOrderOfRowsGivesTheSameBytes() throws {
        var (random, dice) = (RandomCheckIns(seed: 21), SeededGenerator(seed: 22))
        for _ in 0..<30 {
            var lines = random.plan()
            let one = report(try lines.plan())
            lines.people.shuffle(using: &dice)
            lines.checkIns.shuffle(using: &dice)
            lines.availability.shuffle(using: &dice)
            let other = report(try lines.plan())
            #expect(one.json() == other.json() && one.csv() == other.csv() && one.text(Style()) == other.text(Style()))
        }
    }

    /// Every form is sound whatever is missing, and no line is too long.
    @Test func everyFormOfEveryList() throws {
        var random = RandomCheckIns(seed: 23)
        for turn in 0..<12 {
            let plan = try random.plan().plan()
            for list in [nil] + CheckInList.allCases.map(Optional.init) {
                let report = report(plan, list: list, named: turn % 2 == 0)
                for width in [62, 80, 100] {
                    let lines = report.text(Style(width: width)).split(separator: "\n")
                    let name = list?.rawValue ?? "all"
                    #expect(
                        lines.allSatisfy { DisplayWidth.of($0) <= width && !$0.hasSuffix(" ") }, "plan \(turn) \(name) \(width)"
                    )
                }
                #expect(!report.csv().isEmpty && report.json().last == 0x0a)
            }
        }
    }

    @Test func littlePlans() throws {
        func text(_ plan: CheckInPlan, named: Bool = false) throws -> String {
            report(try plan.plan(), named: named).text(Style())
        }
        #expect(try text(CheckInPlan(people: [])).hasPrefix("Nobody here has a manager"))
        let pair = CheckInPlan(people: ["B", "E,B"])
        #expect(try text(pair).hasPrefix("The sum over fewer than five employees is withheld; --named shows it."))
        let named = try text(pair, named: true)
        #expect(named.hasPrefix("0 % of the check-ins due were held; 1 of 1 pair is overdue; 1 manager keeps no record"))
        var silent = pair
        silent.cadence = ""
        let without = try text(silent, named: true)
        #expect(without.hasPrefix("The plan names no cadence, so no check-in is due; 0 meetings were held."))
        let fresh = CheckInPlan(people: ["B", "E,B,,2027-06-25"])
        #expect(try text(fresh, named: true).hasPrefix("No check-in has come due yet."))
    }

    /// A table that withholds says nothing of what it withholds.
    @Test func withheldFiguresAreNull() throws {
        let people = ["B"] + (0..<4).map { "E\($0),B,North" } + (0..<6).map { "F\($0),E0,South" }
        let plan = try CheckInPlan(people: people).plan()
        let json = String(decoding: report(plan).json(), as: UTF8.self)
        #expect(json.contains("{\"id\":\"North\",\"name\":\"North\",\"withheld\":true,\"employees\":null,\"pairs\":null,"))
        // South, with six, would be the total less North.
        #expect(json.contains("{\"id\":\"South\",\"name\":\"South\",\"withheld\":true,"))
        #expect(report(plan, list: .units).text(Style()).contains("fewer than five"))
        #expect(!String(decoding: report(plan, named: true).json(), as: UTF8.self).contains("\"withheld\":true"))
    }
}
