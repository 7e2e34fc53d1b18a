import PlanModel
import PlanStatistics
import TestSupport
import Testing

@testable import PlanNetwork

/// What `risks.csv` and `impacts.csv` become: events, spans, effects.
struct RiskModelTests {
    private func network(_ edit: (inout PlanBuilder) -> Void) throws -> Network {
        var plan = PlanBuilder()
        edit(&plan)
        return try Network(compiling: plan.plan())
    }

    @Test func eventsInTheOrderOfTheirIds() throws {
        let network = try network {
            $0.task("a", 480)
            for id in ["z", "B", "a10", "a9", "ä"] {
                $0.risk(id, 0.25)
                $0.impact(id, "a", factor: 2)
            }
        }
        // Bytes: B 42 < a 61 < z 7a < ä c3; 1 before 9.
        #expect(network.values.risks.events.map(\.row) == [1, 2, 3, 0, 4])
        #expect(network.values.risks.events[0].identity == Identity.of("B"))
        #expect(network.values.risks.events[0].drawIdentity == Identity.of("B"))
        #expect(network.values.risks.events.allSatisfy { ($0.lower, $0.upper) == (0, 0.25) && !$0.isBranch && !$0.hasWindow })
    }

    @Test func effectsByNodeThenEvent() throws {
        let network = try network {
            $0.task("a", 480)
            $0.task("b", 480)
            $0.relate("a", "b")
            $0.risk("r", 0.5)
            $0.risk("q", 0.5) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (0.5, 1, 2) }
            $0.impact("r", "b", factor: 1.5, delay: 60)
            $0.impact("q", "b", weight: 2)
            $0.impact("r", "a", delay: 30)
        }
        let risks = network.values.risks
        #expect(risks.effectOffset == [0, 1, 3])
        #expect(risks.effects.map(\.event) == [1, 0, 1])
        #expect(risks.effects.map(\.delay) == [30, 0, 60])
        #expect(risks.effects.map(\.factor) == [1, 1, 1.5])
        #expect(risks.effects.map(\.weight) == [0, 2, 0])
        #expect(risks.effects(on: 1) == 1..<3)
        #expect(risks.events[0].severity.law.shape == .triangular)
        #expect(risks.events[1].severity.isCertain)
    }

    /// 0.2, 0.3, 0.5 side by side in the order of ids, whatever the order of rows.
    @Test func branchesSideBySide() throws {
        let network = try network {
            $0.task("a", 480)
            for (id, share) in [("c", 0.5), ("a", 0.2), ("b", 0.3)] {
                $0.risk(id, share) { $0.branch = "way" }
                $0.impact(id, "a", factor: 2)
            }
        }
        let events = network.values.risks.events
        #expect(events.map(\.lower) == [0, 0.2, 0.5])
        #expect(events.map(\.upper) == [0.2, 0.5, 1])
        #expect(events.allSatisfy { $0.isBranch && $0.drawIdentity == Identity.of("way") })
        #expect(Set(events.map(\.identity)).count == 3)
    }

    /// Slots as wide as the larger probability: 0.5 and 0.4. A mitigated event happens in a part of its slot.
    @Test func mitigatedBranchesKeepTheirSlots() throws {
        let model = try network {
            $0.task("t", 480)
            $0.risk("a", 0.5) { ($0.branch, $0.mitigatedProbability, $0.isMitigated) = ("way", 0.125, true) }
            $0.risk("b", 0.25) { ($0.branch, $0.mitigatedProbability) = ("way", 0.375) }
            for id in ["a", "b"] { $0.impact(id, "t", factor: 2) }
        }.values.risks
        #expect(model.events.map(\.plainSpan) == [0...0.5, 0.5...0.75])
        #expect(model.events.map(\.mitigatedSpan) == [0...0.125, 0.5...0.875])
        #expect(model.events.map { $0.lower...$0.upper } == [0...0.125, 0.5...0.75])
        #expect(model.events.map(\.isMitigated) == [true, false])
        #expect(model.mitigating([0], false).events.map(\.upper) == [0.5, 0.75])
        #expect(model.mitigating([0, 1], true).events.map(\.upper) == [0.125, 0.875])
    }

    /// Mitigation moves 0.4 from a to b: slots of 0.5 + 0.9 do not fit, so each stands beside the other as it is then.
    @Test func mitigationThatMovesProbability() throws {
        let model = try network {
            $0.task("t", 480)
            $0.risk("a", 0.5) { ($0.branch, $0.mitigatedProbability, $0.isMitigated) = ("way", 0.125, true) }
            $0.risk("b", 0.5) { ($0.branch, $0.mitigatedProbability, $0.isMitigated) = ("way", 0.875, true) }
            for id in ["a", "b"] { $0.impact(id, "t", factor: 2) }
        }.values.risks
        #expect(model.events.map(\.plainSpan) == [0...0.5, 0.5...1])
        #expect(model.events.map(\.mitigatedSpan) == [0...0.125, 0.125...1])
        #expect(model.events.map { $0.lower...$0.upper } == [0...0.125, 0.125...1])
    }

    @Test func mitigationOfEffects() throws {
        let model = try network {
            $0.task("a", 480)
            $0.task("b", 480)
            $0.risk("r", 0.5) { ($0.mitigatedProbability, $0.isMitigated) = (0.25, true) }
            $0.impact("r", "a", factor: 2, delay: 60) { ($0.mitigatedFactor, $0.mitigatedDelay) = (1.5, 0) }
            $0.impact("r", "b", factor: 3, delay: 90)
        }.values.risks
        #expect(model.effects.map(\.factor) == [1.5, 3])
        #expect(model.effects.map(\.delay) == [0, 90])
        let plain = model.mitigating([0], false)
        #expect(plain.effects.map(\.factor) == [2, 3])
        #expect(plain.effects.map(\.delay) == [60, 90])
        #expect(plain.events[0].upper == 0.5)
        #expect(plain.mitigating([0], true).effects == model.effects)
    }

    @Test func withoutEvents() throws {
        let model = try network {
            $0.task("a", 480)
            $0.risk("d") { ($0.kind, $0.optimistic, $0.pessimistic) = (.driver, 0.5, 2) }
            $0.risk("e", 0.5) { $0.kind = .existence }
            $0.risk("f") { ($0.kind, $0.optimistic, $0.pessimistic) = (.driver, 0.5, 2) }
            for id in ["d", "e", "f"] { $0.impact(id, "a") }
            $0.correlate("f", "d", 0.5)
        }.values.risks
        #expect(model.events.map(\.kind) == [.driver, .existence, .driver])
        #expect(model.correlations == [.init(first: 0, second: 2, value: 0.5)])
        let rest = model.without([0, 1])
        #expect(rest.events.map(\.lower) == [0, 0, 0])
        #expect(rest.events.map(\.upper) == [0, 1, 1])
        #expect(rest.events.map(\.severity.isCertain) == [true, true, false])
        #expect(rest.correlations.isEmpty)
    }

    /// The epoch is Monday 4 January at 08:00, instant 480; the window ends with Tuesday.
    @Test func windows() throws {
        let events = try network {
            $0.task("a", 480)
            $0.risk("p") { $0.from = LocalDateTime(year: 2027, month: 1, day: 4, minuteOfDay: 480) }
            $0.risk("q") { $0.to = LocalDateTime(year: 2027, month: 1, day: 6) }
            for id in ["p", "q"] { $0.impact(id, "a", factor: 2) }
        }.values.risks.events
        #expect(events.map(\.windowStart) == [480, Int32.min])
        #expect(events.map(\.windowEnd) == [Int32.max, 2880])
        #expect(events.allSatisfy { $0.hasWindow })
    }

    /// A certain severity is part of the factor: 1.5² × 2 = 4.5.
    @Test func certainSeverities() throws {
        let model = try network {
            $0.task("a", 480)
            $0.risk("r") { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (1.5, 1.5, 1.5) }
            $0.risk("s") { ($0.distribution, $0.mostLikely) = (.fixed, 1.25) }
            $0.impact("r", "a", factor: 2, weight: 2)
            $0.impact("s", "a")
        }.values.risks
        #expect(model.effects.map(\.factor) == [4.5, 1.25])
        #expect(model.events.allSatisfy { $0.severity.isCertain })
    }

    /// Of what is finished nothing happens any more; events that touch nothing are left out, with a finding.
    @Test func findings() throws {
        let network = try network {
            $0.settings.dataDate = $0.moment(2 * 1440)
            $0.task("done", 480)
            $0.tasks[0].actualStart = $0.moment(480)
            $0.tasks[0].actualFinish = $0.moment(1020)
            $0.task("a", 480)
            $0.risk("r", 0.5)
            $0.risk("idle", 0.5)
            $0.risk("lonely", 0.5)
            $0.impact("r", "done", factor: 2)
            $0.impact("idle", "a", factor: 1, delay: 0)
        }
        #expect(network.values.risks.isEmpty)
        let found = network.findings.filter { $0.file == "risks.csv" || $0.file == "impacts.csv" }
        #expect(found.map(\.code) == ["risk-without-effect", "risk-without-effect", "impact-of-finished-task"])
        #expect(found.map(\.line) == [3, 4, nil])
        #expect(found[2].message.hasPrefix("1 × "))
    }

    /// Nothing times any factor is nothing: of a milestone only the delay is left.
    @Test func milestones() throws {
        let network = try network {
            $0.task("a", 0)
            $0.risk("late", 0.5)
            $0.risk("long", 0.5)
            $0.impact("late", "a", factor: 2, delay: 60)
            $0.impact("long", "a", factor: 2)
        }
        #expect(network.values.risks.effects.map(\.factor) == [1])
        #expect(network.values.risks.effects.map(\.delay) == [60])
        #expect(network.findings.map(\.code) == ["risk-without-effect"])
    }

    /// A level of effort lasts as long as the tasks around it.
    @Test func spansAreNotTouched() throws {
        let network = try network {
            $0.task("a", 480)
            $0.task("watch") { $0.kind = .levelOfEffort }
            $0.risk("r", 0.5)
            for task in ["a", "watch"] { $0.impact("r", task, factor: 2) }
        }
        #expect(network.values.risks.effects.count == 1)
        let codes = network.findings.map(\.code)
        #expect(codes.contains("impact-of-span"))
    }

    /// The same by id, in whatever order rows stand.
    @Test(arguments: 0..<40) func rowOrder(seed: Int) throws {
        var maker = RandomPlan()
        (maker.hasRisks, maker.hasRanges, maker.hasProgress) = (true, true, seed % 2 == 0)
        let plan = maker.make(seed: UInt64(seed))
        var random = SeededGenerator(seed: 99)
        let (one, other) = (
            try Network(compiling: plan.plan()), try Network(compiling: plan.shuffled(using: &random).plan())
        )
        let (left, right) = (one.values.risks, other.values.risks)
        #expect(left.events.map(Same.init) == right.events.map(Same.init))
        #expect(left.correlations == right.correlations)
        #expect(one.values.quantileTables == other.values.quantileTables)
        #expect(effects(one) == effects(other))
    }

    /// An event without its row.
    private struct Same: Equatable {
        let numbers: [Double], law: SeverityLaw, identities: [UInt64]
        init(_ event: RiskModel.Event) {
            numbers = [
                event.lower, event.upper, Double(event.windowStart), Double(event.windowEnd), Double(event.kind.rawValue),
            ]
            (law, identities) = (event.severity, [event.identity, event.drawIdentity])
        }
    }

    /// Effects by the identity of their task, and the law of each task.
    private func effects(_ network: Network) -> [UInt64: [String]] {
        var result: [UInt64: [String]] = [:]
        for node in 0..<network.structure.nodeCount where network.identities[node] != 0 {
            let effects = network.values.risks.effects(on: node).map { place -> String in
                var effect = network.values.risks.effects[place]
                effect.node = 0
                return "\(effect)"
            }
            result[network.identities[node]] = effects + ["\(network.values.laws[node])"]
        }
        return result
    }
}
