import ArgumentParser
import Headway
import PlanReports

/// What `--target` names where tasks count as targets.
enum PathEndOption {
    /// The targets and tasks of some words, each once.
    static func ends(_ words: [String], _ plan: Plan, _ network: Network) throws -> [PathEnd] {
        let lookup = PathEndLookup(plan, network)
        var ends: [PathEnd] = []
        for word in words {
            switch lookup.find(word) {
            case .found(let end): if !ends.contains(end) { ends.append(end) }
            case .ambiguous(let words):
                throw ValidationError(
                    "--target: \(printable(word)) names several; say which: \(printable(words.joined(separator: " or ")))")
            case .unknown(let nearest):
                throw ValidationError(
                    "--target: no initiative, goal, project or task has the id \"\(printable(word))\""
                        + ForecastCommand.hint(nearest))
            }
        }
        return ends
    }
}
