import PlanModel
public import PlanNetwork

/// The months in which work is left, or quarters or years where there are too many months to show.
public struct LoadSpans: Sendable {
    /// Instants, one span after another.
    public let ranges: [Range<Int32>]
    /// `May 2028`, `Q2 2028`, `2028`.
    let names: [String]
    /// `month`, `quarter` or `year`.
    let word: String

    /// No more columns than this.
    private static let most = 24

    /// The spans from the data date to a finish.
    ///
    /// - Parameters:
    ///   - network: as compiled.
    ///   - finish: the last finish, an instant.
    public init(of network: Network, until finish: Int32) {
        let first = network.date(of: network.values.dataDate)
        let last = network.date(of: max(finish, network.values.dataDate + 1))
        let months = Self.months(last) - Self.months(first) + 1
        let length = [1, 3].first { months / $0 < Self.most } ?? 12
        word = length == 1 ? "month" : length == 3 ? "quarter" : "year"
        let begin = Self.months(first) / length * length
        // A plan of centuries shows its first years; the rest is in the last one.
        let count = min((Self.months(last) - begin) / length + 1, 3 * Self.most)
        var (ranges, names): ([Range<Int32>], [String]) = ([], [])
        for place in 0..<count {
            let month = begin + place * length
            let start = max(Self.instant(month, network), network.values.dataDate)
            let end = place == count - 1 ? max(finish, start) + 1 : max(Self.instant(month + length, network), start)
            ranges.append(start..<end)
            names.append(Self.name(month, length))
        }
        (self.ranges, self.names) = (ranges, names)
    }

    private static func name(_ month: Int, _ length: Int) -> String {
        switch length {
        case 1: "\(Spelling.months[month % 12]) \(month / 12)"
        case 3: "Q\(month % 12 / 3 + 1) \(month / 12)"
        default: "\(month / 12)"
        }
    }

    private static func months(_ date: LocalDateTime) -> Int { date.date.year * 12 + date.date.month - 1 }

    private static func instant(_ month: Int, _ network: Network) -> Int32 {
        LocalDateTime(year: month / 12, month: month % 12 + 1, day: 1).map(network.instant) ?? Int32.max - 1
    }
}
