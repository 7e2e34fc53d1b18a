import PlanModel

/// What was done until now as a line, and what will be as a fan: the further ahead, the less sure.
struct FanChart {
    /// The state of all samples at a date.
    struct Slice {
        let date: LocalDateTime
        let p10: Double, p25: Double, p50: Double, p75: Double, p90: Double
    }

    let title: String, summary: String
    /// How much was done by when, ascending; the last at the data date.
    let past: [(date: LocalDateTime, done: Double)]
    /// How much will be done by when, ascending; the first at the data date.
    let future: [Slice]
    /// What the baseline planned; empty without one.
    let planned: [(date: LocalDateTime, done: Double)]
    /// All there is to do.
    let total: Double

    /// The chart; `nil` without a future.
    func chart(_ format: Chart.Format) -> Chart? {
        let width = format.width
        let left = TextMetrics().width(of: Spelling.count(Int(total))) + 16
        let right = width - 12
        let dates = past.map(\.date) + future.map(\.date) + planned.map(\.date)
        guard future.count > 1, total > 0, let scale = DateScale(over: dates, left: left, right: right) else { return nil }
        let keys: [Legend.Key] =
            [.line(.text, "done"), .line(.main, "P50"), .bar(.load2, "P25 to P75"), .bar(.load1, "P10 to P90")]
            + (planned.isEmpty ? [] : [.dashed(.second, "by the baseline")])
        let legend = Legend(keys, width: width - 8)
        let top = legend.height + 22
        let bottom = top + (format == .wide ? 220 : 170)
        let up = LinearScale(0...total, from: bottom, to: top)
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        canvas.axisUp(up, left: left, right: right) { Spelling.count(Int($0)) }
        canvas.axis(scale, top: top, bottom: bottom)
        canvas.area(band(\.p10, \.p90, scale, up), .load1)
        canvas.area(band(\.p25, \.p75, scale, up), .load2)
        canvas.path(planned.map { (scale($0.date), up($0.done)) }, .second, isDashed: true)
        canvas.path(future.map { (scale($0.date), up($0.p50)) }, .main, width: 2)
        canvas.path(past.map { (scale($0.date), up($0.done)) }, .text, width: 2)
        let today = scale(future[0].date)
        canvas.line(today, top, today, bottom, .rule, isDashed: true)
        var rail = LabelRail(left: left, right: right, rows: 1)
        if let place = rail.place(at: today, width: TextMetrics().width(of: "data date")) {
            canvas.text("data date", place.x, top - 10, .muted, anchor: .middle)
        }
        canvas.line(left, bottom, right, bottom, .rule)
        return Chart(title: title, summary: summary, width: width, height: bottom + 22, canvas: canvas)
    }

    private func band(
        _ low: KeyPath<Slice, Double>, _ high: KeyPath<Slice, Double>, _ scale: DateScale, _ up: LinearScale
    ) -> [(x: Double, y: Double)] {
        future.map { (scale($0.date), up($0[keyPath: high])) }
            + future.reversed().map { (scale($0.date), up($0[keyPath: low])) }
    }
}
