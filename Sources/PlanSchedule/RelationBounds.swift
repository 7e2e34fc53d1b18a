import PlanModel
public import PlanNetwork

/// What a relation that is not plain demands: the successor's earliest start, the predecessor's latest finish, as positions.
///
/// Two nodes on one calendar tie by adding the lag. Where calendars differ or the lag is elapsed, the position becomes an instant (a
/// finish in its earliest spelling, a start in its latest), and that a position on the other calendar. A working lag runs on the
/// predecessor's calendar. Going back takes the latest position whose instant is still in time, the exact inverse.
public struct RelationBounds: Sendable {
    let structure: NetworkStructure
    let values: NetworkValues

    /// The bounds of a network's relations.
    public init(_ network: Network) { (structure, values) = (network.structure, network.values) }

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
        let position = relation.type.leavesStart ? start(of: predecessor, finish: finish) : finish
        var bound = position + relation.lag.minutes
        if relation.converts {
            let calendar = structure.calendars[structure.calendar(of: predecessor)]
            let worked = relation.lag.isElapsed ? position : bound
            let spelled =
                actualInstant(predecessor, relation)
                ?? (relation.type.leavesStart ? calendar.start(at: worked) : calendar.finish(at: worked))
            let instant = relation.lag.isElapsed ? spelled + relation.lag.minutes : spelled
            bound =
                instant < 0
                ? Int32.min / 2 : structure.calendars[structure.calendar(of: Int(relation.successor))].work(at: instant)
        }
        return bound
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
        if leavesStart, values.progress(of: predecessor) != .planned { return Int32.max }
        let position = relation.type.holdsFinish ? finish : finish - values.remaining[successor]
        var bound = position - relation.lag.minutes
        if relation.converts {
            let calendar = structure.calendars[structure.calendar(of: predecessor)]
            var instant = structure.calendars[structure.calendar(of: successor)].start(at: position)
            if relation.lag.isElapsed { instant -= relation.lag.minutes }
            bound = leavesStart ? calendar.latestStart(notAfter: instant) : calendar.work(at: instant)
            if !relation.lag.isElapsed { bound -= relation.lag.minutes }
        }
        return leavesStart ? bound + values.remaining[predecessor] : bound
    }

    /// The position at which a node started or will start.
    func start(of node: Int, finish: Int32) -> Int32 {
        if !values.progress.isEmpty, values.actualStart[node] >= 0 {
            return structure.calendars[structure.calendar(of: node)].work(at: values.actualStart[node])
        }
        return finish - values.remaining[node]
    }

    /// The actual date that a relation without a working lag leaves from, if there is one.
    private func actualInstant(_ node: Int, _ relation: Relation) -> Int32? {
        guard !values.progress.isEmpty, relation.lag.isElapsed || relation.lag.minutes == 0 else { return nil }
        let instant = relation.type.leavesStart ? values.actualStart[node] : values.actualFinish[node]
        return instant >= 0 ? instant : nil
    }
}
