/// What risks and drivers put on the driving paths of the targets asked for.
public struct EventContributions: Sendable {
    /// The targets, indices.
    public let targets: [Int]
    /// Replications.
    public let samples: Int
    /// By target, then by event of the network's risk model: minutes summed over replications.
    private let minutes: [Int64]
    private let eventCount: Int

    init(_ counters: [PathCounter], targets: [Int], events: Int, samples: Int) {
        (self.targets, self.samples, eventCount) = (targets, samples, events)
        var sums = [Int64](repeating: 0, count: targets.count * events)
        for counter in counters {
            for place in counter.eventMinutes.indices { sums[place] += counter.eventMinutes[place] }
        }
        minutes = sums
    }

    /// Sums that were kept in a file: by target, then by event.
    init(targets: [Int], samples: Int, minutes: [Int64], events: Int) {
        (self.targets, self.samples, self.minutes, eventCount) = (targets, samples, minutes, events)
    }

    /// Minutes of an event on a target's paths, summed over replications.
    func minutes(of event: Int, for target: Int) -> Int64 { minutes[targets.firstIndex(of: target)! * eventCount + event] }

    /// The mean of the minutes by which an event lengthens the tasks on a target's driving path: what they take less what they would take
    /// without it, where they lie there. Not what the finish would gain without it, which other paths bound: that takes another run.
    ///
    /// - Parameters:
    ///   - event: a place in the risk model's events.
    ///   - target: one of `targets`.
    public func meanMinutes(of event: Int, for target: Int) -> Double {
        guard let place = targets.firstIndex(of: target) else { return 0 }
        return Double(minutes[place * eventCount + event]) / Double(samples)
    }
}
