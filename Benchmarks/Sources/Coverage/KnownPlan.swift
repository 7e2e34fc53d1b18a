import Headway
import PlanStatistics

/// A plan around the clock whose finish has a law that can be written down.
struct KnownPlan {
    let name: String
    /// Groups one after the other; the tasks of a group at the same time.
    let groups: [[Triangle]]
    /// What multiplies all durations; `nil` for nothing.
    var driver: (low: Double, mode: Double, high: Double)?
    /// What may delay the first task: its probability, minutes.
    var risk: (probability: Double, delay: Int)?

    /// Weeks of work, so that a minute more or less hardly matters.
    static let all = [
        KnownPlan(
            name: "6 in a row",
            groups: [
                [Triangle(10_080, 10_080, 20_160)], [Triangle(10_080, 20_160, 20_160)], [Triangle(8_000, 12_000, 24_000)],
                [Triangle(15_000, 16_000, 17_000)], [Triangle(5_000, 9_000, 13_000)], [Triangle(9_000, 16_000, 19_000)],
            ]),
        KnownPlan(name: "12 at once", groups: [Array(repeating: Triangle(10_080, 14_400, 30_240), count: 12)]),
        KnownPlan(
            name: "series-parallel",
            groups: [
                Array(repeating: Triangle(10_080, 12_000, 20_160), count: 4),
                [Triangle(5_000, 9_000, 13_000), Triangle(8_000, 8_000, 16_000), Triangle(2_000, 14_000, 15_000)],
                [Triangle(10_080, 20_160, 20_160)], Array(repeating: Triangle(6_000, 9_000, 16_000), count: 5),
            ]),
        KnownPlan(
            name: "driver and risk",
            groups: [[Triangle(4_000, 5_000, 8_000)], [Triangle(3_000, 6_000, 7_000)], [Triangle(5_000, 5_000, 8_000)]],
            driver: (0.8, 1, 1.5), risk: (0.3, 3_000)),
    ]

    /// The law of its finish, minutes after the epoch. The driver is integrated by 128 slices of equal probability, by their middles.
    var law: MinuteLaw {
        guard let driver else { return delayed(law(factor: 1)) }
        let severity = TriangularDistribution(low: driver.low, mode: driver.mode, high: driver.high)!
        let slices = (0..<128).map { (1 / 128.0, law(factor: severity.quantile((Double($0) + 0.5) / 128))) }
        return delayed(.mixture(slices))
    }

    private func law(factor: Double) -> MinuteLaw {
        let groups = groups.map { group in
            let laws = group.map { MinuteLaw($0, factor: factor) }
            return laws.dropFirst().reduce(laws[0]) { $0.with($1) }
        }
        return groups.dropFirst().reduce(groups[0]) { $0.then($1) }
    }

    private func delayed(_ law: MinuteLaw) -> MinuteLaw {
        guard let risk else { return law }
        return .mixture([(1 - risk.probability, law), (risk.probability, law.delayed(risk.delay))])
    }

    /// The plan, due at the end of a day, days after the epoch's midnight.
    func plan(dueDay: Int) throws -> Plan { try Plan(files: files(dueDay: dueDay)) }

    private func files(dueDay: Int) -> [String: String] {
        let epoch = LocalDateTime(year: 2027, month: 1, day: 4)!
        let due = LocalDateTime(minutes: epoch.minutes + Int32(dueDay) * 1440).dateText
        var files = [
            "plan.yaml": Plan.aroundTheClock, "initiatives.csv": "id,name,due\nI,I,\(due)\n",
            "goals.csv": "id,name,initiative\nG,G,I\n",
            "projects.csv": "id,name,goal\nP,P,G\n",
        ]
        var tasks = "id,name,project,duration,optimistic,most_likely,pessimistic,distribution\n"
        var relations = "predecessor,successor,type,lag\n"
        for (place, group) in groups.enumerated() {
            for (row, task) in group.enumerated() {
                tasks += "T\(place).\(row),T,P,\(task.mode)m,\(task.low)m,\(task.mode)m,\(task.high)m,triangular\n"
                for before in place > 0 ? 0..<groups[place - 1].count : 0..<0 {
                    relations += "T\(place - 1).\(before),T\(place).\(row),FS,\n"
                }
            }
        }
        (files["tasks.csv"], files["dependencies.csv"]) = (tasks, relations)
        var (risks, impacts) = ("id,name,kind,probability,optimistic,most_likely,pessimistic\n", "risk,task,factor,delay\n")
        if let driver {
            risks += "D,D,driver,1,\(driver.low),\(driver.mode),\(driver.high)\n"
            for (place, group) in groups.enumerated() {
                for row in group.indices { impacts += "D,T\(place).\(row),,\n" }
            }
        }
        if let risk {
            risks += "R,R,risk,\(risk.probability),,,\n"
            impacts += "R,T0.0,,\(risk.delay)m\n"
        }
        if driver != nil || risk != nil { (files["risks.csv"], files["impacts.csv"]) = (risks, impacts) }
        return files
    }
}
