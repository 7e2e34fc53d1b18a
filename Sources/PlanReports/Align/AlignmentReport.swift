public import PlanAlignment
public import PlanModel
public import PlanNetwork
public import PlanScenario

/// Whether work and people serve the initiatives, with names: what `headway align` shows.
public struct AlignmentReport: Sendable {
    /// By whom effort is added up.
    public enum Grouping: String, Sendable, CaseIterable {
        case person, team, unit, line
    }

    /// What work that serves no initiative costs the initiatives.
    public struct Consequence: Sendable {
        let work: UnalignedWork
        let run: WorkConsequence?

        /// That work, and the runs with and without it; no run where nobody works for it.
        public init(_ work: UnalignedWork, _ run: WorkConsequence?) { (self.work, self.run) = (work, run) }
    }

    let plan: Plan
    let network: Network
    let alignment: Alignment
    /// By whom text and CSV add effort up; CSV shows initiatives where `nil`.
    let grouping: Grouping?
    /// The list that text and CSV show alone; `nil` for the whole report.
    let list: AlignmentList?
    /// What unaligned work costs; `nil` where that was not asked for.
    let consequence: Consequence?
    /// The scenario that was applied to the plan, and the gaps that it opens; none for the plan as it is.
    let scenario: AppliedScenario?
    let succession: [SuccessionGaps.Gap]
    /// Rows of initiatives by id in natural order.
    let initiatives: [Int]

    /// The report of a plan's alignment.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - network: of the plan.
    ///   - alignment: of both.
    ///   - grouping: by whom effort is added up; by unit where `nil`.
    ///   - list: what text and CSV list alone; `nil` for the whole report.
    ///   - consequence: what unaligned work costs; `nil` where that was not asked for.
    ///   - scenario: what was applied to the plan; `nil` for the plan as it is.
    ///   - succession: the gaps that it opens.
    public init(
        of plan: Plan, _ network: Network, _ alignment: Alignment, by grouping: Grouping? = nil, list: AlignmentList? = nil,
        consequence: Consequence? = nil,
        scenario: AppliedScenario? = nil, succession: SuccessionGaps? = nil
    ) {
        (self.scenario, self.succession) = (scenario, succession?.gaps ?? [])
        self.consequence = consequence
        (self.plan, self.network, self.alignment, self.grouping, self.list) = (plan, network, alignment, grouping, list)
        initiatives = plan.initiatives.texts(.id).map { NaturalOrder.sortedRows($0).map(Int.init) } ?? []
    }

    /// The identifier of an initiative, of a purpose above 0.
    func initiativeID(purpose: Int32) -> String { plan.initiatives.text(.id, Int(purpose) - 1) }

    /// Identifier and name of an initiative: `I5 Day surgery`.
    func title(initiative row: Int) -> String { "\(plan.initiatives.text(.id, row)) \(plan.initiatives.text(.name, row))" }

    /// What a person's line of sight is, in words.
    static func words(_ sight: LinesOfSight.Sight) -> String {
        switch sight {
        case .clear: "clear"
        case .elsewhere: "work that serves no initiative"
        case .dutiesAlone: "standing duties alone, for no goal"
        case .nothing: "nothing in the plan"
        }
    }

    /// A share to whole per cent, which claims neither none nor all where it is not: `95 %`, `< 1 %`, `> 99 %`.
    static func percent(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "-" }
        let percent = Int((100 * Double(part) / Double(whole)).rounded())
        if percent == 0, part > 0 { return "< 1 %" }
        if percent == 100, part < whole { return "> 99 %" }
        return "\(percent) %"
    }

    /// A share to whole per cent.
    static func percent(_ share: Double?) -> String {
        guard let share else { return "-" }
        return share > 0 && share < 0.005 ? "< 1 %" : "\(Int((100 * share).rounded())) %"
    }
}
