import PlanModel
import PlanNetwork

/// Who answers for initiatives, goals and projects, and whether they should or can.
public struct Ownership: Sendable {
    /// An initiative that somebody of the HR function answers for, while others do its work.
    public struct Foreign: Sendable, Equatable {
        /// The initiative and its owner, rows.
        public let initiative: Int32, owner: Int32
        /// The unit that carries most of its work left, and the share of that work, 0 … 1.
        public let unit: String, share: Double
        /// The share that the HR function carries.
        public let ownShare: Double
    }

    /// Somebody who answers for more than they can.
    public struct Heavy: Sendable, Equatable {
        /// Who, a row.
        public let person: Int32
        /// How many open elements they answer for.
        public let initiatives: Int, goals: Int, projects: Int
        /// All of these.
        public var total: Int { initiatives + goals + projects }
    }

    /// An initiative of whose work one person carries a great part.
    public struct SinglePoint: Sendable, Equatable {
        /// The initiative and the person, rows.
        public let initiative: Int32, person: Int32
        /// What the person carries, and all that the initiative keeps.
        public let minutes: Int64, total: Int64
        /// The person's share, 0 … 1.
        public var share: Double { Double(minutes) / Double(total) }
    }

    /// Initiatives of others in the hands of HR: the owner's unit is of HR, and another unit carries more of the work left than all of HR. Where
    /// no unit carries any, nothing is said.
    public internal(set) var foreign: [Foreign] = []
    /// People who answer for more open initiatives, goals and projects than the settings allow.
    public internal(set) var heavy: [Heavy] = []
    /// By initiative who carries most of its work; `nil` where no person carries any.
    public internal(set) var mainCarriers: [SinglePoint?]
    /// Those of them who carry at least the settings' share.
    public internal(set) var singlePoints: [SinglePoint] = []

    init(
        _ cascade: Cascade, _ flow: EffortFlow, _ carried: CarriedEffort, _ groups: GroupedEffort, _ capacity: CapacityModel,
        _ settings: AlignmentSettings
    ) {
        mainCarriers = Self.mainCarriers(flow, carried, capacity)
        singlePoints = mainCarriers.compactMap(\.self).filter { $0.share >= settings.singlePointShare }
        addForeign(cascade, groups, HRUnits(settings.hrUnits))
        addHeavy(cascade, settings.mostOwned)
    }

    /// Equal carriers: the one whose name's hash comes first.
    private static func mainCarriers(_ flow: EffortFlow, _ carried: CarriedEffort, _ capacity: CapacityModel) -> [SinglePoint?]
    {
        var most = [(person: Int, minutes: Int64)?](repeating: nil, count: flow.ofInitiative.count)
        for person in 0..<carried.personCount {
            for place in carried.byCarrier[person] where carried.byCarrier.purposes[place] > 0 {
                let (row, minutes) = (Int(carried.byCarrier.purposes[place]) - 1, carried.byCarrier.minutes[place])
                if let held = most[row] {
                    let isMore = minutes > held.minutes
                    let isFirst = minutes == held.minutes && capacity.identities[person] < capacity.identities[held.person]
                    guard isMore || isFirst else { continue }
                }
                most[row] = (person, minutes)
            }
        }
        return most.enumerated().map { row, held in
            held.map {
                SinglePoint(
                    initiative: Int32(row), person: Int32($0.person), minutes: $0.minutes, total: flow.ofInitiative[row])
            }
        }
    }

    private mutating func addForeign(_ cascade: Cascade, _ groups: GroupedEffort, _ hr: HRUnits) {
        let plan = cascade.plan
        let isHR = groups.unitNames.map(hr.contains)
        for row in plan.initiatives.rows where cascade.isOpen(cascade.tree.target(.initiative, row: row)) {
            guard let owner = plan.initiatives.reference(.owner, row), hr.contains(plan.people.text(.unit, owner)) else {
                continue
            }
            let minutes = groups.unitNames.indices.map { groups.units.minutes($0, for: row + 1) }
            let all = minutes.reduce(0, +)
            let own = minutes.indices.reduce(Int64(0)) { $0 + (isHR[$1] ? minutes[$1] : 0) }
            let others = minutes.indices.filter { !isHR[$0] && minutes[$0] > 0 }
            let most = others.max {
                minutes[$0] != minutes[$1]
                    ? minutes[$0] < minutes[$1] : NaturalOrder.isBefore(groups.unitNames[$1], groups.unitNames[$0])
            }
            guard let most, minutes[most] > own else { continue }
            foreign.append(
                Foreign(
                    initiative: Int32(row), owner: Int32(owner), unit: groups.unitNames[most],
                    share: Double(minutes[most]) / Double(all), ownShare: Double(own) / Double(all)))
        }
    }

    private mutating func addHeavy(_ cascade: Cascade, _ most: Int) {
        var counts = [(Int32, Int32, Int32)](repeating: (0, 0, 0), count: cascade.plan.people.count)
        for element in 1..<max(cascade.tree.count, 1) where cascade.isOpen(element) {
            guard let owner = cascade.owner(element) else { continue }
            switch cascade.tree.kind(element) {
            case .plan: break
            case .initiative: counts[owner].0 += 1
            case .goal: counts[owner].1 += 1
            case .project: counts[owner].2 += 1
            }
        }
        for (person, count) in counts.enumerated() where Int(count.0 + count.1 + count.2) > most {
            heavy.append(
                Heavy(person: Int32(person), initiatives: Int(count.0), goals: Int(count.1), projects: Int(count.2)))
        }
    }
}
