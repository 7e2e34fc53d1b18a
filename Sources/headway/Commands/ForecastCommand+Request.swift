import ArgumentParser
import Headway
import PlanReports

/// From the words of the command line to targets and risks.
extension ForecastCommand {
    /// What the report is to show.
    func request(_ plan: Plan, _ network: Network, savedBy: String?) throws -> ForecastRequest {
        let lookup = TargetLookup(plan, network)
        let named = Set(try target.map { try Self.find($0, lookup, "--target") }).sorted()
        let all = Array(1..<network.structure.targets.count)
        let whole = output.format == .text ? ForecastReport.headTargets(of: network) : all
        var request = ForecastRequest(targets: named.isEmpty ? whole : named)
        request.subsets = try showing.jointOf.map { try subset($0, lookup, network) }
        request.showsTogether = showing.joint
        request.listsGoals = showing.goals
        request.table = showing.joint || !showing.jointOf.isEmpty ? .pairs : showing.goals ? .goals : .targets
        request.savedBy = savedBy
        return request
    }

    /// The target that a word of an option names.
    static func find(_ word: String, _ lookup: TargetLookup, _ option: String) throws -> Int {
        switch lookup.find(word) {
        case .found(let index): return index
        case .ambiguous(let words):
            throw ValidationError(
                "\(option): \(printable(word)) names several; say which: \(printable(words.joined(separator: " or ")))")
        case .unknown(let nearest):
            throw ValidationError(
                "\(option): no initiative, goal or project has the id \"\(printable(word))\"\(hint(nearest))")
        }
    }

    static func hint(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : "; nearest: \(printable(nearest.joined(separator: ", ")))"
    }

    /// A set of targets, each of which can be on time or late.
    private func subset(_ words: String, _ lookup: TargetLookup, _ network: Network) throws -> [Int] {
        let parts = words.split(separator: ",", omittingEmptySubsequences: false).map { word in
            String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let found = try parts.map { try Self.find($0, lookup, "--joint-of") }
        guard found.count > 1, Set(found).count == found.count else {
            throw ValidationError("--joint-of: expected two or more different ids, as I1,I2 (found \"\(printable(words))\")")
        }
        let tree = network.structure.targets
        for (target, word) in zip(found, parts) where tree.due[target] == Int32.max {
            throw ValidationError("--joint-of: \(printable(word)) has no due date; it is neither on time nor late")
        }
        for (target, word) in zip(found, parts) where !Self.hasTask(target, tree) {
            throw ValidationError("--joint-of: \(printable(word)) has no task; it has no finish to forecast")
        }
        return found
    }

    static func hasTask(_ target: Int, _ tree: TargetTree) -> Bool {
        !tree.members[target].isEmpty || tree.children[target].contains { hasTask(Int(tree.children.items[$0]), tree) }
    }

    /// A forecast that was kept shows no more targets than it has.
    func refuseWhatIsNotKept(_ asked: ForecastRequest, _ forecast: Forecast, _ plan: Plan) throws {
        let wanted = (target.isEmpty ? [] : asked.targets) + asked.subsets.joined()
        let walked = Set(forecast.criticality.targets)
        if wanted.allSatisfy(forecast.keeps) {
            guard target.isEmpty || asked.targets.allSatisfy(walked.contains) else {
                throw ValidationError(
                    "--saved: the file holds the finishes of all targets that are asked for, but not what drives them; name them "
                        + "with --target where it is saved")
            }
            return
        }
        throw ValidationError(
            "--saved: the file does not hold all targets that are asked for; keep them with --save and no --target, or name them there"
        )
    }

    /// The network with the mitigations in force that are to be assumed.
    func mitigated(_ network: Network, _ plan: Plan) throws -> Network {
        guard !drawing.mitigate.isEmpty else { return network }
        var result = network
        let chosen = try RiskLookup(plan, network).mitigations(drawing.mitigate)
        result.values.risks = network.values.risks.mitigating(chosen, true)
        return result
    }
}
