public import PlanModel

/// The figures of one manager, line or unit.
public struct CheckInGroup: Sendable, Equatable {
    /// The row of the manager; `nil` for a unit.
    public let manager: Int32?
    /// The name of the unit; `nil` for a manager, and for people without a unit.
    public let unit: String?
    /// What its pairs add up to.
    public let figures: CheckInFigures
    /// Whether the figures must not be shown: too few employees, or those of too few others could be told from them.
    public internal(set) var isWithheld = false
}

/// Check-ins added up: by manager, by line (a manager and everybody below), by unit, and in total.
///
/// Groups of too few employees are withheld, and with them as many others as it takes that no sum over too few can be had by subtracting
/// what a table shows from
/// its total. Tables are looked at one by one: what two of them tell together about people who sit in both is not looked for.
public struct CheckInRollUps: Sendable {
    /// All pairs.
    public let total: CheckInGroup
    /// Those who have people of their own, in the order of their rows; they sum to the total.
    public let managers: [CheckInGroup]
    /// The same managers, each with everybody below; these contain each other.
    public let lines: [CheckInGroup]
    /// By the name of the employee's unit, people without one last; they sum to the total.
    public let units: [CheckInGroup]

    /// Adds up the check-ins of a plan.
    ///
    /// - Complexity: O(people + pairs), and the depth of the organisation for each employee with several managers.
    public init(of checkIns: CheckIns, in plan: Plan) {
        var (sums, reporting) = (Sums(plan), ReportingLines(plan))
        var employee: Int32 = -1
        for pair in checkIns.pairs {
            let isNew = pair.employee != employee
            employee = pair.employee
            sums.add(pair, rhythm: checkIns.settings.rhythm, isNew: isNew)
            if isNew { reporting.begin() }
            if reporting.isCounted(Int(pair.manager)) { sums.shared[reporting.meeting!] += 1 }
        }
        let least = checkIns.settings.smallestGroup
        let lines = reporting.sums(of: sums.managers, less: sums.shared)
        let rows = plan.people.rows.filter { sums.managers[$0].pairs > 0 }
        var managers = rows.map { CheckInGroup(manager: Int32($0), unit: nil, figures: sums.managers[$0]) }
        func isBefore(_ left: Int, _ right: Int) -> Bool {
            NaturalOrder.isBefore(plan.people.text(.id, left), plan.people.text(.id, right))
        }
        Withholding.mark(&managers, least: least) { isBefore(Int($0.manager!), Int($1.manager!)) }
        var withheld = [Bool](repeating: false, count: plan.people.count)
        for group in managers { withheld[Int(group.manager!)] = group.isWithheld }
        let hidden = Withholding.lines(
            reporting, lines, direct: sums.managers, withheld: withheld, least: least, isBefore: isBefore)
        self.managers = managers
        self.lines = rows.map {
            CheckInGroup(manager: Int32($0), unit: nil, figures: lines[$0], isWithheld: hidden[$0])
        }
        var units = sums.units
        Withholding.mark(&units, least: least) { NaturalOrder.isBefore($0.unit ?? "", $1.unit ?? "") }
        self.units = units
        total = CheckInGroup(
            manager: nil, unit: nil, figures: sums.total, isWithheld: sums.total.employees > 0 && sums.total.employees < least)
    }

    /// Sums by manager and by unit while pairs are read.
    private struct Sums {
        var managers: [CheckInFigures]
        /// By person: employees who are counted under two managers of that line, to be taken off once.
        var shared: [Int]
        private(set) var total = CheckInFigures()
        private let unitOf: [Int]
        private let names: [String]
        private var figures: [CheckInFigures]
        private var seen: [Int32]

        init(_ plan: Plan) {
            managers = Array(repeating: CheckInFigures(), count: plan.people.count)
            shared = Array(repeating: 0, count: plan.people.count)
            seen = Array(repeating: -1, count: plan.people.count)
            let names = plan.people.rows.map { plan.people.text(.unit, $0) }
            self.names = Set(names).subtracting([""]).sorted(by: NaturalOrder.isBefore) + [""]
            let places = Dictionary(uniqueKeysWithValues: self.names.enumerated().map { ($1, $0) })
            unitOf = names.map { places[$0]! }
            figures = Array(repeating: CheckInFigures(), count: self.names.count)
        }

        /// An employee's pairs come one after the other.
        mutating func add(_ pair: CheckInPair, rhythm: Double, isNew: Bool) {
            let (employee, manager) = (Int(pair.employee), Int(pair.manager))
            managers[manager].add(pair, rhythm: rhythm, isNew: seen[manager] != pair.employee)
            seen[manager] = pair.employee
            figures[unitOf[employee]].add(pair, rhythm: rhythm, isNew: isNew)
            total.add(pair, rhythm: rhythm, isNew: isNew)
        }

        var units: [CheckInGroup] {
            zip(names, figures).filter { $1.pairs > 0 }.map { name, figures in
                CheckInGroup(manager: nil, unit: name.isEmpty ? nil : name, figures: figures)
            }
        }
    }
}
