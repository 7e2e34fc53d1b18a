import ArgumentParser
import Headway

/// A day, as the command line says it: `2027-06-30`.
struct DayWord: ExpressibleByArgument {
    let date: LocalDateTime

    /// Days since 1970-01-01.
    var day: Int { date.day }

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], argument.utf8.allSatisfy({ $0 == 0x2d || (0x30...0x39).contains($0) }),
            let date = LocalDateTime(year: Int(parts[0])!, month: Int(parts[1])!, day: Int(parts[2])!)
        else { return nil }
        self.date = date
    }
}

/// A number of days, as the command line says it: `30d`, `4w` or `30`.
struct DaysWord: ExpressibleByArgument {
    /// 1 or more.
    let days: Int

    init(days: Int) { self.days = days }

    init?(argument: String) {
        let (digits, factor) =
            argument.hasSuffix("w")
            ? (argument.dropLast(), 7) : argument.hasSuffix("d") ? (argument.dropLast(), 1) : (argument[...], 1)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits), (1...100_000).contains(count)
        else {
            return nil
        }
        days = count * factor
    }

    var defaultValueDescription: String { "\(days)d" }
}
