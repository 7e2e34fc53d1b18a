import PlanModel

/// A finish as a histogram with the S-curve over it: how likely each date is, and how likely it is that all is done by then.
struct DistributionChart {
    /// One bar of the histogram.
    struct Bin {
        let from: LocalDateTime, to: LocalDateTime
        let count: Int
    }

    /// A date that is marked, as P80 or the due date.
    struct Mark {
        let date: LocalDateTime
        let word: String
        let ink: ChartInk
        let isDashed: Bool
    }

    let title: String, summary: String
    let bins: [Bin]
    /// Dates and the share, 0 to 1, of the samples done by then; both ascending.
    let curve: [(date: LocalDateTime, share: Double)]
    /// Those that matter most first.
    let marks: [Mark]
    let samples: Int

    private static let legend: [Legend.Key] = [
        .bar(.faint, "share of samples that finish then"), .line(.main, "share done by then (S-curve)"),
    ]

    /// The chart; `nil` without bins.
    func chart(_ format: Chart.Format) -> Chart? {
        let (width, left) = (format.width, TextMetrics().width(of: "100 %") + 10)
        let right = width - 12
        let dates = bins.flatMap { [$0.from, $0.to] } + marks.map(\.date)
        guard !bins.isEmpty, let scale = DateScale(over: dates, left: left, right: right) else { return nil }
        let legend = Legend(Self.legend, width: width - 8)
        var rail = LabelRail(left: left - 30, right: width - 2, rows: 5)
        let metrics = TextMetrics(isBold: true)
        let places = marks.map { rail.place(at: scale($0.date), width: metrics.width(of: $0.word)) }
        let rows = (places.compactMap { $0?.row }.max() ?? 0) + 1
        let top = legend.height + Double(rows) * 15 + 8
        let bottom = top + (format == .wide ? 190 : 150)
        let up = LinearScale(0...1, from: bottom, to: top)
        let most = Double(bins.map(\.count).max()!)
        var canvas = Canvas(width: format.width)
        legend.draw(on: &canvas, left: 4, top: 0)
        canvas.axisUp(up, left: left, right: right) { "\(Int(($0 * 100).rounded())) %" }
        canvas.axis(scale, top: bottom, bottom: bottom)
        for bin in bins where bin.count > 0 {
            let (low, high) = (scale(bin.from), scale(bin.to))
            let y = bottom - Double(bin.count) / most * (bottom - top) * 0.92
            canvas.rect(
                low, y, max(high - low - 1, 1.5), bottom - y, .faint,
                tip:
                    "\(Spelling.lastDay(bin.to)): \(Spelling.verb(bin.count, "sample", "samples")) of \(Spelling.count(samples))"
            )
        }
        canvas.path(curve.map { (scale($0.date), up($0.share)) }, .main, width: 2)
        for (mark, place) in zip(marks, places) {
            guard let place else { continue }
            let y = top - 8 - Double(place.row) * 15 - 3
            canvas.line(scale(mark.date), y + 7, scale(mark.date), bottom, ChartInk(stroke: mark.ink), isDashed: mark.isDashed)
            canvas.text(mark.word, place.x, y, mark.ink, anchor: .middle, isBold: true, isOverLines: true)
        }
        canvas.line(left, bottom, right, bottom, .rule)
        return Chart(title: title, summary: summary, width: width, height: bottom + 22, canvas: canvas)
    }
}

extension ChartInk {
    /// The ink of a line that belongs to words of an ink.
    fileprivate init(stroke ink: ChartInk) { self = ink == .text ? .rule : ink }
}
