import Headway

/// Random plans of people, absences and check-ins, as lines.
public struct RandomCheckIns {
    private var dice: SeededGenerator

    /// Plans of a seed.
    public init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

    /// A plan of a few people over some months; records are sound.
    public mutating func plan() -> CheckInPlan {
        var plan = CheckInPlan(people: [])
        let count = Int.random(in: 3...9, using: &dice)
        plan.epoch = day(0)
        plan.dataDate = day(119) + "T17:00"
        plan.cadence = cadence
        var employed: [ClosedRange<Int>] = []
        for person in 0..<count {
            let start = chance(4) ? Int.random(in: 0...60, using: &dice) : 0
            let end = chance(5) ? Int.random(in: 61...140, using: &dice) : 200
            employed.append(start...end)
            let manager = person == 0 ? "" : "P\(Int.random(in: 0..<person, using: &dice))"
            let since = person > 0 && chance(4) ? day(Int.random(in: -10...100, using: &dice)) : ""
            plan.people.append(
                "P\(person),\(manager),\(["A", "B", ""].randomElement(using: &dice)!),\(start > 0 ? day(start) : ""),"
                    + "\(end < 200 ? day(end) : ""),\(since)")
            for _ in 0..<Int.random(in: 0...2, using: &dice) { plan.availability.append(absence(person)) }
        }
        for person in 1..<count { plan.checkIns += records(person, plan.people[person], employed) }
        return plan
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &dice) == 0 }

    private func day(_ number: Int) -> String {
        // 1 December 2027 and on, over 29 February 2028.
        LocalDateTime(minutes: LocalDateTime(year: 2027, month: 12, day: 1)!.minutes + Int32(number * 1440)).dateText
    }

    private var cadence: String {
        mutating get {
            let every = Int.random(in: 3...21, using: &dice)
            return """
                cadence:
                  every: \(every)d
                  grace: \(Int.random(in: 0...4, using: &dice))d
                  pairs: [{employee: P1, manager: P0, every: \(Int.random(in: 1...30, using: &dice))d, grace: 1d}]
                """
        }
    }

    private mutating func absence(_ person: Int) -> String {
        let from = Int.random(in: 0...110, using: &dice)
        let to = from + Int.random(in: 1...20, using: &dice)
        let hours = chance(2) ? ("", "") : ("T12:00", "T09:00")
        return "P\(person),\(day(from))\(hours.0),\(day(to))\(hours.1),\(["", "0", "0.5"].randomElement(using: &dice)!)"
    }

    private mutating func records(_ person: Int, _ line: String, _ employed: [ClosedRange<Int>]) -> [String] {
        let present = Int(line.split(separator: ",", omittingEmptySubsequences: false)[1].dropFirst())!
        var manager = chance(3) ? Int.random(in: 0..<person, using: &dice) : present
        var (lines, at): ([String], Int) = ([], Int.random(in: 0...10, using: &dice))
        while at < 130 {
            let here = employed[person].contains(at) && employed[manager].contains(at)
            let answer = at > 119 || !here ? "" : ["yes", "yes", "no", ""].randomElement(using: &dice)!
            let goals = answer == "yes" && chance(2) ? "G1;G2" : ""
            lines.append("P\(person),P\(manager),\(day(at)),\(answer),\(goals)")
            at += Int.random(in: 1...25, using: &dice)
            if chance(6) { manager = chance(2) ? present : Int.random(in: 0..<person, using: &dice) }
        }
        return lines
    }
}
