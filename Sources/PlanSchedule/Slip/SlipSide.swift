import PlanModel
import PlanNetwork

/// One of the two plans that a ledger compares: when its tasks start and finish and what they wait for.
struct SlipSide: Sendable {
    /// Durations are whole and nothing has progress.
    let network: Network
    /// Positions on each node's own calendar; `Int32.min` where the side has no such date.
    let start: [Int32], finish: [Int32]
    /// Whether tasks start exactly when something lets them; otherwise dates were only written down, and what they wait for leaves room.
    let isComputed: Bool
    private let bounds: RelationBounds

    init(_ network: Network, start: [Int32], finish: [Int32], isComputed: Bool) {
        (self.network, self.start, self.finish, self.isComputed) = (network, start, finish, isComputed)
        bounds = RelationBounds(network)
    }

    /// A relation between two tasks, hubs seen through.
    struct Link: Sendable {
        /// The task that it leaves, a node.
        let predecessor: Int
        /// Its place among the predecessors of the node that it holds, and before that into the hub through which it passes.
        let place: Int, hubPlace: Int?
        /// Whether it leaves the predecessor's start, not its finish; whether it holds the finish.
        let leavesStart: Bool, holdsFinish: Bool
    }

    private var structure: NetworkStructure { network.structure }

    func duration(_ node: Int) -> Int32 { finish[node] - start[node] }

    /// The end of a link's predecessor that it leaves.
    func left(_ link: Link) -> Int32 { link.leavesStart ? start[link.predecessor] : finish[link.predecessor] }

    /// The relations into a node.
    func links(into node: Int) -> [Link] {
        var result: [Link] = []
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            let (holdsFinish, before) = (type(item).holdsFinish, structure.predecessor(item))
            if structure.taskOfNode[before] >= 0 {
                result.append(
                    Link(
                        predecessor: before, place: place, hubPlace: nil, leavesStart: type(item).leavesStart,
                        holdsFinish: holdsFinish))
                continue
            }
            let through = structure.predecessors[before].map { inner in
                let item = structure.predecessors.items[inner]
                return Link(
                    predecessor: structure.predecessor(item), place: place, hubPlace: inner,
                    leavesStart: type(item).leavesStart, holdsFinish: holdsFinish)
            }
            if structure.earliestHubs.contains(before) {
                // Its first task alone counts.
                result += through.filter { start[$0.predecessor] > Int32.min }.min { held($0) < held($1) }.map { [$0] } ?? []
            } else {
                result += through
            }
        }
        return result
    }

    private func type(_ item: Int32) -> RelationType { item >= 0 ? .FS : structure.relations[Int(~item)].type }

    /// The relations that a link passes through, by index; plain ones are none.
    func relations(_ link: Link) -> [Int] {
        [link.hubPlace, link.place].compactMap(\.self).map { structure.predecessors.items[$0] }.filter { $0 < 0 }.map {
            Int(~$0)
        }
    }

    /// The position of the end that a link holds, from one of the end that it leaves.
    func held(_ link: Link, from position: Int) -> Int {
        relations(link).reduce(position) { position, index in
            let relation = structure.relations[index]
            guard relation.converts else { return position + Int(relation.lag.minutes) }
            return Int(bounds.heldEnd(index, from: Int32(clamping: min(max(position, 0), 1 << 30))))
        }
    }

    /// What a link adds, where that is the same at any date; `nil` where calendars take part.
    func shift(_ link: Link) -> Int? {
        let relations = relations(link).map { structure.relations[$0] }
        return relations.contains(where: \.converts) ? nil : relations.reduce(0) { $0 + Int($1.lag.minutes) }
    }

    /// The position of the end that a link holds.
    private func held(_ link: Link) -> Int { held(link, from: Int(left(link))) }

    /// How much later than a link asks for the end that it holds lies.
    func room(_ link: Link, into node: Int) -> Int { Int(link.holdsFinish ? finish[node] : start[node]) - held(link) }

    /// The link that decides when a node starts, and how long the node waits after it; `nil` where none does.
    ///
    /// Of several the one whose predecessor finishes last, then the one with the smallest identity.
    func driver(of node: Int) -> (link: Link, delay: Int)? {
        var best: (link: Link, room: Int)?
        for link in links(into: node) where start[link.predecessor] > Int32.min {
            let room = room(link, into: node)
            guard room >= 0 else { continue }
            guard let other = best, room > other.room || room == other.room && !isStronger(link, than: other.link) else {
                best = (link, room)
                continue
            }
        }
        guard let best else { return nil }
        if isComputed {
            guard best.room == Int(network.values.delay(of: node)), network.values.limits(of: node)?.ignoresLogic != true else {
                return nil
            }
        }
        return (best.link, best.room)
    }

    private func isStronger(_ link: Link, than other: Link) -> Bool {
        let (a, b) = (link.predecessor, other.predecessor)
        let (left, right) = (network.finishInstant(a, at: finish[a]), network.finishInstant(b, at: finish[b]))
        return left != right ? left > right : network.identities[a] < network.identities[b]
    }
}
