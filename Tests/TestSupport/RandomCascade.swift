import Headway

/// Small random organisations whose work serves several things at once: links with weights on all levels, orphans, people in lines and units.
public enum RandomCascade {
    /// A plan as texts; the same seed gives the same.
    public static func make(seed: UInt64) -> PlanTexts {
        var random = SeededGenerator(seed: seed)
        var (links, tables) = (Links(), [String: String]())
        let (initiatives, goals, projects) = (random.integer(1...4), random.integer(1...6), random.integer(1...8))
        tables["initiatives.csv"] = rows("id,name,weight,owner,due", initiatives) { number in
            if number > 0, random.chance(0.3) {
                links.add("I\(number)", "I\(random.integer(0...number - 1))", hasParent: true, &random)
            }
            return "I\(number),Initiative,\(random.pick(["1", "0.25", "3", "0", "2.5"])),\(person(&random)),"
        }
        tables["initiatives.csv"]! += "IX,One that counts,1,,2027-06-30\n"
        tables["goals.csv"] = rows("id,name,initiative,owner,due", goals) { number in
            let parent = random.chance(0.8) ? "I\(random.integer(0...initiatives - 1))" : ""
            for _ in 0..<random.pick([0, 0, 1, 2]) {
                let to =
                    number > 0 && random.chance(0.5)
                    ? "G\(random.integer(0...number - 1))" : "I\(random.integer(0...initiatives - 1))"
                links.add("G\(number)", to, hasParent: !parent.isEmpty, &random)
            }
            return "G\(number),Goal,\(parent),\(person(&random)),"
        }
        func served() -> String {
            random.chance(0.7) ? "G\(random.integer(0...goals - 1))" : "I\(random.integer(0...initiatives - 1))"
        }
        tables["projects.csv"] = rows("id,name,goal,owner,due", projects) { number in
            let parent = random.chance(0.8) ? "G\(random.integer(0...goals - 1))" : ""
            for _ in 0..<random.pick([0, 0, 1, 3]) { links.add("P\(number)", served(), hasParent: !parent.isEmpty, &random) }
            return "P\(number),Project,\(parent),\(person(&random)),\(random.pick(["", "2027-03-31"]))"
        }
        var assignments = "task,person,team,units\n"
        tables["tasks.csv"] = rows("id,name,project,owner,due,duration,effort,percent_complete,actual_start,actual_finish", 40)
        { number in
            let parent = random.chance(0.85) ? "P\(random.integer(0...projects - 1))" : ""
            for _ in 0..<random.pick([0, 0, 0, 1, 2]) { links.add("T\(number)", served(), hasParent: !parent.isEmpty, &random) }
            for _ in 0..<random.pick([0, 1, 1, 2, 3]) { assignments += assignment("T\(number)", &random) }
            let (minutes, effort) = (random.integer(0...5000), random.chance(0.3) ? "\(random.integer(0...9000))m" : "")
            let progress = random.pick([",,", ",,", "30,2027-01-04,", "100,2027-01-04,2027-01-05"])
            return
                "T\(number),Task,\(parent),\(person(&random)),\(random.pick(["", "2027-02-26"])),\(minutes)m,\(effort),\(progress)"
        }
        tables["people.csv"] = rows("id,name,manager,unit,team,fte,start,end", 7) { number in
            let manager = number > 0 && random.chance(0.9) ? "E\(random.integer(0...number - 1))" : ""
            let dates = random.pick([",", ",", ",", "2027-06-01,", ",2027-01-05"])
            let (unit, team) = (random.pick(["", "Care", "People", "Lab"]), random.pick(["", "M0", "M1"]))
            return "E\(number),Person \(number),\(manager),\(unit),\(team),\(random.pick(["", "1", "0.6"])),\(dates)"
        }
        tables["teams.csv"] = "id,name,unit,capacity\nM0,Team,Care,2\nM1,Team,,\n"
        tables["responsibilities.csv"] = rows("person,name,share,goal", 3) { _ in
            "E\(random.integer(0...6)),Duty,0.2,\(random.pick(["", "G0"]))"
        }
        (tables["links.csv"], tables["assignments.csv"]) = (links.text, assignments)
        tables["plan.yaml"] = "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-06T08:00\n"
        return PlanTexts(tables)
    }

    /// Links, none of them idle where there is nothing else.
    private struct Links {
        var text = "from,to,weight\n"

        mutating func add(_ from: String, _ to: String, hasParent: Bool, _ random: inout SeededGenerator) {
            let weight = random.pick(hasParent ? ["", "0", "0.3", "1", "0.7", "1e-6", "12.5"] : ["", "0.3", "2"])
            text += "\(from),\(to),\(weight)\n"
        }
    }

    private static func rows(_ header: String, _ count: Int, _ row: (Int) -> String) -> String {
        ([header] + (0..<count).map(row)).map { $0 + "\n" }.joined()
    }

    private static func person(_ random: inout SeededGenerator) -> String {
        random.chance(0.7) ? "E\(random.integer(0...6))" : ""
    }

    private static func assignment(_ task: String, _ random: inout SeededGenerator) -> String {
        let units = random.pick(["", "1", "0.5", "0.3"])
        return random.chance(0.7)
            ? "\(task),E\(random.integer(0...6)),,\(units)\n" : "\(task),,M\(random.integer(0...1)),\(units)\n"
    }
}
