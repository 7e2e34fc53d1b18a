import PlanForecast
import PlanModel
import PlanNetwork

extension LeadershipReport {
    /// A chart with its numbers; `nil` where the plan has nothing to show in it, which `absence` explains.
    ///
    /// - Parameters:
    ///   - name: which.
    ///   - target: an index, for charts of one target; not looked at for others.
    func figure(_ name: ChartName, _ target: Int) -> Figure? {
        switch name {
        case .initiatives: initiativesFigure()
        case .finish: finishFigure(target)
        case .fan: fanFigure()
        case .slip: slipFigure(target)
        case .coverage: coverageFigure()
        case .strategy: strategyFigure()
        case .cascade: cascadeFigure()
        case .gantt: ganttFigure(target)
        case .tornado: tornadoFigure(target)
        case .load: loadFigure()
        case .rhythm: rhythmFigure()
        case .scenarios: scenariosFigure()
        }
    }

    /// One chart as an SVG file of its own, that of the first target in focus where there are several; `nil` where there is none.
    public func svg(_ name: ChartName) -> [UInt8]? {
        let targets = name.isOfTarget ? parts.focus : [0]
        return targets.lazy.compactMap { figure(name, $0)?.draw(.wide)?.svg(inPage: false) }.first
    }

    /// Whether any open work carries a range or a risk.
    private var hasRanges: Bool { (0..<network.structure.nodeCount).contains(where: network.values.isUncertain) }

    /// Why there is no such chart, and what to add to get it.
    public func absence(_ name: ChartName) -> String {
        let isHeld = parts.forecast.forecast.peopleMode == .dynamic
        let hasWork = parts.forecast.whole.outcome != nil
        if hasWork, parts.forecast.forecast.actualFinish(0) != nil, [.finish, .fan, .gantt, .tornado, .load].contains(name) {
            return "All work of this plan is done."
        }
        switch name {
        case .initiatives: return "The plan has no task, so there is nothing to forecast. Add rows to tasks.csv."
        case .finish:
            guard hasWork else { return "The plan has no task, so there is nothing to forecast. Add rows to tasks.csv." }
            if hasRanges {
                return "Every sample ends at the same time: what decides the finish carries no range and no risk."
            }
            return
                "Every sample ends at the same time: no open task carries a range or a risk. Add optimistic, most_likely and pessimistic to tasks.csv, "
                + "or a class with ranges in plan.yaml."
        case .fan:
            return isHeld
                ? "Not with --resources dynamic, which keeps the finishes of targets alone."
                : "No task is open. Add work that is left to tasks.csv."
        case .slip:
            guard parts.slip != nil else {
                let baselines = plan.baselines.keys.sorted()
                return baselines.isEmpty
                    ? "The plan has no baseline to have moved from. Add the approved dates as baselines/NAME.csv (task,start,finish)."
                    : "The plan has \(baselines.count) baselines (\(baselines.joined(separator: ", "))); name one with --baseline."
            }
            return "Nothing in focus has moved from the baseline."
        case .coverage:
            return "The plan has no initiative, goal, project or task. Add initiatives.csv, goals.csv and projects.csv."
        case .strategy:
            return "No initiative says what it weighs in the strategy, or no work is left. Add weight to initiatives.csv."
        case .cascade:
            return
                "The plan names no initiative, or no work is left. Add initiatives.csv, and to goals.csv which initiative each serves."
        case .gantt: return "No work is left on a driving path."
        case .tornado:
            if isHeld {
                return
                    "Not with --resources dynamic; what moves a finish is found where people are no limit or keep the order of the levelled plan."
            }
            return hasRanges
                ? "Nothing moves a finish by more than noise in the mean: what tasks take longer and what they take less is even."
                : "No open task carries a range: add optimistic, most_likely and pessimistic to tasks.csv, or risks.csv and impacts.csv."
        case .load: return "Nobody is assigned to work that is left. Add people.csv or teams.csv, and assignments.csv."
        case .rhythm:
            return
                "No check-in of a unit has come due: add cadence: {every: 14d, grace: 3d} to plan.yaml, managers and units to people.csv, "
                + "and checkins.csv. Sums over fewer than five people are withheld."
        case .scenarios:
            return "No scenario was named. Write edits to a file, as in headway compare --help, and name it with --scenario."
        }
    }
}
