import PlanForecast
import PlanModel
import PlanStatistics

/// One thing that may move a target's finish: a task, a driver, a risk.
struct SensitivityRow {
    /// `task`, or the kind of the event.
    let kind: String
    let id: String, name: String
    /// The network node of a task, the place of an event.
    let place: Int
    /// What it puts on the path.
    let minutes: PathMinutes
    /// The share of replications in which a task lay on the path; `nil` for an event.
    let criticality: Proportion?
    /// The rank correlation with the finish.
    let correlation: Double
    let ssi: Double?

    var isTask: Bool { criticality != nil }

    /// Whether it moves the finish itself: an event that acts on the path, a task that lies there in 5 % of all replications or more.
    /// The duration of another goes with the finish only because both go with some driver.
    var isRelevant: Bool { criticality.map { $0.interval.lowerBound >= 0.05 } ?? (minutes.standardError != 0) }
}

/// What moves one target's finish, in order, and where the order ends.
struct SensitivityRanking {
    /// Those whose days are not noise, the most in size first.
    var byDays: [SensitivityRow] = []
    /// Of the rest those whose rank correlation is above the noise floor: they move the finish, but by as much up as down.
    var byRank: [SensitivityRow] = []
    /// Of the rest those that were on the path or happened there, for all that can be told by chance.
    var noise: [SensitivityRow] = []
}

extension SensitivityReport {
    /// Tasks that were looked at and events: the most days in size first, ties by id in natural order.
    func rows(of target: TargetSensitivity) -> [SensitivityRow] {
        let tasks = target.tasks.map { figures in
            let task = task(figures.node)
            return SensitivityRow(
                kind: "task", id: task.id, name: task.name, place: figures.node, minutes: figures.minutes,
                criticality: figures.criticality, correlation: figures.cruciality, ssi: figures.ssi)
        }
        let events = target.events.map { figures in
            let event = event(figures.event)
            return SensitivityRow(
                kind: event.kind, id: event.id, name: event.name, place: figures.event, minutes: figures.minutes,
                criticality: nil,
                correlation: figures.rankCorrelation, ssi: nil)
        }
        return (tasks + events).sorted {
            let (left, right) = (abs($0.minutes.mean), abs($1.minutes.mean))
            if left != right { return left > right }
            return $0.id != $1.id ? NaturalOrder.isBefore($0.id, $1.id) : $0.isTask && !$1.isTask
        }
    }

    /// The rows of a target, parted by what can be told from noise.
    func ranking(of target: TargetSensitivity) -> SensitivityRanking {
        var ranking = SensitivityRanking()
        for row in rows(of: target) {
            if row.minutes.isAboveNoise ?? (row.minutes.mean != 0) {
                ranking.byDays.append(row)
            } else if row.isRelevant, target.noise.isAbove(row.correlation) {
                ranking.byRank.append(row)
            } else if row.isTask || row.minutes.standardError != 0 {
                ranking.noise.append(row)
            }
        }
        ranking.byRank.sort {
            let (left, right) = (abs($0.correlation), abs($1.correlation))
            return left != right ? left > right : NaturalOrder.isBefore($0.id, $1.id)
        }
        return ranking
    }
}
