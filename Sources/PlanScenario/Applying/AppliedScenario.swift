public import PlanModel
public import PlanNetwork

/// What one edit did.
public struct EditTouch: Sendable, Hashable {
    /// The kind of the edit, as scenario files spell it.
    public let word: String
    /// The line on which it begins; `nil` for one that was made in memory.
    public let line: Int?
    /// How many tasks, people, and other rows (relations, risks, teams, elements) it touched.
    public let tasks: Int, people: Int, others: Int
    /// The work that is left of these tasks, person-minutes; of cancelled tasks what is saved, of others what was moved.
    public let workMinutes: Double
    /// What it did, in words: `2 people join TM14 on 2027-09-01; they take 14 tasks of 6 people`.
    public let summary: String
}

/// A plan with a scenario's edits made.
public struct AppliedScenario: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// The plan after all edits.
    public let plan: Plan
    /// Its network, which keeps the targets of the plan's own.
    public let network: Network
    /// What each edit did, in their order.
    public let touches: [EditTouch]
    /// Whether the plan had to be compiled, because an edit changed more than values.
    public let isRecompiled: Bool
}

/// Edits that cannot be made: every fault, up to a hundred.
public struct ScenarioError: Error, Sendable {
    /// The faults, in the order of the edits.
    public let faults: [Fault]
    /// How many there are.
    public let count: Int

    /// An error of all these faults; only the first hundred are kept.
    public init(_ faults: [Fault]) { (self.faults, count) = (Array(faults.prefix(100)), faults.count) }
}

extension Plan {
    /// The plan with a scenario's edits made, one after the other, and its network.
    ///
    /// Targets, tasks and their rows stay where they are, so that both plans draw the same random numbers and can be compared target by
    /// target.
    ///
    /// - Parameters:
    ///   - scenario: the edits; none is an error, an edit that touches nothing is one.
    ///   - network: this plan compiled.
    ///   - threads: how many threads may work, 1 or more; the result does not depend on it.
    /// - Throws: `ScenarioError` with every edit that names what is not there, touches nothing or contradicts another, and what
    ///   compiling finds.
    /// - Complexity: O(edits × (tasks + assignments)), and where the structure changes that of compiling.
    public func applying(_ scenario: Scenario, compiled network: Network, threads: Int = 1) throws(ScenarioError)
        -> AppliedScenario
    {
        var applier = ScenarioApplier(scenario, to: self, network)
        for edit in scenario.edits { applier.apply(edit) }
        guard applier.faults.isEmpty else { throw ScenarioError(applier.faults) }
        do throws(CompileError) {
            let result =
                applier.changesStructure
                ? try Network(compiling: applier.plan, threads: threads)
                : try network.revalued(by: applier.plan, threads: threads)
            return AppliedScenario(
                scenario: scenario, plan: applier.plan, network: result, touches: applier.touches,
                isRecompiled: applier.changesStructure)
        } catch { throw ScenarioError(applier.told(error)) }
    }
}
