public import PlanModel

/// What every result begins with: which program, which plan, which data.
public struct ResultHead: Sendable {
    /// The version of Headway.
    public static let version = "0.1.0"

    /// The plan's name; `nil` where it could not be read.
    public let plan: String?
    /// The data date; `nil` where it could not be read.
    public let dataDate: LocalDateTime?
    /// The digest of all that was read; `nil` where it could not be read.
    public let inputHash: String?

    /// The head of a plan's results.
    public init(of plan: Plan) {
        (self.plan, dataDate, inputHash) = (plan.settings.name, plan.settings.dataDate, plan.inputHash)
    }

    /// The head of results about something that is no plan.
    public init() { (plan, dataDate, inputHash) = (nil, nil, nil) }

    func write(to json: inout JSONWriter) {
        json.field("headway", Self.version)
        json.field("plan", plan)
        json.field("dataDate", dataDate)
        json.field("inputHash", inputHash)
    }
}
