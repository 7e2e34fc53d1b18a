public import PlanModel
import PlanNetwork

/// How sound a plan is: the fourteen points of the DCMA assessment and the ten practices of the GAO guide, as far as data can tell.
///
/// Health never changes a number; thresholds come from the plan's settings.
///
/// Source: DCMA 14-Point Assessment (2009); GAO-16-89G, Schedule Assessment Guide (2015).
public struct Health: Sendable {
    /// The points, in order; fourteen values.
    public let dcma: [DCMAResult]
    /// The practices, in order; ten values.
    public let gao: [GAOResult]
    /// What the plan was held against.
    public let baseline: HealthBaseline
    /// What the results were compared with.
    public let thresholds: HealthThresholds
    /// The test of the critical path; `nil` where all work is done.
    public let criticalPathTest: CriticalPathTest?
    /// The length and float of the critical path; `nil` where nothing is left.
    public let criticalPathLength: CriticalPathLength?

    /// Examines a plan.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of the plan's network.
    ///   - baseline: what the plan is held against; the only one by default.
    /// - Complexity: two schedules and O(rows).
    public init(of plan: Plan, _ schedule: Schedule, baseline: HealthBaseline? = nil) {
        let baseline = baseline ?? HealthBaseline(of: plan)
        let review = HealthReview(plan, schedule, baseline)
        dcma = DCMAPoint.allCases.map(review.result)
        gao = GAOReview(review, dcma).results
        (self.baseline, thresholds) = (baseline, plan.settings.health)
        (criticalPathTest, criticalPathLength) = (review.pathTest, review.pathLength)
    }

    /// A point's result.
    public subscript(point: DCMAPoint) -> DCMAResult { dcma[point.rawValue - 1] }

    /// The points that could be judged, and those of them that passed.
    public var applicable: Int { dcma.count { $0.verdict != .notApplicable } }
    /// The points that passed.
    public var passed: Int { dcma.count { $0.verdict == .passed } }

    /// The share of applicable DCMA points that passed; each counts the same, practices do not count. `nil` where no point is applicable.
    public var score: Double? { applicable == 0 ? nil : Double(passed) / Double(applicable) }
}

extension HealthReview {
    func result(_ point: DCMAPoint) -> DCMAResult {
        switch point {
        case .logic: logic()
        case .leads: leads()
        case .lags: lags()
        case .finishToStart: finishToStart()
        case .hardConstraints: hardConstraints()
        case .highFloat: highFloat()
        case .negativeFloat: negativeFloat()
        case .highDuration: highDuration()
        case .invalidDates: invalidDates()
        case .resources: resources()
        case .missedTasks: missedTasks()
        case .criticalPathTest: criticalPathTest()
        case .criticalPathLength: criticalPathLength()
        case .baselineExecution: baselineExecution()
        }
    }
}
