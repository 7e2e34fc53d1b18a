import ArgumentParser
import Headway
import PlanReports

/// Finds risks by what people type, and those whose mitigation goes with theirs.
struct RiskLookup {
    private let plan: Plan
    private let events: [RiskModel.Event]

    init(_ plan: Plan, _ network: Network) { (self.plan, events) = (plan, network.values.risks.events) }

    /// The events (places in the risk model) whose mitigation is to be taken as in force.
    ///
    /// - Parameter words: ids of risks, or `all`.
    /// - Throws: a usage error for a word that names no risk with a mitigation that would change anything.
    func mitigations(_ words: [String]) throws -> Set<Int> {
        var chosen = Set<Int>()
        for word in words { chosen.formUnion(word == "all" && plan.risks.row(of: word) == nil ? try all() : [try event(word)]) }
        // Events that exclude each other share one draw: their mitigations come together.
        let branches = Set(chosen.filter { events[$0].isBranch }.map { events[$0].drawIdentity })
        chosen.formUnion(events.indices.filter { events[$0].isBranch && branches.contains(events[$0].drawIdentity) })
        return chosen
    }

    private func all() throws -> Set<Int> {
        let found = Set(events.indices.filter { hasMitigation(Int(events[$0].row)) })
        guard !found.isEmpty else {
            throw ValidationError(
                "--mitigate all: no risk has a mitigation; expected mitigated_probability in risks.csv, or mitigated_factor or "
                    + "mitigated_delay in impacts.csv")
        }
        return found
    }

    private func event(_ word: String) throws -> Int {
        guard let row = plan.risks.row(of: word) else {
            let nearest = NearestWords.to(word, of: plan.risks.rows.map { plan.risks.text(.id, $0) })
            throw ValidationError("--mitigate: no risk has the id \"\(printable(word))\"\(ForecastCommand.hint(nearest))")
        }
        guard hasMitigation(row) else {
            let nearest = NearestWords.to(word, of: plan.risks.rows.filter(hasMitigation).map { plan.risks.text(.id, $0) })
            throw ValidationError(
                "--mitigate: \(printable(word)) has no mitigation; expected mitigated_probability in risks.csv, or mitigated_factor or "
                    + "mitigated_delay in impacts.csv\(ForecastCommand.hint(nearest))")
        }
        guard let place = events.firstIndex(where: { $0.row == Int32(row) }) else {
            throw ValidationError("--mitigate: \(printable(word)) touches no unfinished task; its mitigation changes nothing")
        }
        return place
    }

    private func hasMitigation(_ row: Int) -> Bool {
        if plan.risks.number(.mitigatedProbability, row) != nil { return true }
        return plan.impacts.rows.contains { impact in
            plan.impacts.reference(.risk, impact) == row
                && (plan.impacts.number(.mitigatedFactor, impact) != nil
                    || plan.impacts.integer(.mitigatedDelay, impact) != nil)
        }
    }
}
