public import PlanModel

/// The fourteen points of the DCMA assessment, by their numbers.
///
/// Source: Defense Contract Management Agency, 14-Point Assessment (2009), and DCMA-EA PAM 200.1, section 4 (2012). A task counts as the
/// guide counts: levels of effort, summary activities and milestones do not, and finished tasks do only where a point says so.
public enum DCMAPoint: Int, CaseIterable, Sendable {
    case logic = 1, leads, lags, finishToStart, hardConstraints, highFloat, negativeFloat, highDuration, invalidDates
    case resources, missedTasks, criticalPathTest, criticalPathLength, baselineExecution

    /// A stable word for scripts: `logic`, `leads`, …
    public var id: String { threshold.rawValue }

    /// What its result is compared with.
    public var threshold: HealthThreshold {
        // Thresholds begin with the points, in order; a test holds them together.
        HealthThreshold.allCases[rawValue - 1]
    }

    /// Whether larger results are better, so that the threshold is the least that passes; otherwise it is the most.
    public var isAtLeast: Bool {
        switch self {
        case .finishToStart, .criticalPathTest, .criticalPathLength, .baselineExecution: true
        default: false
        }
    }

    /// The name in the guide.
    public var name: String {
        switch self {
        case .logic: "Logic"
        case .leads: "Leads"
        case .lags: "Lags"
        case .finishToStart: "Relationship types"
        case .hardConstraints: "Hard constraints"
        case .highFloat: "High float"
        case .negativeFloat: "Negative float"
        case .highDuration: "High duration"
        case .invalidDates: "Invalid dates"
        case .resources: "Resources"
        case .missedTasks: "Missed tasks"
        case .criticalPathTest: "Critical path test"
        case .criticalPathLength: "Critical path length index"
        case .baselineExecution: "Baseline execution index"
        }
    }

    /// How the result is found, in words: numerator ÷ denominator.
    public func formula(_ thresholds: HealthThresholds) -> String {
        func days(_ threshold: HealthThreshold) -> String {
            let days = thresholds[threshold]
            return days == days.rounded() ? "\(Int(days))" : "\(days)"
        }
        return switch self {
        case .logic: "unfinished tasks without a predecessor or a successor ÷ unfinished tasks"
        case .leads: "relations with a lead (negative lag) ÷ relations"
        case .lags: "relations with a lag ÷ relations"
        case .finishToStart: "relations from finish to start ÷ relations"
        case .hardConstraints:
            "unfinished tasks that must start or finish on a date or no later ÷ unfinished tasks"
        case .highFloat:
            "unfinished tasks with more than \(days(.highFloatDays)) working days of total float ÷ unfinished tasks"
        case .negativeFloat: "unfinished tasks with a total float below 0 ÷ unfinished tasks"
        case .highDuration: "unfinished tasks of more than \(days(.highDurationDays)) working days ÷ unfinished tasks"
        case .invalidDates: "tasks with an actual date after the data date or a forecast before it ÷ tasks"
        case .resources:
            "unfinished tasks of a day or more without assignment, owner or cost ÷ unfinished tasks of a day or more"
        case .missedTasks: "tasks that finish later than their baseline ÷ tasks baselined to finish by the data date"
        case .criticalPathTest:
            "working time by which the plan's last task moves ÷ a delay of \(days(.criticalPathDelayDays)) working days on the driving path"
        case .criticalPathLength: "(critical path length + total float) ÷ critical path length"
        case .baselineExecution:
            "finished tasks ÷ (tasks baselined to finish by the data date + tasks without a baseline finish)"
        }
    }
}
