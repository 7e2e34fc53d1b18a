import PlanModel
import PlanNetwork

/// Whether each person can tell which initiative their own work serves.
///
/// A person has a line of sight who is assigned to an open task that serves an initiative (or whose team is), who has a standing duty for a goal
/// that serves one, or who answers for an initiative, a goal, a project or an open task that does. That a person manages people who have one
/// is not enough: the line has to be their own.
public struct LinesOfSight: Sendable {
    /// What a person does, and whether an initiative can be seen from there.
    public enum Sight: UInt8, Sendable {
        /// Their work, a duty or what they answer for serves an initiative.
        case clear
        /// They have open work, duties for a goal or something to answer for, none of which serves an initiative.
        case elsewhere
        /// They have standing duties alone, and these name no goal.
        case dutiesAlone
        /// They have nothing in the plan.
        case nothing
    }

    /// Each person's, by row.
    public internal(set) var ofPerson: [Sight]

    init(_ cascade: Cascade, _ network: Network, _ capacity: CapacityModel) {
        let plan = cascade.plan
        ofPerson = Array(repeating: .nothing, count: plan.people.count)
        addDuties(cascade)
        addOwners(cascade)
        var teams = [Sight](repeating: .nothing, count: plan.teams.count)
        for task in cascade.effort.isOpen.indices where cascade.effort.isOpen[task] {
            let sight: Sight = cascade.serves(task: task) ? .clear : .elsewhere
            if let owner = cascade.tasks.owner(task) { see(owner, sight) }
            for place in capacity.demands(of: Int(network.structure.nodeOfTask[task])) {
                let resource = Int(capacity.demandResource[place])
                if resource < capacity.personCount {
                    see(resource, sight)
                } else {
                    teams[resource - capacity.personCount] = min(teams[resource - capacity.personCount], sight)
                }
            }
        }
        for person in ofPerson.indices { plan.people.reference(.team, person).map { see(person, teams[$0]) } }
    }

    private mutating func see(_ person: Int, _ sight: Sight) { ofPerson[person] = min(ofPerson[person], sight) }

    private mutating func addDuties(_ cascade: Cascade) {
        let duties = cascade.plan.responsibilities
        for row in duties.rows {
            guard let person = duties.reference(.person, row) else { continue }
            let goal = duties.reference(.goal, row).map { cascade.tree.target(.goal, row: $0) }
            see(person, goal.map { cascade.serves[$0] ? .clear : .elsewhere } ?? .dutiesAlone)
        }
    }

    private mutating func addOwners(_ cascade: Cascade) {
        for element in 1..<max(cascade.tree.count, 1) where cascade.isOpen(element) {
            if let owner = cascade.owner(element) { see(owner, cascade.serves[element] ? .clear : .elsewhere) }
        }
    }
}

extension LinesOfSight.Sight: Comparable {
    /// The clearer sight comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
