import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Risks, impacts, correlations and outcomes, read, written and read again.
@Suite struct RiskTableTests {
    static let files = [
        "tasks.csv": """
        id,name,project,duration,distribution,outcomes
        T1,A,,5d,discrete,3d:0.5; 5d:0.3;10d :0.2
        T2,B,,5d,empirical,
        """,
        "risks.csv": """
        id,name,kind,probability,mitigated_probability,mitigated,branch,from,to,distribution,optimistic,most_likely,pessimistic,mean,sd,outcomes
        R1,First,,0.25,0.125,yes,way,2027-02-01,2027-02-28,pert,0.9,1,1.5,,,
        R2,Second,driver,1,,no,,,,lognormal,,,,1.1,0.25,
        R3,Third,existence,0.5,,,way,,,,,,,,,
        R4,Fourth,risk,0.125,,,,2027-02-01T08:00,2027-02-28T17:00,discrete,,,,,,0.9:0.25; 1.1:0.5; 1.5:0.25
        """,
        "impacts.csv": """
        risk,task,factor,delay,weight,mitigated_factor,mitigated_delay
        R1,T1,1.5,2d,,1.25,4h
        R2,T2,,,0.5,,
        """,
        "correlations.csv": """
        first,second,correlation
        R1,R2,-0.25
        """,
    ].mapValues { $0 + "\n" }

    @Test func reads() throws {
        let reading = try FolderReading(Self.files)
        #expect(reading.places == [])
        let plan = try #require(reading.plan)
        #expect(plan.findings.filter { $0.code != "default-calendar" } == [])
        #expect(plan.tasks.text(.outcomes, 0) == "1440:0.5;2400:0.3;4800:0.2")
        #expect(plan.tasks.reference(.distribution, 1) == Int(DistributionName.empirical.rawValue))
        let risks = plan.risks
        #expect(risks.rows.map { risks.reference(.kind, $0) } == [nil, 1, 2, 0])
        #expect(risks.number(.mitigatedProbability, 0) == 0.125)
        #expect(risks.rows.map { risks.integer(.mitigated, $0) } == [1, 0, nil, nil])
        #expect(risks.rows.map { risks.text(.branch, $0) } == ["way", "", "way", ""])
        // The end of a day is the midnight after it.
        #expect(risks.date(.from, 0)?.description == "2027-02-01T00:00")
        #expect(risks.date(.to, 0)?.description == "2027-03-01T00:00")
        #expect((risks.number(.mean, 1), risks.number(.deviation, 1)) == (1.1, 0.25))
        #expect(risks.text(.outcomes, 3) == "0.9:0.25;1.1:0.5;1.5:0.25")
        let impacts = plan.impacts
        #expect((impacts.integer(.delay, 0), impacts.integer(.mitigatedDelay, 0)) == (960, 240))
        #expect((impacts.number(.factor, 0), impacts.number(.mitigatedFactor, 0)) == (1.5, 1.25))
        #expect((impacts.number(.weight, 0), impacts.number(.weight, 1)) == (nil, 0.5))
        #expect((plan.correlations.reference(.first, 0), plan.correlations.reference(.second, 0)) == (0, 1))
        #expect(plan.correlations.number(.correlation, 0) == -0.25)
    }

