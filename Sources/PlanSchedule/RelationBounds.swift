import PlanModel
public import PlanNetwork

/// What a relation that is not plain demands: the successor's earliest start, the predecessor's latest finish, as positions.
///
/// Two nodes on one calendar tie by adding the lag. Where calendars differ or the lag is elapsed, the position becomes an instant (a
/// finish in its earliest spelling, a start in its latest), that a position on the lag's calendar, and so on to the other node's. Going
/// back takes the latest position whose instant is still in time, the exact inverse.
public struct RelationBounds: Sendable {
    private(set) var structure: NetworkStructure
    private(set) var values: NetworkValues
    /// The position of the data date, by calendar.
    private let dataDates: [Int32]

    /// The bounds of a network's relations.
    public init(_ network: Network) {
        (structure, values) = (network.structure, network.values)
        dataDates = structure.calendars.map { $0.work(at: network.values.dataDate) }
    }

    /// Sets what is left of a node, working minutes.
    mutating func setRemaining(_ minutes: Int32, of node: Int) { values.remaining[node] = minutes }

    /// Sets the limits on a node's dates.
    mutating func setLimits(_ limits: DateLimits?, of node: Int) { values.setLimits(limits, of: node) }

    /// Sets the working minutes that a node waits.
    mutating func setDelay(_ minutes: Int32, of node: Int) { values.setDelay(minutes, of: node) }

    /// Sets a relation's lag.
    mutating func setLag(_ lag: Lag, ofRelation index: Int) { structure.setLag(lag, ofRelation: index) }

    /// Sets the calendar on which a node runs.
    mutating func setCalendar(_ calendar: Int, of node: Int) { structure.setCalendar(calendar, of: node) }

    /// The earliest start of the successor's remaining work, a position on its calendar; below 0 where nothing holds it.
    ///
    /// - Parameters:
    ///   - index: the relation.
    ///   - finish: the predecessor's early finish, a position.
    func earliestStart(_ index: Int, predecessorFinish finish: Int32) -> Int32 {
        let bound = earliestPosition(index, predecessorFinish: finish)
        let relation = structure.relations[index]
        return relation.type.holdsFinish ? bound - values.remaining[Int(relation.successor)] : bound
    }

    /// The earliest position of the end that the relation holds, the successor's start or finish, on its calendar.
    ///
    /// - Parameters:
    ///   - index: the relation.
    ///   - finish: the predecessor's early finish, a position.
    public func earliestPosition(_ index: Int, predecessorFinish finish: Int32) -> Int32 {
        let relation = structure.relations[index]
        let predecessor = Int(relation.predecessor)
        if values.progress(of: predecessor) != .planned, let known = known(relation, finish) { return known }
        let position = relation.type.leavesStart ? finish - values.remaining[predecessor] : finish
        return held(relation, position, relation.lag.minutes)
    }

    /// The position that a relation from started or finished work holds; `nil` where it is as from any other work.
    private func known(_ relation: Relation, _ finish: Int32) -> Int32? {
        let predecessor = Int(relation.predecessor)
        let fixed = fixedPosition(relation)
        guard let lag = lagToGo(relation) else { return fixed }
        let leavesRemaining = relation.type.leavesStart && values.progress(of: predecessor) == .started
        let position = leavesRemaining ? finish - values.remaining[predecessor] : finish
        return max(fixed ?? Int32.min, held(relation, position, lag))
    }

    /// The position of the end that a relation holds, where it leaves a date that has come; `nil` where it leaves none.
    ///
    /// - Parameter index: the relation.
    public func fixedPosition(_ index: Int) -> Int32? { fixedPosition(structure.relations[index]) }

    private func fixedPosition(_ relation: Relation) -> Int32? {
        let predecessor = Int(relation.predecessor)
        switch values.progress(of: predecessor) {
        case .planned: return nil
        case .started:
            guard relation.type.leavesStart, structure.rules.lagsFromActualStart else { return nil }
            return fromActual(relation, values.actualStart[predecessor])
        case .completed:
            if relation.type.leavesStart { return fromActual(relation, values.actualStart[predecessor]) }
            return structure.rules.finishedWorkPassesLogic ? nil : fromActual(relation, values.actualFinish[predecessor])
        }
    }

    /// What a relation still adds to dates of its predecessor that are yet to come, minutes; `nil` where it looks at none.
    ///
    /// - Parameter index: the relation.
    public func lagToGo(_ index: Int) -> Int32? { lagToGo(structure.relations[index]) }

    private func lagToGo(_ relation: Relation) -> Int32? {
        let leavesStart = relation.type.leavesStart
        switch values.progress(of: Int(relation.predecessor)) {
        case .planned: return relation.lag.minutes
        case .started:
            if !leavesStart { return relation.lag.minutes }
            return structure.rules.lagsFromActualStart ? nil : lagLeft(relation, since: values.actualStart)
        case .completed:
            guard structure.rules.finishedWorkPassesLogic else { return nil }
            return leavesStart ? 0 : lagLeft(relation, since: values.actualFinish)
        }
    }

