public import PlanModel

/// Single changes to a structure; the order of its nodes stays.
extension NetworkStructure {
    /// Sets a relation's lag.
    ///
    /// - Parameters:
    ///   - lag: elapsed only where the relation converts.
    ///   - index: of `relations`.
    public mutating func setLag(_ lag: Lag, ofRelation index: Int) { relations[index].lag = lag }

    /// Puts a node on another calendar, with the lags that run on its own.
    ///
    /// - Precondition: relations into and out of the node convert.
    public mutating func setCalendar(_ calendar: Int, of node: Int) {
        let old = self.calendar(of: node)
        if calendarOfNode.isEmpty { calendarOfNode = Array(repeating: UInt16(planCalendar), count: nodeCount) }
        calendarOfNode[node] = UInt16(calendar)
        let lagged = rules.lagCalendar == .predecessor ? successors : predecessors
        guard rules.lagCalendar == .predecessor || rules.lagCalendar == .successor else { return }
        for place in lagged[node] {
            let index = Int(~lagged.items[place])
            if Int(relations[index].lagCalendar) == old { relations[index].lagCalendar = UInt16(calendar) }
        }
    }

    /// Takes in another calendar on which nodes may run. Returns its index.
    public mutating func add(_ calendar: WorkingTime) -> Int {
        calendars.append(calendar)
        return calendars.count - 1
    }

    /// The index of a relation into a node among those that are not plain; a plain one becomes one of them.
    ///
    /// - Parameters:
    ///   - place: of the relation in `predecessors`.
    ///   - node: the node that it holds.
    ///   - leavesLate: whether the predecessor is a milestone at which something begins.
    /// - Complexity: O(successors of the predecessor).
    public mutating func relation(at place: Int, into node: Int, leavesLate: Bool) -> Int {
        let item = predecessors.items[place]
        guard item >= 0 else { return Int(~item) }
        let lagCalendar =
            switch rules.lagCalendar {
            case .predecessor: calendar(of: Int(item))
            case .successor: calendar(of: node)
            case .plan: planCalendar
            case .elapsed: calendars.firstIndex(of: .elapsed)!
            }
        relations.append(
            Relation(
                predecessor: item, successor: Int32(node), type: .FS, lag: Lag(minutes: 0), spare: 0,
                lagCalendar: UInt16(lagCalendar), leavesLate: leavesLate, converts: false))
        let index = relations.count - 1
        predecessors.items[place] = ~Int32(index)
        // Of several plain relations between two nodes, which are alike, the first.
        let mirror = successors[Int(item)].first { successors.items[$0] == Int32(node) }!
        successors.items[mirror] = ~Int32(index)
        return index
    }

    /// Has a relation carry dates from calendar to calendar, whether or not they differ.
    public mutating func convert(relation index: Int) { relations[index].converts = true }
}