    @Test func writesWhatItRead() throws {
        let plan = try #require(try FolderReading(Self.files).plan)
        let again = try plan.throughFiles()
        for name in [TableName.tasks, .risks, .impacts, .correlations] {
            #expect(again[name].count == plan[name].count)
            for (column, spec) in plan[name].specs.enumerated() where plan[name].columns[column] != nil {
                #expect(
                    "\(String(describing: again[name].columns[column]))" == "\(String(describing: plan[name].columns[column]))",
                    "\(name).\(spec.name)")
            }
        }
        var texts: [String: String] = [:]
        FolderWriter(plan: plan, path: "", threads: 1).forEachFile {
            texts[$0] = String(decoding: $1.joined(), as: UTF8.self)
        }
        #expect(texts["tasks.csv"]?.contains("3d:0.5; 5d:0.3; 10d:0.2") == true)
        #expect(texts["risks.csv"]?.contains("0.9:0.25; 1.1:0.5; 1.5:0.25") == true)
        #expect(texts["risks.csv"]?.contains("2027-02-01,2027-02-28,pert") == true)
        #expect(texts["correlations.csv"] == Self.files["correlations.csv"])
    }

    static let outcomes = [
        "3d", "3d:", ":1", "3d:0.5;", "3d:0.5:0.5", "soon:1", "-3d:1", "3ed:1", "3d:x", "3d:0;5d:1", "3d:-0.5;5d:1.5", "3d:1.5",
        "3d:0.5; 5d:0.3; 10d:0.1", "3d:0.500002;5d:0.5", ";", "3d:nan", "3 4:1", "9e999d:1",
    ]

    /// Probabilities may miss 1 by a millionth together.
    @Test(arguments: outcomes) func badOutcomes(text: String) throws {
        let tasks = try FolderReading(["tasks.csv": "id,name,project,outcomes\n1,A,,3d:1\n2,B,,\(text)\n"])
        #expect(tasks.places == ["bad-outcomes tasks.csv:3 outcomes"])
        let message = try #require(tasks.faults.first).message
        #expect(message.hasPrefix("expected ") && message.contains("(found \"\(text)\")"))
        let factors = text.filter { $0 != "d" }
        let risks = try FolderReading(["risks.csv": "id,probability,outcomes\nR,1,\(factors == "3:1" ? "x:1" : factors)\n"])
        #expect(risks.places == ["bad-outcomes risks.csv:2 outcomes"])
    }

    @Test func goodOutcomes() throws {
        let reading = try FolderReading([
            "tasks.csv": "id,name,project,outcomes\n1,A,, 3d : 0.3333333 ;2w: 0.3333333;1:0.3333333\n2,B,,0d:1\n"
        ])
        #expect(reading.plan?.tasks.text(.outcomes, 0) == "1440:0.3333333;4800:0.3333333;480:0.3333333")
        #expect(reading.plan?.tasks.text(.outcomes, 1) == "0:1")
    }

    /// Every fault of the three tables in one run.
    @Test func faults() throws {
        let reading = try FolderReading([
            "tasks.csv": "id,name,project\nT,A,\n",
            "risks.csv": """
            id,probability,kind,mitigated_probability,mitigated,from,distribution,optimistic,most_likely,pessimistic
            R1,1.5,hazard,2,perhaps,soon,weibull,-1,,
            R2,,,,,,,2,1,3
            R3,0.5,,,,,,1,2,1.5
            """,
            "impacts.csv": "risk,task,factor,weight,mitigated_delay\nR1,T9,-1,-2,-3d\n,T,1,1,1\n",
            "correlations.csv": "first,second,correlation\nR1,R9,1.5\nR1,R2,\n",
        ])
        #expect(
            reading.places == [
                "bad-number risks.csv:2 probability", "unknown-word risks.csv:2 kind",
                "bad-number risks.csv:2 mitigated_probability", "bad-flag risks.csv:2 mitigated", "bad-date risks.csv:2 from",
                "unknown-word risks.csv:2 distribution", "bad-number risks.csv:2 optimistic",
                "missing-value risks.csv:3 probability", "estimates-out-of-order risks.csv:3 most_likely",
                "estimates-out-of-order risks.csv:4 pessimistic", "bad-number impacts.csv:2 factor",
                "bad-number impacts.csv:2 weight", "bad-duration impacts.csv:2 mitigated_delay",
                "dangling-reference impacts.csv:2 task", "missing-value impacts.csv:3 risk",
                "bad-number correlations.csv:2 correlation", "dangling-reference correlations.csv:2 second",
                "missing-value correlations.csv:3 correlation",
            ])
    }

    @Test func columnsThatAreRequired() throws {
        let reading = try FolderReading([
            "risks.csv": "id\nR1\n", "impacts.csv": "risk\nR1\n", "correlations.csv": "first,second\nR1,R1\n",
        ])
        #expect(reading.faults.map(\.code) == ["missing-column", "missing-column", "missing-column"])
    }

    /// What random plans hold comes through files as it was.
    @Test(arguments: 0..<20) func randomPlans(seed: UInt64) throws {
        var maker = RandomPlan()
        (maker.hasRisks, maker.hasRanges) = (true, true)
        let plan = maker.make(seed: seed).plan()
        let again = try plan.throughFiles()
        for name in [TableName.tasks, .risks, .impacts, .correlations] {
            for (column, spec) in plan[name].specs.enumerated() {
                guard let cells = again[name].columns[column] else { continue }
                #expect("\(cells)" == "\(plan[name].columns[column]!)", "\(name).\(spec.name)")
            }
        }
    }
}
