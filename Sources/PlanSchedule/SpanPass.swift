import PlanModel
import PlanNetwork

/// The dates of a task that lasts as long as those around it, instants.
struct SpanDates: Sendable {
    var start: Int32, finish: Int32
    var lateStart: Int32, lateFinish: Int32
}

/// Finds the dates of spans from the tasks that they look at, after both passes.
///
/// A span begins with the earliest and ends with the latest of what it looks at; one that looks at nothing stands at the data date. What has
/// begun keeps its actual start, what is done its actual finish.
struct SpanPass {
    /// By node.
    private(set) var dates: [Int: SpanDates] = [:]
    private let network: Network
    private let early: [Int32], late: [Int32]

    init(_ network: Network, _ forward: ForwardPass, _ backward: BackwardPass) {
        (self.network, early, late) = (network, forward.earlyFinish, backward.lateFinish)
        for span in network.structure.spans { dates[Int(span.node)] = dates(of: span, planFinish: forward.finish) }
    }

    private func dates(of span: Span, planFinish: Int32) -> SpanDates {
        let node = Int(span.node)
        let calendar = network.structure.calendars[network.structure.calendar(of: node)]
        func reached(_ boundsStart: Bool, isLate: Bool) -> [Int32] {
            span.ties.filter { $0.boundsStart == boundsStart }.map { tie in
                lagged(end(Int(tie.node), start: tie.looksAtStart, isLate: isLate), tie.lag, calendar)
            }
        }
        let today = calendar.start(at: calendar.work(at: max(network.values.dataDate, network.epoch)))
        let start = reached(true, isLate: false).min() ?? today
        let lateStart = reached(true, isLate: true).min() ?? (span.ties.isEmpty ? planFinish : start)
        let finish = max(reached(false, isLate: false).max() ?? start, start)
        let lateFinish = max(reached(false, isLate: true).max() ?? lateStart, lateStart)
        var result = SpanDates(start: start, finish: finish, lateStart: lateStart, lateFinish: lateFinish)
        keepActuals(node, today, &result)
        return result
    }

    private func keepActuals(_ node: Int, _ today: Int32, _ dates: inout SpanDates) {
        guard !network.values.progress.isEmpty else { return }
        if network.values.actualFinish[node] >= 0 {
            let (start, finish) = (network.values.actualStart[node], network.values.actualFinish[node])
            dates = SpanDates(start: start, finish: finish, lateStart: start, lateFinish: finish)
        } else if network.values.actualStart[node] >= 0 {
            dates.start = max(dates.start, today)
            dates.finish = max(dates.finish, dates.start)
        }
    }

    /// One end of another task, an instant: actual where it has happened.
    private func end(_ node: Int, start: Bool, isLate: Bool) -> Int32 {
        let values = network.values
        let actual = values.progress.isEmpty ? -1 : (start ? values.actualStart : values.actualFinish)[node]
        if actual >= 0 { return actual }
        if let span = dates[node] {
            return isLate ? (start ? span.lateStart : span.lateFinish) : (start ? span.start : span.finish)
        }
        let calendar = network.structure.calendars[network.structure.calendar(of: node)]
        let finish = isLate ? late[node] : early[node]
        return start && values.remaining[node] > 0
            ? calendar.start(at: finish - values.remaining[node]) : calendar.finish(at: finish)
    }

    private func lagged(_ instant: Int32, _ lag: Lag, _ calendar: WorkingTime) -> Int32 {
        guard lag.minutes != 0 else { return instant }
        return lag.isElapsed ? max(instant + lag.minutes, 0) : calendar.finish(at: calendar.work(at: instant) + lag.minutes)
    }
}
