/// Whether a point holds.
public enum HealthVerdict: String, Sendable {
    /// Within its threshold.
    case passed
    /// Beyond it.
    case failed
    /// The data hold nothing to judge it by; the result's reason says what is missing.
    case notApplicable = "not-applicable"
}

/// What a point does not count, and how many.
public struct HealthExclusion: Sendable, Hashable {
    /// Why it is left out.
    public enum Reason: String, Sendable, CaseIterable {
        /// Tasks that are finished.
        case finished
        /// Tasks without a duration.
        case milestones
        /// Tasks that last as long as those around them.
        case levelsOfEffort = "levels-of-effort"
        /// Tasks that span all tasks below a heading.
        case summaryActivities = "summary-activities"
        /// Tasks of less than a working day.
        case shorterThanADay = "shorter-than-a-day"
        /// Tasks that the baseline does not have.
        case notInBaseline = "not-in-baseline"
        /// Tasks that are baselined to finish after the data date.
        case notYetDue = "not-yet-due"
        /// Relations whose successor is finished.
        case finishedSuccessors = "finished-successors"
        /// Relations of levels of effort and summary activities, which drive nothing.
        case spanRelations = "relations-of-levels-of-effort"
    }

    /// Why it is left out.
    public let reason: Reason
    /// How many are, above 0.
    public let count: Int

    /// So many for a reason.
    public init(reason: Reason, count: Int) { (self.reason, self.count) = (reason, count) }
}

/// What does not hold, by rows of the plan's tables, ascending.
public enum HealthOffenders: Sendable, Hashable {
    /// Rows of `tasks.csv`.
    case tasks([Int])
    /// Rows of `dependencies.csv`.
    case dependencies([Int])

    /// How many there are.
    public var count: Int {
        switch self {
        case .tasks(let rows), .dependencies(let rows): rows.count
        }
    }
}

/// What a point counts.
public enum HealthUnit: String, Sendable {
    case tasks, relations
    /// Minutes of working time.
    case minutes
}

/// One point of the assessment, with all that its value is made of.
public struct DCMAResult: Sendable {
    /// Which point.
    public let point: DCMAPoint
    /// What numerator and denominator count.
    public let unit: HealthUnit
    /// The value's two parts; 0 and 0 where the point is not applicable.
    public let numerator: Int, denominator: Int
    /// What is left out of both.
    public let exclusions: [HealthExclusion]
    /// What the value is compared with.
    public let threshold: Double
    /// Whether it holds.
    public let verdict: HealthVerdict
    /// Why the point is not applicable; `nil` where it is.
    public let reason: String?
    /// The tasks or relations to look at: those that count against the point; of the critical path test the task that was delayed.
    public let offenders: HealthOffenders

    /// Numerator ÷ denominator; `nil` where the point is not applicable.
    public var value: Double? { verdict == .notApplicable ? nil : Double(numerator) / Double(denominator) }

    /// A result that can be judged.
    ///
    /// - Parameter denominator: above 0.
    init(
        _ point: DCMAPoint, unit: HealthUnit = .tasks, _ numerator: Int, of denominator: Int, threshold: Double,
        exclusions: [HealthExclusion] = [], offenders: HealthOffenders = .tasks([])
    ) {
        precondition(denominator > 0)
        let value = Double(numerator) / Double(denominator)
        (self.point, self.unit, self.numerator, self.denominator) = (point, unit, numerator, denominator)
        (self.threshold, self.exclusions, self.offenders, reason) = (threshold, exclusions, offenders, nil)
        verdict = (point.isAtLeast ? value >= threshold : value <= threshold) ? .passed : .failed
    }

    /// A result that cannot.
    init(
        _ point: DCMAPoint, unit: HealthUnit = .tasks, threshold: Double, exclusions: [HealthExclusion] = [],
        because reason: String
    ) {
        (self.point, self.unit, numerator, denominator) = (point, unit, 0, 0)
        (self.threshold, self.exclusions, offenders, self.reason) = (threshold, exclusions, .tasks([]), reason)
        verdict = .notApplicable
    }
}
