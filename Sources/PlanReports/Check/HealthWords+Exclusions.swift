import PlanSchedule

extension HealthWords {
    /// What a point leaves out: `; left out: 700 finished tasks, 12 milestones`; empty where that is nothing.
    func leftOut(_ result: DCMAResult) -> String {
        let items = result.exclusions.map { Spelling.count($0.count, noun($0.reason)) + ending($0.reason) }
        return items.isEmpty ? "" : "; left out: " + items.joined(separator: ", ")
    }

    private func noun(_ reason: HealthExclusion.Reason) -> String {
        switch reason {
        case .finished: "finished task"
        case .milestones: "milestone"
        case .levelsOfEffort: "task"
        case .summaryActivities: "task"
        case .shorterThanADay: "task"
        case .notInBaseline: "task"
        case .notYetDue: "task"
        case .finishedSuccessors: "relation"
        case .spanRelations: "relation"
        }
    }

    private func ending(_ reason: HealthExclusion.Reason) -> String {
        switch reason {
        case .finished, .milestones: ""
        case .levelsOfEffort: " of level of effort"
        case .summaryActivities: " over a summary"
        case .shorterThanADay: " shorter than a day"
        case .notInBaseline: " without a baseline finish"
        case .notYetDue: " baselined to finish later"
        case .finishedSuccessors: " to finished tasks"
        case .spanRelations: " of level of effort or summary"
        }
    }
}
