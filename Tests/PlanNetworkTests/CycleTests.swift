import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Cycles are named, one shortest of each knot, with the line of a relation that closes it.
struct CycleTests {
    private func refusal(_ plan: PlanBuilder) -> CompileError? {
        do throws(CompileError) { _ = try Network(compiling: plan.plan()) } catch { return error }
        return nil
    }

    private func plan(_ tasks: [String], _ relations: [(String, String)]) -> PlanBuilder {
        var plan = PlanBuilder()
        for task in tasks { plan.task(task, 60) }
        for (from, to) in relations { plan.relate(from, to) }
        return plan
    }

    /// The names on a cycle, without the text around them, turned so that the smallest comes first.
    private func names(_ fault: Fault) -> [String] {
        let path = fault.message.split(separator: ";")[0].replacing("cycle: ", with: "").split(separator: " → ").map(
            String.init)
        let open = path.dropLast()
        #expect(path.first == path.last)
        let start = open.firstIndex(of: open.min()!)!
        return Array(open[start...] + open[..<start])
    }

    @Test func selfLoop() throws {
        let error = try #require(refusal(plan(["a", "b"], [("a", "b"), ("b", "b")])))
        #expect(error.faults.map(names) == [["b"]])
        #expect(error.faults[0].code == "cycle")
        #expect(error.faults[0].file == "dependencies.csv")
        // The header is line 1, a → b line 2.
        #expect(error.faults[0].line == 3)
    }

    /// Two knots that share no task: one cycle of each, both told.
    @Test func twoKnots() throws {
        let relations = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "d")]
        let error = try #require(refusal(plan(["a", "b", "c", "d", "e", "f"], relations)))
        #expect(Set(error.faults.map(names)) == [["a", "b", "c"], ["d", "e"]])
        #expect(Set(error.faults.map(\.line)) == [2, 6])
        #expect(error.count == 2)
    }

    /// A ring of 300 tasks with a chord back from task 120 to task 100: the short cycle of 21 is the one told.
    @Test func longCycleWithAChord() throws {
        let tasks = (0..<300).map { "t\($0)" }
        var relations = tasks.indices.map { (tasks[$0], tasks[($0 + 1) % 300]) }
        relations.append(("t120", "t100"))
        let error = try #require(refusal(plan(tasks, relations)))
        #expect(error.faults.map(names) == [(100...120).map { "t\($0)" }])
        // t100 → t101 is relation 100, on line 102: the first of the cycle's lines.
        #expect(error.faults[0].line == 102)
    }

    /// Tasks behind a cycle are not on it.
    @Test func tasksBehindACycle() throws {
        let error = try #require(refusal(plan(["x", "a", "b", "y"], [("x", "a"), ("a", "b"), ("b", "a"), ("b", "y")])))
        #expect(error.faults.map(names) == [["a", "b"]])
    }

    /// Project P before Q, and a task of Q before one of P: the cycle names the relation between the projects.
    @Test func throughProjects() throws {
        var plan = PlanBuilder()
        plan.project("P")
        plan.project("Q")
        plan.task("p", 60, in: "P")
        plan.task("q", 60, in: "Q")
        plan.relate("P", "Q")
        plan.relate("q", "p")
        let error = try #require(refusal(plan))
        #expect(error.faults.map(names) == [["(P before Q)", "q", "p"]])
        #expect(error.faults[0].line == 2)
    }

    /// A project that waits for itself, and a task that waits for its own project.
    @Test func projectsThatWaitForThemselves() throws {
        for ends in [("P", "P"), ("P", "p"), ("p", "P")] {
            var plan = PlanBuilder()
            plan.project("P")
            plan.task("p", 60, in: "P")
            plan.relate(ends.0, ends.1)
            let error = try #require(refusal(plan))
            #expect(error.faults.map(names) == [["(\(ends.0) before \(ends.1))", "p"]])
        }
    }

    /// An empty project ties nothing, not even itself.
    @Test func emptyProjects() throws {
        var plan = PlanBuilder()
        plan.project("P")
        plan.project("Q")
        plan.task("q", 60, in: "Q")
        plan.relate("P", "P")
        plan.relate("P", "Q")
        plan.relate("Q", "P")
        #expect(refusal(plan) == nil)
    }

    /// Contributions in a circle are a cycle of their own, in links.csv.
    @Test func contributionsInACircle() throws {
        var plan = PlanBuilder()
        plan.initiative("I")
        plan.goal("G", initiative: "I")
        plan.goal("H", initiative: "I")
        plan.links = [("G", "H"), ("H", "G")]
        let error = try #require(refusal(plan))
        #expect(error.faults.map(names) == [["G", "H"]])
        #expect(error.faults[0].file == "links.csv")
    }

    /// A ring of 2,000 tasks is told too; one relation closes it.
    @Test func hugeRing() throws {
        var plan = LargePlan(taskCount: 2_000)
        for task in 0..<2_000 { plan.relate(task, (task + 1) % 2_000) }
        do throws(CompileError) {
            _ = try Network(compiling: plan.plan())
            Issue.record("a ring compiled")
        } catch {
            #expect(error.faults.map(\.code) == ["cycle"])
            #expect(error.faults[0].line == 2)
        }
    }
}
