import Foundation

/// A plan in which every name is one that a program may stumble over.
enum HostilePlan {
    private static let names = [
        "<script>alert(1)</script>", "\"quoted\" & 'single'", "\u{202E}turned\u{202C} \u{2066}isolated", "👩‍👩‍👧‍👦 family 🇩🇪 ✈️",
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", String(repeating: "x", count: 300),
        String(repeating: "long words ", count: 28),
        "</title></svg><img src=x onerror=alert(1)>", "javascript:alert(1)", "日本語の名前と長い題", "e\u{301}\u{323}\u{302}",
        "tab\there",
        "new\nline", "bell \u{7}", "\u{FFFE} no character", "مرحبا بالعالم", "${7*7} {{7*7}} %s %n",
    ]

    /// Gives out the names in turn.
    private struct Names {
        var count = 0
        mutating func next() -> String {
            count += 1
            return HostilePlan.names[count % HostilePlan.names.count]
        }
    }

    /// Writes the plan folder, and a scenario in it.
    static func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder + "/baselines", withIntermediateDirectories: true)
        var names = Names()
        func table(_ name: String, _ header: String, _ rows: [[String]]) throws {
            let lines = rows.map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") }
            try TemporaryFolder.write(([header] + lines).joined(separator: "\r\n") + "\r\n", "\(folder)/\(name).csv")
        }
        func id(_ task: Int) -> String { task % 9 == 0 ? "<b>T\(task)</b>" : "T\(task)" }
        func initiative(_ place: Int) -> String { place == 0 ? "=I0" : "I\(place)" }
        try table(
            "people", "id,name,manager,unit,team,role",
            (1...24).map {
                [
                    "E\($0)", names.next(), $0 == 1 ? "" : "E1", $0 % 3 == 0 ? names.next() : HostilePlan.names[0],
                    "TM\($0 % 3)", names.next(),
                ]
            })
        try table("teams", "id,name,unit,capacity", (0..<3).map { ["TM\($0)", names.next(), names.next(), "4"] })
        try table(
            "initiatives", "id,name,owner,weight,due", (0..<5).map { [initiative($0), names.next(), "E1", "1", "2027-05-12"] })
        try table(
            "goals", "id,name,initiative,owner,due,measure,missed,met,exceeded,current",
            (0..<8).map { ["G\($0)", names.next(), initiative($0 % 5), "E2", "2027-08-30", names.next(), "1", "5", "8", "0"] })
        try table(
            "projects", "id,name,goal,owner,due", (0..<16).map { ["P\($0)", names.next(), "G\($0 % 8)", "E3", "2027-08-01"] })
        try table(
            "tasks", "id,name,project,owner,due,duration,optimistic,most_likely,pessimistic",
            (0..<80).map { [id($0), names.next(), "P\($0 % 16)", "E\(1 + $0 % 24)", "2027-07-01", "4d", "2d", "4d", "9d"] })
        try table("dependencies", "predecessor,successor", (0..<64).map { [id($0), id($0 + 16)] })
        try table("assignments", "task,person", (0..<80).map { [id($0), "E\(1 + $0 % 24)"] })
        try table("risks", "id,name,kind,probability", [["R1", names.next(), "risk", "0.4"]])
        try table("impacts", "risk,task,factor,delay", [["R1", id(3), "", "4d"]])
        try table(
            "checkins", "employee,manager,date,held",
            (2...24).flatMap { person in
                (1...3).map { ["E\(person)", "E1", "2027-0\($0)-11", (person + $0) % 3 == 0 ? "no" : "yes"] }
            })
        try table(
            "baselines/base <i>line", "task,start,finish",
            (0..<80).map { [id($0), "2027-01-11T08:00", "2027-01-2\($0 % 8)T17:00"] })
        let week = ["monday", "tuesday", "wednesday", "thursday", "friday"].map { "\($0): [08:00-12:00, 13:00-17:00]" }
        try TemporaryFolder.write(
            """
            name: "<script>alert('plan')</script> \\u202E =1+1 🏥"
            epoch: 2027-01-04T08:00
            dataDate: 2027-03-31T17:00
            calendar: standard
            calendars: {standard: {week: {\(week.joined(separator: ", "))}}}
            cadence: {every: 14d, grace: 3d}
            levels: {initiative: "<b>Key</b>", goal: "=Goal", project: "Pro\\u202Eject"}

            """, folder + "/plan.yaml")
        try TemporaryFolder.write(
            """
            name: "<script>alert('scenario')</script> =1+1"
            description: "</p><img src=x onerror=alert(1)>"
            edits:
              - addPeople: {team: TM1, count: 2, start: 2027-05-01}

            """, folder + "/scenario.yaml")
    }
}
