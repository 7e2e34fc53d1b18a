public import PlanModel
public import PlanStatistics

/// Whether the rhythm of check-ins goes with the results of people's work: what the data say, and whether they can say it.
///
/// It is a hypothesis, not a cause: who meets less may do harder work, or have more people, or work under somebody who is short of time for both.
public struct RhythmResults: Sendable {
    /// Fewer people with both figures, or fewer managers, cannot carry it.
    public static let fewestPeople = 30, fewestManagers = 8

    /// Why nothing is shown.
    public enum Lack: Sendable, Equatable {
        /// So many people have both figures, of at least `fewestPeople`.
        case people(Int)
        /// They have so many managers, of at least `fewestManagers`.
        case managers(Int)
        /// All keep the rhythm alike, or all slip alike.
        case adherenceIsConstant, slipIsConstant
    }

    /// People with an adherence and a slip, and their managers.
    public let people: Int, managers: Int
    /// What is missing; empty where there is an association.
    public let lacks: [Lack]
    /// Rank correlation of adherence and slip, and working days of slip for the whole range of adherence (a tenth of it for ten points);
    /// `nil` where something is missing.
    public let association: ClusteredAssociation?
    /// What the resampling of managers is keyed by.
    public let seed: UInt64

    /// - Parameters:
    ///   - checkIns: of the plan.
    ///   - plan: the plan.
    ///   - slips: by person row, the mean finish slip of their tasks, working days; `nil` for people without such a task.
    ///   - seed: what resampling is keyed by.
    public init(of checkIns: CheckIns, in plan: Plan, slips: [Double?], seed: UInt64 = 1) {
        precondition(slips.count == plan.people.count)
        let subjects = Self.subjects(checkIns, plan, slips)
        // Numbered in the order of names, so that the order of rows changes no draw.
        let managers = Set(subjects.map(\.manager)).sorted { plan.isBefore($0, $1) }
        let numbers = Dictionary(uniqueKeysWithValues: managers.enumerated().map { ($1, Int32($0)) })
        (self.people, self.managers, self.seed) = (subjects.count, managers.count, seed)
        var lacks: [Lack] = []
        if subjects.count < Self.fewestPeople { lacks.append(.people(subjects.count)) }
        if managers.count < Self.fewestManagers { lacks.append(.managers(managers.count)) }
        let (x, y) = (subjects.map(\.adherence), subjects.map(\.slip))
        if lacks.isEmpty, x.allSatisfy({ $0 == x[0] }) { lacks.append(.adherenceIsConstant) }
        if lacks.isEmpty, y.allSatisfy({ $0 == y[0] }) { lacks.append(.slipIsConstant) }
        self.lacks = lacks
        association =
            lacks.isEmpty
            ? ClusteredAssociation(
                x: x, y: y, clusters: subjects.map { numbers[$0.manager]! }, clusterCount: managers.count, seed: seed) : nil
    }

    private struct Subject {
        var employee: Int32, manager: Int32, expected: Int, kept: Int, slip: Double
        var adherence: Double { Double(kept) / Double(expected) }
    }

    /// Everybody with both figures, under their last manager, in the order of names.
    private static func subjects(_ checkIns: CheckIns, _ plan: Plan, _ slips: [Double?]) -> [Subject] {
        var subjects: [Subject] = []
        for pair in checkIns.pairs where pair.expected > 0 {
            guard let slip = slips[Int(pair.employee)] else { continue }
            var subject = Subject(
                employee: pair.employee, manager: pair.manager, expected: pair.expected, kept: pair.kept, slip: slip)
            if let last = subjects.last, last.employee == pair.employee {
                subject.expected += last.expected
                subject.kept += last.kept
                subjects.removeLast()
            }
            subjects.append(subject)
        }
        return subjects.sorted { plan.isBefore($0.employee, $1.employee) }
    }
}

extension Plan {
    /// Whether one person's id stands before another's, rows of people.
    fileprivate func isBefore(_ left: Int32, _ right: Int32) -> Bool {
        NaturalOrder.isBefore(people.text(.id, Int(left)), people.text(.id, Int(right)))
    }
}
