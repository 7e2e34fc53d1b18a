/// Where paths meet: how much later work starts than the latest of the things that it waits for does on the average.
///
/// What it waits for are relations and the earliest start that dates allow it. Work with constraints on its finish or on how late it may be
/// has none: its start is more than a maximum.
public struct MergeBias: Sendable, Hashable {
    /// The network node whose start waits for several things.
    public let node: Int32
    /// The mean of the maximum less the maximum of the means, working minutes of the node's calendar, 0 or more.
    public let minutes: Double
}

extension MergeBias {
    /// The merge points of a program with a bias, in network order.
    static func all(_ counters: [PathCounter], _ program: ForecastProgram, replications: Int) -> [MergeBias] {
        var result: [MergeBias] = []
        for node in 0..<program.nodeCount where program.isTask(node) {
            let masks = program.trace.masks(of: node)
            guard masks.count > 1, case .atLeast(let floor) = program.bound(of: node) else { continue }
            let start = counters.reduce(Int64(0)) { $0 + $1.startSums[node] }
            let latest = masks.map { mask in counters.reduce(Int64(0)) { $0 + $1.boundSums[mask] } }.max()!
            let bias = Double(start - max(latest, Int64(floor) * Int64(replications))) / Double(replications)
            if bias > 0 { result.append(MergeBias(node: program.networkNode[node], minutes: bias)) }
        }
        return result
    }
}
