import PlanModel

/// In what unit the slips of one ledger are told: days, hours or minutes, the coarsest of which its lines fill one.
struct SlipScale: Sendable {
    /// Working minutes of a unit, and how many parts of it are told.
    private let minutesPerUnit: Int
    /// How many of what is told make a unit.
    let parts: Int
    /// `d`, `h` or `min`.
    let symbol: String
    private let noun: String

    /// Whether the unit is a day.
    var isDays: Bool { symbol == "d" }

    /// The scale for some amounts, working minutes.
    init(of amounts: some Sequence<Int>, _ units: WorkUnits) {
        let most = amounts.lazy.map(\.magnitude).max() ?? 0
        let hasDays = most == 0 || most >= units.minutesPerDay
        self = hasDays ? .init(days: units) : most >= 60 ? .init(60, 10, "h", "hour") : .init(1, 1, "min", "minute")
    }

    /// Working days.
    init(days units: WorkUnits) { self.init(units.minutesPerDay, 10, "d", "day") }

    private init(_ minutesPerUnit: Int, _ parts: Int, _ symbol: String, _ noun: String) {
        (self.minutesPerUnit, self.parts, self.symbol, self.noun) = (minutesPerUnit, parts, symbol, noun)
    }

    /// Amounts as parts of a unit (tenths of a day, say) that add up to their rounded sum: largest remainders are rounded up.
    func shares(of amounts: [Int]) -> [Int] {
        var (shares, rests) = ([Int](), [Int]())
        for amount in amounts {
            let rest = (amount * parts) % minutesPerUnit
            rests.append(rest < 0 ? rest + minutesPerUnit : rest)
            shares.append((amount * parts - rests[rests.count - 1]) / minutesPerUnit)
        }
        let missing = share(of: amounts.reduce(0, +)) - shares.reduce(0, +)
        for place in amounts.indices.sorted(by: { (rests[$1], $0) < (rests[$0], $1) }).prefix(missing) { shares[place] += 1 }
        return shares
    }

    /// One amount, rounded: halves away from zero.
    func share(of amount: Int) -> Int { Int((Double(amount) * Double(parts) / Double(minutesPerUnit)).rounded()) }

    /// A share with the unit's symbol: `12.5 d`, `-3 d`.
    func text(_ share: Int) -> String { "\(number(share)) \(symbol)" }

    /// A share's size in words: `1 day`, `12.5 days`.
    func words(_ share: Int, _ adjective: String = "") -> String {
        let size = Int(share.magnitude)
        return "\(number(size)) \(adjective)\(noun)\(size == parts ? "" : "s")"
    }

    /// A share without the unit.
    func number(_ share: Int) -> String {
        let (size, rest) = (Int(share.magnitude) / parts, Int(share.magnitude) % parts)
        return (share < 0 ? "-" : "") + Spelling.count(size) + (rest == 0 ? "" : ".\(rest)")
    }
}
