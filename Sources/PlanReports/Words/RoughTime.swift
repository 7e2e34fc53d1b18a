/// Spans of time as people say them, no finer than they are known.
enum RoughTime {
    /// Days around the clock in words: `9 days`, `about 3 weeks`, `about 5 months`, `about 2 years`.
    static func words(days: Int) -> String {
        let size = abs(days)
        if size < 14 { return Spelling.count(size, "day") }
        if size < 70 { return "about \(rounded(size, by: 7)) weeks" }
        if size < 700 { return "about \(rounded(size, by: 30.44)) months" }
        return "about \(rounded(size, by: 365.25)) years"
    }

    /// A standard error in working minutes as whole days, rounded up: ` ± 2 days`; empty for none.
    static func error(_ minutes: Double, minutesPerDay: Double) -> String {
        guard minutes > 0 else { return "" }
        return " ± " + Spelling.count(max(1, Int((minutes / minutesPerDay).rounded(.up))), "day")
    }

    private static func rounded(_ days: Int, by length: Double) -> Int { Int((Double(days) / length).rounded()) }
}
