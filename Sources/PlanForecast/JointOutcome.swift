import PlanNetwork
public import PlanStatistics

/// How often several targets were on time in the same replications: together, in pairs, and one where another is late.
public struct JointOutcome: Sendable {
    /// The targets, indices; one or more.
    public let targets: [Int]
    /// The share of replications in which all were on time.
    public let all: Proportion
    /// In which replications each was on time, by place in `targets`.
    private let records: [OnTimeRecord]

    init(targets: [Int], records: [OnTimeRecord]) {
        (self.targets, self.records) = (targets, records)
        all = records.dropFirst().reduce(records[0], &).share
    }

    /// The share of replications in which a target was on time.
    ///
    /// - Parameter place: in `targets`.
    public func alone(_ place: Int) -> Proportion { records[place].share }

    /// The share of replications in which two targets were on time.
    ///
    /// - Parameters:
    ///   - first: a place in `targets`.
    ///   - second: another one.
    public func both(_ first: Int, _ second: Int) -> Proportion { (records[first] & records[second]).share }

    /// How often a target is on time where another one is, and where it is late.
    ///
    /// - Parameters:
    ///   - place: of the target that is asked for, in `targets`.
    ///   - condition: the place of the other one.
    /// - Complexity: O(samples / 64).
    public func conditional(of place: Int, given condition: Int) -> JointConditional {
        JointConditional(of: records[place], given: records[condition])
    }
}

extension Forecast {
    /// How often targets were on time together; `nil` where there are none, or one of them has no due date, no task, or was not kept.
    ///
    /// - Parameter targets: indices.
    /// - Complexity: O(targets × samples).
    public func joint(_ targets: [Int]) -> JointOutcome? {
        let records = targets.compactMap(onTimeRecord)
        return records.count == targets.count && !records.isEmpty ? JointOutcome(targets: targets, records: records) : nil
    }

    /// In which replications a target was on time; `nil` without a due date or a task.
    private func onTimeRecord(_ target: Int) -> OnTimeRecord? {
        let due = network.structure.targets.due[target]
        guard due != Int32.max else { return nil }
        guard let positions = finishes.positions(of: target) else {
            return actualFinish(target).map { finish in
                OnTimeRecord(count: settings.samples, isStratified: settings.isStratified) { _ in finish <= due }
            }
        }
        let limit = due < network.epoch ? -1 : network.structure.calendars[Int(finishes.axis[target])].work(at: due)
        return OnTimeRecord(count: positions.count, isStratified: settings.isStratified) { positions[$0] <= limit }
    }
}
