import Foundation
import Headway
import PlanStatistics

/// Holds forecasts of plans with a known law against it, under many seeds: whether 95 % intervals hold the truth in 95 % of them, and
/// whether finishes follow the law. Prints a table and ends with 1 when a figure leaves its bar. `coverage.md` tells what it found.
@main struct Coverage {
    /// Per cent of the seeds: 95 ± 2.03 standard deviations at 1,000 seeds, ± 6.4 at 10,000.
    static let bar = 93.6...96.4
    /// χ² with 19 degrees of freedom, 1e-4 at either end.
    static let chiSquareBar = 3.97...50.80

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { $0 }
        if arguments == ["tails"] { return try WideTails.print() }
        guard arguments.count <= 2, let seeds = Int(arguments.first ?? "10000"), seeds > 1,
            let first = UInt64(arguments.count > 1 ? arguments[1] : "1")
        else {
            print("usage: Coverage [SEEDS=10000] [FIRST=1] | Coverage tails")
            exit(2)
        }
        print(
            "\(seeds) seeds from \(first), \(SeedStudy.samples) replications each; per cent of seeds whose 95 % interval holds the truth"
        )
        print(row("plan", "draws", ["P50", "P80", "P95", "on time", "mean"], ["PIT", "pooled"], ["d50", "d80", "d95"]))
        var (leavers, ratios): ([String], [String]) = ([], [])
        for known in KnownPlan.all {
            let law = known.law
            let network = try Network(compiling: known.plan(dueDay: law.quantile(0.7) / 1440))
            let studies = [false, true].map {
                SeedStudy(network, law, isStratified: $0, firstSeed: first, seeds: seeds)
            }
            for (study, draws) in zip(studies, ["plain", "stratified"]) {
                print(line(known.name, draws, study))
                leavers += judged(study, "\(known.name), \(draws)", pools: draws == "plain")
            }
            let quotients = zip(studies[1].variances, studies[0].variances).map { text($0 / $1, 3) }
            ratios.append(row(known.name, "", quotients, [], []))
        }
        print("\nvariance over the seeds, stratified / plain\n" + row("plan", "", ["P50", "P80", "P95", "mean"], [], []))
        print(ratios.joined(separator: "\n"))
        for leaver in leavers { print("OUT OF BAR: \(leaver)") }
        exit(leavers.isEmpty ? 0 : 1)
    }

    private static func line(_ name: String, _ draws: String, _ study: SeedStudy) -> String {
        row(
            name, draws, study.coverage.map { text($0, 2) },
            [text(SeedStudy.chiSquare(study.single), 1), text(SeedStudy.chiSquare(study.pooled), 1)],
            study.meanDesignEffects.map { text($0, 3) })
    }

    /// What of a study is out of its bar. Pooled finishes are judged for plain draws: stratified ones are more even than chance.
    private static func judged(_ study: SeedStudy, _ name: String, pools: Bool) -> [String] {
        var leavers: [String] = []
        for (figure, percent) in zip(["P50", "P80", "P95", "on time", "mean"], study.coverage) where !bar.contains(percent) {
            leavers.append("\(name): \(figure) \(text(percent, 2)) % (bar \(bar.lowerBound) … \(bar.upperBound))")
        }
        for (figure, counts) in [("PIT", study.single)] + (pools ? [("pooled PIT", study.pooled)] : []) {
            let found = SeedStudy.chiSquare(counts)
            if !chiSquareBar.contains(found) {
                leavers.append("\(name): \(figure) χ² \(text(found, 1)), 19 degrees of freedom")
            }
        }
        return leavers
    }

    private static func row(_ name: String, _ draws: String, _ figures: [String], _ fits: [String], _ effects: [String])
        -> String
    {
        let cells = figures.map { right($0, 8) } + fits.map { right($0, 8) } + effects.map { right($0, 7) }
        return left(name, 16) + left(draws, 11) + cells.joined()
    }

    static func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
