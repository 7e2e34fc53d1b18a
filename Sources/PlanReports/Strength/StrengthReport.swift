public import PlanAlignment
public import PlanForecast
public import PlanModel
public import PlanMonitoring
public import PlanNetwork

/// How far each initiative is defined, deployed, kept in rhythm and on course, with the counts behind every figure: what `headway strength` shows.
public struct StrengthReport: Sendable {
    let plan: Plan
    let network: Network
    let forecast: Forecast
    let checkIns: CheckIns
    let staleAfter: Int
    let names: TargetNames
    /// In natural order of ids.
    let initiatives: [InitiativeStrength]

    /// The report of a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - alignment: of both; who carries work for an initiative is whose check-ins count for it.
    ///   - checkIns: of the plan.
    ///   - staleness: of the plan.
    ///   - forecast: of the network, with all initiatives.
    ///   - isNamed: whether figures of fewer than five people are told.
    public init(
        of plan: Plan, _ network: Network, _ alignment: Alignment, _ checkIns: CheckIns, _ staleness: ReportStaleness,
        _ forecast: Forecast, isNamed: Bool = false
    ) {
        (self.plan, self.network, self.forecast, self.checkIns) = (plan, network, forecast, checkIns)
        (names, staleAfter) = (TargetNames(plan, network), staleness.staleAfter)
        let steps = InitiativeSteps.all(of: plan, network, alignment)
        let stale = Set(staleness.entries.filter(\.isStale).map(\.task))
        let effort = alignment.carried.byCarrier
        // Pairs by initiative: those whose employee carries some of its work.
        var pairs = [[CheckInPair]](repeating: [], count: plan.initiatives.count)
        for pair in checkIns.pairs {
            for place in effort[Int(pair.employee)] where effort.purposes[place] > 0 {
                pairs[Int(effort.purposes[place]) - 1].append(pair)
            }
        }
        let order = plan.initiatives.texts(.id).map { NaturalOrder.sortedRows($0).map(Int.init) } ?? []
        initiatives = order.map { row in
            let target = network.structure.targets.target(.initiative, row: row)
            return InitiativeStrength(
                row: row, target: target, steps[row], pairs[row], stale: stale, forecast.target(target), isNamed: isNamed)
        }
    }
}
