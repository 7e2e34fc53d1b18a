/// The ten best practices of the GAO guide, by their numbers.
///
/// Source: GAO-16-89G, Schedule Assessment Guide: Best Practices for Project Schedules (2015).
public enum GAOPractice: Int, CaseIterable, Sendable {
    case activities = 1, sequence, resources, durations, traceability, criticalPath, float, risk, updates, baseline

    /// A stable word for scripts: `activities`, `sequence`, …
    public var id: String { "\(self)" }

    /// The practice in the guide's words.
    public var name: String {
        switch self {
        case .activities: "Capturing all activities"
        case .sequence: "Sequencing all activities"
        case .resources: "Assigning resources to all activities"
        case .durations: "Establishing the duration of all activities"
        case .traceability: "Tracing the schedule horizontally and vertically"
        case .criticalPath: "Confirming that the critical path is valid"
        case .float: "Ensuring reasonable total float"
        case .risk: "Conducting a schedule risk analysis"
        case .updates: "Updating the schedule with actual progress and logic"
        case .baseline: "Maintaining a baseline schedule"
        }
    }
}

/// What the data say about a practice.
public enum GAOVerdict: String, Sendable {
    /// All evidence that is there speaks for it.
    case supported
    /// Some evidence speaks against it.
    case weak
    /// The data hold no evidence that could settle it.
    case unknown = "cannot-be-told"
}

/// One number that speaks for or against a practice.
public struct HealthEvidence: Sendable, Hashable {
    /// What is counted, as it follows the number: `goals have a project`.
    public let name: String
    /// How many, and of how many; `nil` for a plain count.
    public let count: Int, total: Int?
    /// Whether it speaks for the practice; `nil` where it is only told.
    public let holds: Bool?

    init(_ name: String, _ count: Int, of total: Int? = nil, holds: Bool?) {
        (self.name, self.count, self.total, self.holds) = (name, count, total, holds)
    }
}

/// A practice, what the data say about it, and by which numbers.
public struct GAOResult: Sendable {
    /// Which practice.
    public let practice: GAOPractice
    /// What the data say.
    public let verdict: GAOVerdict
    /// The points of the DCMA assessment that speak to it, and whether they hold.
    public let points: [(point: DCMAPoint, verdict: HealthVerdict)]
    /// Numbers beside them.
    public let evidence: [HealthEvidence]
    /// What data cannot tell, or what is missing; `nil` where nothing needs saying.
    public let remark: String?

    /// Judges a practice: weak where anything speaks against it, else supported where anything speaks for it.
    ///
    /// - Parameter isSettled: whether evidence for it is enough; otherwise it can only be weak or unknown.
    init(
        _ practice: GAOPractice, points: [DCMAResult] = [], _ evidence: [HealthEvidence] = [], isSettled: Bool = true,
        remark: String? = nil
    ) {
        (self.practice, self.evidence, self.remark) = (practice, evidence, remark)
        self.points = points.map { ($0.point, $0.verdict) }
        let held = evidence.compactMap(\.holds)
        let isWeak = held.contains(false) || points.contains { $0.verdict == .failed }
        let isHeld = held.contains(true) || points.contains { $0.verdict == .passed }
        verdict = isWeak ? .weak : isHeld && isSettled ? .supported : .unknown
    }
}
