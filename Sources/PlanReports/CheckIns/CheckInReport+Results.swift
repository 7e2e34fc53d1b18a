import PlanModel
import PlanMonitoring
import PlanStatistics

/// Whether check-ins go with results, in words that say no more than the data.
extension CheckInReport {
    func resultLines(_ style: Style) -> [String] {
        guard let results else { return [] }
        let words = results.association.map { associationWords($0, results) } ?? [lackWords(results)]
        return ["", style.heading("Check-ins beside results")]
            + words.flatMap { wrapped($0, width: style.width - 2) }.map { "  " + $0 }
    }

    private func associationWords(_ association: ClusteredAssociation, _ results: RhythmResults) -> [String] {
        let rho = association.rankCorrelation
        var words = [
            "Of \(Spelling.verb(results.people, "person", "people")) of \(Spelling.count(results.managers, "manager")): the share of check-ins held and the mean finish slip from "
                + "\"\(printable(baseline))\" of the tasks that each is assigned to, finished or under way, have a rank correlation of \(Self.number(rho.value, 2)) "
                + "(95 % interval \(Self.number(rho.low, 2)) to \(Self.number(rho.high, 2)))."
        ]
        if let slope = association.slope {
            words.append(
                "Ten points more of check-ins go with \(Self.number(slope.value / 10, 2)) working days of slip (95 % interval \(Self.number(slope.low / 10, 2)) to "
                    + "\(Self.number(slope.high / 10, 2)); median of the slopes between any two people).")
        }
        words.append(
            rho.low > 0 || rho.high < 0
                ? "The interval leaves out 0, so the two go together in these data. That is a hypothesis to look into and no more: hard work, a large team or a lack of time may stand behind both, and it need "
                    + "not hold for any one team."
                : "The interval holds 0: these data do not show that the two go together. Whether they do remains a hypothesis."
        )
        words.append(
            "Intervals from \(Spelling.count(ClusteredAssociation.replications)) samples of managers drawn with seed \(results.seed), as people of one manager are not independent."
        )
        return words
    }

    private func lackWords(_ results: RhythmResults) -> String {
        let lacks = results.lacks.map { lack in
            switch lack {
            case .people(let count):
                "\(Spelling.verb(count, "person has", "people have")) both check-ins due and tasks with a slip, of at least \(RhythmResults.fewestPeople)"
            case .managers(let count):
                "they have \(Spelling.count(count, "manager")), of at least \(RhythmResults.fewestManagers)"
            case .adherenceIsConstant: "all keep the rhythm alike"
            case .slipIsConstant: "the tasks of all slip alike"
            }
        }
        return "Whether check-ins go with results cannot be told: \(Spelling.list(lacks))."
    }

    /// A number to so many decimals, with a true minus sign and without a negative zero.
    static func number(_ value: Double, _ decimals: Int) -> String {
        let scale = decimals == 2 ? 100.0 : 10
        let whole = Int((value * scale).rounded())
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (whole < 0 ? "−" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
