import ArgumentParser
import Headway
import PlanReports

/// Which baseline a command measures against: one of the plan's own by name, or another plan by path.
enum BaselineChoice {
    case named(String), file(String)

    /// What a word of `--baseline` means where a plan may be named too; a name of the plan's baselines wins.
    init(_ word: String, of plan: Plan) throws {
        if plan.baselines[word] != nil {
            self = .named(word)
        } else if !word.isEmpty, Machine.hasFile(word) {
            self = .file(word)
        } else {
            throw Self.unknown(word, in: plan, hint: ", and there is no plan folder or file of that name")
        }
    }

    /// The same; without a word the plan's only baseline.
    init(_ word: String?, orOnlyOf plan: Plan, path: String, asJSON: Bool) throws {
        if let word {
            try self.init(word, of: plan)
        } else {
            self = .named(
                try Self.only(of: plan, path: path, asJSON: asJSON, alternative: ", or --baseline with another plan,"))
        }
    }

    /// The baseline itself; another plan is read, compiled and scheduled.
    ///
    /// - Parameter level: whether another plan's people are held too.
    func baseline(_ run: inout Run, _ input: InputOptions, level: Bool = false) throws -> SlipBaseline {
        switch self {
        case .named(let name): return .table(name)
        case .file(let path):
            let (plan, schedule) = try run.schedule(ofOther: path, input, level: level)
            return .plan(plan, schedule, name: path)
        }
    }

    // MARK: names alone

    /// The baseline of a name; throws where the plan has none of that name.
    static func named(_ name: String, in plan: Plan) throws -> String {
        if plan.baselines[name] == nil { throw unknown(name, in: plan) }
        return name
    }

    /// The only baseline of a plan; throws where it has none or several.
    static func only(of plan: Plan, path: String, asJSON: Bool, alternative: String = "") throws -> String {
        let names = plan.baselines.keys.sorted()
        guard !names.isEmpty else {
            let fault = Fault(
                code: "no-baseline", file: "baselines",
                message: "expected a file baselines/NAME.csv\(alternative) to measure against (found none)")
            throw InputFaults(report: FaultReport([fault], count: 1), plan: path, asJSON: asJSON)
        }
        guard names.count == 1 else {
            let listed = printable(names.joined(separator: ", "))
            throw ValidationError("--baseline: the plan has \(names.count) baselines; say which: \(listed)")
        }
        return names[0]
    }

    private static func unknown(_ name: String, in plan: Plan, hint: String = "") -> ValidationError {
        let names = plan.baselines.keys.sorted()
        let known = names.isEmpty ? "the plan has none" : "the plan has: \(printable(names.joined(separator: ", ")))"
        return ValidationError("--baseline: no baseline is called \"\(printable(name))\"\(hint); \(known)")
    }
}
