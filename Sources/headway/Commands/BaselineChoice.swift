import ArgumentParser
import Headway
import PlanReports

/// Which baseline a command measures against.
enum BaselineChoice {
    /// The baseline of a name; throws where the plan has none of that name.
    static func named(_ name: String, in plan: Plan) throws -> String {
        if plan.baselines[name] != nil { return name }
        let names = plan.baselines.keys.sorted()
        let known = names.isEmpty ? "the plan has none" : "the plan has: \(printable(names.joined(separator: ", ")))"
        throw ValidationError("--baseline: no baseline is called \"\(printable(name))\"; \(known)")
    }
}
