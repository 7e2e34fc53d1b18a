import PlanNetwork

/// From which finish late dates run back.
struct LateEnds {
    private let structure: NetworkStructure
    /// The plan's finish, by calendar.
    private let plan: [Int32]
    /// The end of each scope, by calendar; empty where all tasks run back from the plan's.
    private var scopes: [[Int32]] = []

    init(_ network: Network, _ early: ForwardPass) {
        structure = network.structure
        plan = structure.calendars.map { $0.work(at: early.finish) }
        guard let given = structure.floatScopes else { return }
        let own = given.areOwn ? Self.ownFinishes(network, given, early) : []
        scopes = (0..<given.count).map { scope in
            let instant =
                given.mustFinish[scope] < Int32.max
                ? given.mustFinish[scope] : own.isEmpty || own[scope] == Int32.min ? early.finish : own[scope]
            return structure.calendars.map { $0.work(at: instant) }
        }
    }

    /// The latest finish of a node that nothing else holds, a position on its calendar.
    func latest(of node: Int) -> Int32 {
        guard !scopes.isEmpty, let given = structure.floatScopes else { return planFinish(of: node) }
        return scopes[Int(given.scopeOfNode[node])][structure.calendar(of: node)]
    }

    /// The plan's finish on a node's calendar.
    func planFinish(of node: Int) -> Int32 { plan[structure.calendar(of: node)] }

    /// The latest early finish of each scope, an instant; `Int32.min` where it has no task.
    private static func ownFinishes(_ network: Network, _ scopes: FloatScopes, _ early: ForwardPass) -> [Int32] {
        var finishes = [Int32](repeating: Int32.min, count: scopes.count)
        let spans = Set(network.structure.spans.map { Int($0.node) })
        for node in 0..<network.structure.nodeCount
        where network.structure.taskOfNode[node] >= 0 && !spans.contains(node) {
            let calendar = network.structure.calendars[network.structure.calendar(of: node)]
            let scope = Int(scopes.scopeOfNode[node])
            finishes[scope] = max(finishes[scope], calendar.finish(at: early.earlyFinish[node]))
        }
        return finishes
    }
}
