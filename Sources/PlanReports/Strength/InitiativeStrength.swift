import PlanAlignment
import PlanForecast
import PlanMonitoring
import PlanStatistics

/// What is told of one initiative: four areas, each a few counts of counts. Nothing is weighted, nothing is added up over areas.
struct InitiativeStrength {
    /// One figure: how many of how many.
    struct Figure {
        /// The key in files, and the words.
        let key: String, words: String
        let covered: Int, total: Int
        /// Whether the figure is of fewer than five people and so not told.
        var isWithheld = false

        var share: Double? { total > 0 && !isWithheld ? Double(covered) / Double(total) : nil }
    }

    /// An area of strength, in the order in which it is built up.
    enum Area: String, CaseIterable {
        case defined, deployed, rhythm

        var title: String {
            switch self {
            case .defined: "Defined"
            case .deployed: "Deployed"
            case .rhythm: "In rhythm"
            }
        }
    }

    /// The initiative's row and target.
    let row: Int, target: Int
    let figures: [(area: Area, figure: Figure)]
    /// People who carry its work and have a manager to meet; of these pairs those whose meeting is overdue.
    let pairs: Int, overduePairs: Int
    let outcome: TargetForecast?

    /// Fewer people than this are not told of, unless names are asked for.
    static let leastPeople = 5

    /// The figures of an area.
    func figures(_ area: Area) -> [Figure] { figures.filter { $0.area == area }.map(\.figure) }

    /// The least share in an area: what holds it back most; `nil` where nothing can be told.
    func least(_ area: Area) -> Double? { figures(area).compactMap(\.share).min() }

    init(
        row: Int, target: Int, _ steps: InitiativeSteps, _ pairs: [CheckInPair], stale: Set<Int32>, _ outcome: TargetForecast?,
        isNamed: Bool
    ) {
        (self.row, self.target, self.outcome) = (row, target, outcome)
        (self.pairs, overduePairs) = (pairs.count, pairs.count(where: \.overdue))
        func figure(_ key: String, _ words: String, _ tally: InitiativeSteps.Tally) -> Figure {
            Figure(key: key, words: words, covered: tally.covered, total: tally.total)
        }
        let fresh = steps.started.count { !stale.contains($0) }
        figures = [
            (.defined, figure("goalsMeasured", "goals with a measure and a level that meets it", steps.measuredGoals)),
            (.defined, figure("goalsOwned", "goals with an owner and a due date", steps.ownedGoals)),
            (.deployed, figure("goalsWithProject", "goals with a project", steps.goalsWithProject)),
            (.deployed, figure("projectsWithTask", "projects with a task", steps.projectsWithTask)),
            (.deployed, figure("tasksWithPerson", "open tasks with a person", steps.tasksWithPerson)),
            (.deployed, figure("tasksWithDate", "open tasks with a date", steps.tasksWithDate)),
            (
                .rhythm,
                Figure(
                    key: "checkIns", words: "check-ins held of those due", covered: pairs.reduce(0) { $0 + $1.kept },
                    total: pairs.reduce(0) { $0 + $1.expected },
                    isWithheld: !isNamed && Set(pairs.map(\.employee)).count < Self.leastPeople)
            ),
            (
                .rhythm,
                Figure(
                    key: "tasksReported", words: "tasks under way with a fresh report", covered: fresh,
                    total: steps.started.count)
            ),
        ]
    }
}
