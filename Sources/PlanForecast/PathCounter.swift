/// What one thread counts along the driving paths of all targets asked for.
struct PathCounter: Sendable {
    /// By target asked for.
    var tables: [PathTable]
    /// By target asked for, then by event: minutes that the event put on the path, summed over replications; empty where nobody asked.
    var eventMinutes: [Int64]
    /// For each mask the sum of its arc's bounds, and for each node that of its starts; empty where nobody asked.
    var boundSums: [Int64], startSums: [Int64]

    init(_ program: ForecastProgram, targets: Int, explains: Bool) {
        tables = Array(repeating: PathTable(explains: explains), count: targets)
        eventMinutes = explains ? Array(repeating: 0, count: targets * program.events.draws.count) : []
        boundSums = explains ? Array(repeating: 0, count: program.trace.maskCount) : []
        startSums = explains ? Array(repeating: 0, count: program.nodeCount) : []
    }
}
