import PlanModel

/// A stretch of time laid over the columns of a terminal.
struct DateAxis {
    let from: LocalDateTime
    let to: LocalDateTime
    /// Columns, 2 or more.
    let width: Int

    /// An axis from the first to the last of some dates.
    init?(over dates: [LocalDateTime], width: Int) {
        guard let first = dates.min(), let last = dates.max(), width >= 2 else { return nil }
        (from, self.width) = (first, width)
        to = max(last, LocalDateTime(minutes: first.minutes + 1440))
    }

    /// The column of a date, 0 ..< `width`; dates outside stand at the ends.
    func column(_ date: LocalDateTime) -> Int {
        let (span, place) = (Double(to.minutes) - Double(from.minutes), Double(date.minutes) - Double(from.minutes))
        return min(max(Int((place / span * Double(width - 1)).rounded()), 0), width - 1)
    }

    /// Round dates with their labels, far enough apart that labels do not touch.
    func ticks() -> [(column: Int, label: String)] {
        let days = Double(to.minutes - from.minutes) / 1440
        func fits(_ step: Double, _ label: Int) -> Bool { Double(width) * step / max(days, 1) >= Double(label + 2) }
        if let step = [1, 2, 7, 14].first(where: { fits(Double($0), 6) }) { return dayTicks(step) }
        let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].first { fits(Double($0) * 30.4, 8) } ?? 1200
        return monthTicks(step)
    }

    /// The labels in one line.
    func labels() -> String {
        var line = ""
        for (column, label) in ticks() where column >= line.count && column + label.count <= width {
            line += String(repeating: " ", count: column - line.count) + label + " "
        }
        return line.last == " " ? String(line.dropLast()) : line
    }

    private func dayTicks(_ step: Int) -> [(column: Int, label: String)] {
        let first = (from.day + step - 1) / step * step
        return stride(from: first, through: to.day, by: step).map { day in
            let date = LocalDateTime(minutes: Int32(day * 1440))
            return (column(date), "\(date.date.day) \(Spelling.months[date.date.month - 1])")
        }.filter { $0.column > 0 || first == from.day }
    }

    private func monthTicks(_ step: Int) -> [(column: Int, label: String)] {
        let (first, last) = (months(from), months(to))
        return stride(from: (first + step - 1) / step * step, through: last, by: step).compactMap { month in
            guard let date = LocalDateTime(year: month / 12, month: month % 12 + 1, day: 1), date >= from else { return nil }
            return (column(date), Spelling.month(date))
        }
    }

    private func months(_ date: LocalDateTime) -> Int { date.date.year * 12 + date.date.month - 1 }
}
