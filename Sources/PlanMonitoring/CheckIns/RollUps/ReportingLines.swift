import PlanModel

/// Who reports to whom, so that a line's figures are sums over its managers.
struct ReportingLines {
    /// By person, the row of their manager; −1 for none.
    let manager: [Int32]
    /// Everybody before their own manager; people in a loop, which compiling refuses, are left out.
    let upwards: [Int32]
    /// By person, the number of the employee last counted in the line.
    private var seen: [Int32]
    private var employee: Int32 = 0
    /// The nearest manager in whose line the employee was counted already.
    private(set) var meeting: Int?

    init(_ plan: Plan) {
        manager = plan.people.integers(.manager) ?? Array(repeating: -1, count: plan.people.count)
        var reports = [Int32](repeating: 0, count: manager.count)
        for above in manager where above >= 0 { reports[Int(above)] += 1 }
        var order = manager.indices.filter { reports[$0] == 0 }.map(Int32.init)
        var next = 0
        while next < order.count {
            let above = Int(manager[Int(order[next])])
            next += 1
            guard above >= 0 else { continue }
            reports[above] -= 1
            if reports[above] == 0 { order.append(Int32(above)) }
        }
        upwards = order
        seen = Array(repeating: -1, count: manager.count)
    }

    /// Goes on to the next employee.
    mutating func begin() { employee += 1 }

    /// Counts the employee in the line of a manager; whether a line above, which is then `meeting`, has them already.
    mutating func isCounted(_ manager: Int) -> Bool {
        var at = manager
        while at >= 0, seen[at] != employee {
            seen[at] = employee
            at = Int(self.manager[at])
        }
        meeting = at >= 0 ? at : nil
        return at >= 0
    }

    /// By person, the sum over everybody in the line who has people of their own.
    ///
    /// - Parameter shared: by person, employees who are counted twice in the line.
    func sums(of direct: [CheckInFigures], less shared: [Int]) -> [CheckInFigures] {
        var sums = direct
        for person in shared.indices where shared[person] > 0 { sums[person].employees -= shared[person] }
        for person in upwards.map(Int.init) where manager[person] >= 0 { sums[Int(manager[person])].add(sums[person]) }
        return sums
    }
}
