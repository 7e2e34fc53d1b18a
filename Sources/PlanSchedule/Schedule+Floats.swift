import PlanModel
import PlanNetwork

extension Schedule {
    /// Late minus early dates, working minutes, of the finishes or starts as the plan's rules say; 0 for finished tasks.
    public func totalFloat(_ node: Int) -> Int32 {
        if isCompleted(node) { return 0 }
        if let span = spans[node] { return totalFloat(of: span, on: calendar(node)) }
        if network.structure.rules.constraintsOverrideLogic, network.values.limits(of: node)?.isAsLateAsPossible ?? false {
            return 0
        }
        // Work is contiguous, so both ends have the same float.
        return min(lateFinish[node] - earlyFinish[node], floatToLogic(node))
    }

    /// The float of a start that a constraint set against logic, from the start that logic asks for; beyond all floats where there is none.
    private func floatToLogic(_ node: Int) -> Int32 {
        guard network.structure.rules.constraintsOverrideLogic, network.values.progress(of: node) == .planned,
            let limits = network.values.limits(of: node), !limits.isManual
        else { return Int32.max }
        return lateFinish[node] - network.values.remaining[node] - timing.earliestStart(node, earlyFinish)
    }

    private func totalFloat(of span: SpanDates, on calendar: WorkingTime) -> Int32 {
        let finish = calendar.work(at: span.lateFinish) - calendar.work(at: span.finish)
        let start = calendar.work(at: span.lateStart) - calendar.work(at: span.start)
        switch network.structure.rules.totalFloat {
        case .finish: return finish
        case .start: return start
        case .smallest: return min(start, finish)
        }
    }

    /// Whether a delay of the node delays the plan: by its total float or because it lies on a longest path, as the plan's rules say; not
    /// finished work.
    public func isCritical(_ node: Int) -> Bool {
        guard !isCompleted(node) else { return false }
        switch network.structure.rules.criticality {
        case .totalFloat: return totalFloat(node) <= network.structure.rules.criticalFloat
        case .longestPath: return longest[node]
        }
    }
}
