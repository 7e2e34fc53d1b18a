public import PlanForecast
import PlanModel
import PlanNetwork
public import PlanSchedule
import PlanStatistics

/// The whole story of a plan for those who answer for it: will we make it, why not, what does it hang on, what can we do.
///
/// It is put together from the reports of the single commands and says nothing that they do not say. Some targets are in focus: of these
/// it tells the slip, the distribution, the driving path and what moves the finish one by one.
public struct LeadershipReport: Sendable {
    /// What it is put together from.
    public struct Parts: Sendable {
        /// The finishes of the initiatives (without any those of goals, else projects) and the plan.
        public var forecast: ForecastReport
        /// The schedule by the plan's own dates.
        public var schedule: Schedule
        /// What serves the strategy.
        public var alignment: AlignmentReport
        /// Whether managers and their people meet.
        public var checkIns: CheckInReport
        /// How sound the plan is and what is poor about it.
        public var check: CheckReport
        /// The targets in focus, indices; the most urgent first.
        public var focus: [Int]
        /// What moves the finishes in focus, of the same replications; `nil` where the runs cannot tell.
        public var sensitivity: SensitivityReport?
        /// Finishes of tasks by node and replication, instants, for whiskers; those of `PathRows.nodes`.
        public var finishes: [Int: [Int32]] = [:]
        /// How many tasks are done by when; `nil` where the runs cannot tell.
        public var fan: CompletionFan?
        /// Why finishes moved; `nil` without a baseline.
        public var slip: SlipReport?
        /// The baseline's name where it is one of the plan's own.
        public var baseline: String?
        /// Scenarios beside the plan; `nil` without any.
        public var comparison: CompareReport?
        /// The work of teams by span of time, and the spans; `nil` where nobody is assigned to any.
        public var load: (profile: LoadProfile, spans: LoadSpans)?

        /// What a report cannot do without; the rest is added where there is any.
        public init(
            forecast: ForecastReport, schedule: Schedule, alignment: AlignmentReport, checkIns: CheckInReport,
            check: CheckReport
        ) {
            (self.forecast, self.schedule, self.alignment) = (forecast, schedule, alignment)
            (self.checkIns, self.check, focus) = (checkIns, check, [])
        }
    }

    let parts: Parts
    let plan: Plan
    let network: Network
    let names: TargetNames

    /// The report of some parts, all of the same plan.
    public init(_ parts: Parts) {
        (self.parts, plan, names) = (parts, parts.forecast.plan, parts.forecast.names)
        network = parts.schedule.network
    }

    /// How many targets are in focus unless they are named.
    public static let usualFocus = 3
    /// No more targets than this have rows of their own in charts and lists of the page.
    static let mostRows = 200

    /// The targets that need leadership most: the least likely on time first, then the latest; the plan where there are none.
    ///
    /// - Parameters:
    ///   - forecast: of the initiatives, or what stands in for them.
    ///   - count: how many, 1 or more.
    public static func focus(of forecast: ForecastReport, count: Int = usualFocus) -> [Int] {
        let open = forecast.targets.filter { $0.outcome != nil && forecast.forecast.actualFinish($0.target) == nil }
        let sorted = open.enumerated().sorted { left, right in
            let (a, b) = (left.element.onTime?.value ?? 2, right.element.onTime?.value ?? 2)
            if a != b { return a < b }
            let (x, y) = (left.element.outcome!.p80, right.element.outcome!.p80)
            return x != y ? x > y : left.offset < right.offset
        }
        let found = sorted.prefix(count).map(\.element.target)
        return found.isEmpty && forecast.whole.outcome != nil ? [0] : found
    }

    /// Minutes of a working day.
    var day: Double { Double(plan.settings.units.minutesPerDay) }

    /// Identifier and name of a target, `The whole plan` for that.
    func title(_ target: Int) -> String { target == 0 ? "The whole plan" : names.title(target) }

    func date(_ instant: Int32) -> LocalDateTime { network.date(of: instant) }

    /// The figures of a target that was forecast.
    func figures(_ target: Int) -> TargetFigures? {
        target == 0 ? parts.forecast.whole : parts.forecast.targets.first { $0.target == target }
    }

    /// The word for several of the targets that are forecast: `initiatives`.
    var noun: String {
        let kinds = Set(parts.forecast.targets.map { names.tree.kind($0.target) })
        return (kinds.count == 1 ? names.word(kinds.first!).lowercased() : "target") + "s"
    }
}