    /// From an actual date; exactly, where no working lag counts from it.
    private func fromActual(_ relation: Relation, _ actual: Int32) -> Int32 {
        let lag = relation.lag
        let calendar = structure.calendars[structure.calendar(of: Int(relation.predecessor))]
        if relation.converts, lag.isElapsed || lag.minutes == 0 { return position(relation, actual + lag.minutes) }
        return held(relation, calendar.work(at: actual), lag.minutes)
    }

    /// What is left of a lag at the data date, minutes, where it has run on the predecessor's calendar since an actual date; no lead is left.
    private func lagLeft(_ relation: Relation, since dates: [Int32]) -> Int32 {
        let own = structure.calendar(of: Int(relation.predecessor))
        let actual = dates[Int(relation.predecessor)]
        let passed =
            relation.lag.isElapsed
            ? values.dataDate - actual : dataDates[own] - structure.calendars[own].work(at: actual)
        return max(relation.lag.minutes - max(passed, 0), 0)
    }

    /// The position of the successor's end that a relation holds, a lag after the predecessor's end that it leaves; no progress is looked at.
    ///
    /// - Parameters:
    ///   - index: the relation.
    ///   - position: of the predecessor's end, on its calendar.
    func heldEnd(_ index: Int, from position: Int32) -> Int32 {
        let relation = structure.relations[index]
        return held(relation, position, relation.lag.minutes)
    }

    /// The successor's position that lies a lag after a predecessor's.
    private func held(_ relation: Relation, _ position: Int32, _ lag: Int32) -> Int32 {
        guard relation.converts else { return position + lag }
        let own = structure.calendars[structure.calendar(of: Int(relation.predecessor))]
        func spelled(_ calendar: WorkingTime, _ position: Int32) -> Int32 {
            relation.leavesLate ? calendar.start(at: position) : calendar.finish(at: position)
        }
        if relation.lag.isElapsed { return self.position(relation, spelled(own, position) + lag) }
        if Int(relation.lagCalendar) == structure.calendar(of: Int(relation.predecessor)) {
            return self.position(relation, spelled(own, position + lag))
        }
        let lagged = structure.calendars[Int(relation.lagCalendar)]
        return self.position(relation, spelled(lagged, lagged.work(at: spelled(own, position)) + lag))
    }

    /// The successor's position at an instant; far below 0 before time begins.
    private func position(_ relation: Relation, _ instant: Int32) -> Int32 {
        instant < 0
            ? Int32.min / 2 : structure.calendars[structure.calendar(of: Int(relation.successor))].work(at: instant)
    }

    /// The latest finish of the predecessor, a position on its calendar; `Int32.max` where its finish does not matter.
    ///
    /// - Parameters:
    ///   - index: the relation.
    ///   - finish: the latest finish that the successor may have, a position.
    func latestFinish(_ index: Int, successorFinish finish: Int32) -> Int32 {
        let relation = structure.relations[index]
        let (predecessor, successor) = (Int(relation.predecessor), Int(relation.successor))
        let leavesStart = relation.type.leavesStart
        var lag = relation.lag.minutes
        if values.progress(of: predecessor) != .planned {
            guard let left = lagToGo(relation) else { return Int32.max }
            lag = left
        }
        let position = relation.type.holdsFinish ? finish : finish - values.remaining[successor]
        let bound = relation.converts ? latestConverted(relation, position, lag) : position - lag
        return leavesStart ? bound + values.remaining[predecessor] : bound
    }

    /// The latest position of the predecessor's end whose relation still keeps to a position of the successor's; where dates are carried back
    /// the position of that date.
    private func latestConverted(_ relation: Relation, _ position: Int32, _ lag: Int32) -> Int32 {
        let own = structure.calendars[structure.calendar(of: Int(relation.predecessor))]
        let other = structure.calendars[structure.calendar(of: Int(relation.successor))]
        let carriesDates = structure.rules.carriesDatesBack
        func latest(_ calendar: WorkingTime, _ instant: Int32) -> Int32 {
            relation.leavesLate && !carriesDates ? calendar.latestStart(notAfter: instant) : calendar.work(at: instant)
        }
        let instant =
            carriesDates && relation.type.holdsFinish ? other.finish(at: position) : other.start(at: position)
        if relation.lag.isElapsed { return latest(own, instant - lag) }
        if Int(relation.lagCalendar) == structure.calendar(of: Int(relation.predecessor)) { return latest(own, instant) - lag }
        let lagged = structure.calendars[Int(relation.lagCalendar)]
        return latest(own, lagged.start(at: latest(lagged, instant) - lag))
    }
}
