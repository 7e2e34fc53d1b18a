import PlanFiles
import PlanModel
import PlanNetwork
import TestSupport
import Testing

@testable import PlanAlignment

/// What cannot be aligned is refused, with its place.
struct CascadeFaultTests {
    private static let elements = [
        "initiatives.csv": "id,name,weight\nI1,One,1\nI2,Two,1\n", "goals.csv": "id,name,initiative\nG1,Goal,I1\nG2,Goal,\n",
        "projects.csv": "id,name,goal\nP1,Project,G1\nP2,Project,\n",
        "tasks.csv": "id,name,project,duration\nT1,Task,P1,1d\nT2,Task,,1d\n",
        "people.csv": "id,name,manager\na,A,\nb,B,a\n",
    ]

    private func faults(_ files: [String: String]) -> [String] {
        let texts = PlanTexts(Self.elements.merging(files) { $1 })
        func spelled(_ faults: [Fault]) -> [String] { faults.map { "\($0.code): \($0)" } }
        do {
            let plan = try texts.plan()
            _ = try Alignment(of: plan, try Network(compiling: plan))
        } catch let error as LoadError {
            return spelled(error.faults)
        } catch let error as CompileError {
            return spelled(error.faults)
        } catch { return ["\(error)"] }
        return []
    }

    @Test func soundPlansPass() { #expect(faults(["links.csv": "from,to,weight\nP1,I2,0\nT2,G1,0.5\n"]).isEmpty) }

    @Test func readersRefuseWhatIsNoWeight() {
        for word in ["-1", "nan", "NaN", "inf", "1e999", "much", "-0.5"] {
            let found = faults(["links.csv": "from,to,weight\nP1,I2,1\nP1,G2,\(word)\n"])
            #expect(found.count == 1 && found[0].contains("links.csv:3: weight: "), "\(word): \(found)")
            let initiatives = faults(["initiatives.csv": "id,name,weight\nI1,One,\(word)\nI2,Two,1\n"])
            #expect(initiatives.count == 1 && initiatives[0].contains("initiatives.csv:2: weight: "), "\(word): \(initiatives)")
        }
    }

    @Test func weightsOutOfRange() {
        let found = faults([
            "links.csv": "from,to,weight\nP1,I2,1e-13\nP1,G2,2e15\n",
            "initiatives.csv": "id,name,weight\nI1,One,1e300\nI2,Two,1\n",
        ])
        #expect(found.count == 3)
        #expect(found[0] == "bad-weight: links.csv:2: weight: expected 0, or a weight from 1e-12 to 1e15 (found 1e-13)")
        #expect(
            found[1].hasPrefix("bad-weight: links.csv:3: ") && found[2].hasPrefix("bad-weight: initiatives.csv:2: weight: "))
    }

    @Test func weightsThatSumToZero() {
        // T2, P2 and G2 belong to nothing else; P1 belongs to G1, an initiative to itself.
        let found = faults(["links.csv": "from,to,weight\nP1,I2,0\nT2,G1,0\nT2,I1,0\nP2,I2,0\nG2,I1,0\nI1,I2,0\n"])
        #expect(found.map { String($0.prefix(42)) } == [3, 5, 6].map { "weights-sum-to-zero: links.csv:\($0): weight: " })
        #expect(found[0].contains("expected a weight above 0 on a link of T2, which belongs to nothing else"))
        let initiatives = faults(["initiatives.csv": "id,name,weight\nI1,One,\nI2,Two,0\n"])
        #expect(initiatives.count == 1 && initiatives[0].hasPrefix("weights-sum-to-zero: initiatives.csv:3: weight: "))
    }

    @Test func linksInACircle() {
        let found = faults(["links.csv": "from,to,weight\nP1,I2,1\nI1,G2,1\nG2,G1,1\n"])
        #expect(found.count == 1 && found[0].hasPrefix("cycle: links.csv:3: cycle: "), "\(found)")
        for id in ["I1", "G2", "G1"] { #expect(found[0].contains(id)) }
        #expect(faults(["links.csv": "from,to\nG1,G1\n"]).first?.hasPrefix("cycle: links.csv:2: cycle: G1 → G1") ?? false)
    }

    @Test func managersInACircle() {
        let loop = faults(["people.csv": "id,name,manager\na,A,\nb,B,d\nc,C,b\nd,D,c\ne,E,b\n"])
        #expect(
            loop == ["manager-loop: people.csv:3: manager: manager loop: b → d → c → b; expected nobody to report to themself"])
        let own = faults(["people.csv": "id,name,manager\na,A,a\nb,B,a\nc,C,c\n"])
        #expect(
            own.map { String($0.prefix(38)) } == [
                "manager-loop: people.csv:2: manager: e", "manager-loop: people.csv:4: manager: e",
            ])
        #expect(faults(["people.csv": "id,name,manager\na,A,zoe\n"]).first?.contains("people.csv:2: manager: ") ?? false)
    }

    /// Each task is 50000 weeks of 2400 minutes for a hundred thousand people, 1.2 × 10^13 minutes; 751 of them pass 2^53.
    @Test func tooMuchWork() {
        let rows = (0..<800).map { "L\($0),Task,P1,50000w\n" }.joined()
        let found = faults([
            "tasks.csv": "id,name,project,duration\n" + rows, "teams.csv": "id,name\nM,Many\n",
            "assignments.csv": "task,team,units\n" + (0..<800).map { "L\($0),M,100000\n" }.joined(),
        ])
        #expect(found.count == 1 && found[0].hasPrefix("effort-out-of-range: tasks.csv:"), "\(found)")
    }
}
