public import PlanForecast
public import PlanModel
import PlanNetwork
import PlanStatistics

/// A forecast of every task's own finish, for formats that hold one.
///
/// A forecast tells of targets, so each task is given a goal of its own, which changes nothing else: draws are keyed by the task.
public struct TaskForecast: Sendable {
    /// By task row, the date by which it is done in half of the replications.
    public let p50: [LocalDateTime?]
    /// By task row, the date by which it is done in four of five replications.
    public let p80: [LocalDateTime?]
    /// By task row, the share of replications in which it lies on the driving path of the whole plan.
    public let criticalityIndex: [Double?]

    /// The plan with a goal for each task, after its own goals: what must be compiled and simulated.
    public static func planWithTargets(_ plan: Plan) -> Plan {
        var plan = plan
        let (goals, tasks) = (plan.goals.count, plan.tasks.count)
        extend(&plan.goals.raw, by: tasks)
        let links = plan.links.count
        extend(&plan.links.raw, by: tasks)
        set(&plan.links.raw, LinkColumn.from.rawValue, links, (0..<tasks).map { ElementReference(table: 0, row: $0).raw })
        set(&plan.links.raw, LinkColumn.to.rawValue, links, (0..<tasks).map { ElementReference(table: 0, row: goals + $0).raw })
        return plan
    }

    /// The figures, from a forecast of `planWithTargets(plan)` with criticality for target 0, the whole plan.
    ///
    /// - Parameters:
    ///   - plan: the plan itself.
    ///   - forecast: of the plan with targets.
    public init(of plan: Plan, _ forecast: Forecast) {
        let structure = forecast.network.structure
        let outcomes = plan.tasks.rows.map { row in
            forecast.target(structure.targets.target(.goal, row: plan.goals.count + row))
        }
        p50 = outcomes.map { $0.map { forecast.network.date(of: $0.percentile(50)) } }
        p80 = outcomes.map { $0.map { forecast.network.date(of: $0.percentile(80)) } }
        criticalityIndex = plan.tasks.rows.map { row in
            let node = Int(structure.nodeOfTask[row])
            return node < 0 ? nil : forecast.criticality.index(of: node, for: 0)
        }
    }

    /// Adds empty rows.
    private static func extend(_ table: inout RawTable, by count: Int) {
        for (place, spec) in table.specs.enumerated() {
            switch table.columns[place] {
            case .texts(var texts)?:
                for _ in 0..<count { texts.append("") }
                table.columns[place] = .texts(texts)
            case .integers(let values)?:
                table.columns[place] = .integers(values + Array(repeating: emptyCell(spec.kind), count: count))
            case .numbers(let values)?: table.columns[place] = .numbers(values + Array(repeating: .nan, count: count))
            case nil: break
            }
        }
        table.count += count
    }

    private static func emptyCell(_ kind: ColumnKind) -> Int32 {
        switch kind {
        case .reference, .element, .calendar, .choice: Cell.none
        default: Cell.absent
        }
    }

    /// Sets the last cells of a column of integers.
    private static func set(_ table: inout RawTable, _ column: Int, _ start: Int, _ cells: [Int32]) {
        let before = table.integers(column)?.prefix(start) ?? []
        table.columns[column] = .integers(before + cells)
    }
}
