import CKernels
import PlanNetwork

/// Walks the driving paths of each block, on one thread, and counts what lies on them.
struct PathWalk {
    private let program: ForecastProgram
    private let targets: [Int]
    private let explains: Bool
    var counter: PathCounter
    private var durations = [Int32](repeating: 0, count: Int(HW_LANES))
    private var without = [Int32](repeating: 0, count: Int(HW_LANES))
    private var reached: [(node: UInt32, lanes: UInt64)] = []

    init(program: ForecastProgram, targets: [Int], counter: PathCounter, explains: Bool) {
        (self.program, self.targets, self.counter, self.explains) = (program, targets, counter, explains)
    }

    /// Counts the paths of a block in the replications of `lanes`.
    mutating func count(_ block: Int, lanes: UInt64, _ worker: inout Worker) {
        for (place, target) in targets.enumerated() where program.hubOfTarget[target] >= 0 {
            let hub = UInt32(program.hubOfTarget[target])
            guard explains else {
                var table = PathTable(explains: false)
                swap(&table, &counter.tables[place])
                unsafe worker.traceBatches(from: hub, lanes: lanes) { unsafe table.add($0, lanes: $1) }
                swap(&table, &counter.tables[place])
                continue
            }
            var found: [(node: UInt32, lanes: UInt64)] = []
            swap(&found, &reached)
            found.removeAll(keepingCapacity: true)
            worker.trace(from: hub, lanes: lanes) { found.append(($0, $1)) }
            for (node, lanes) in found where program.networkNode[Int(node)] >= 0 {
                explain(node, lanes, target: place, block, &worker)
            }
            swap(&found, &reached)
        }
    }

    /// Adds what a node and its events put on a target's path.
    private mutating func explain(_ node: UInt32, _ lanes: UInt64, target: Int, _ block: Int, _ worker: inout Worker) {
        let networkNode = Int(program.networkNode[Int(node)])
        worker.durations(of: node, block: block, into: &durations)
        let planned = Int64(program.network.values.remaining[networkNode])
        let total = Self.sum(durations, lanes)
        counter.tables[target].add(
            node, count: UInt32(lanes.nonzeroBitCount), excess: total - planned * Int64(lanes.nonzeroBitCount))
        let model = program.events.model
        for place in model.effects(on: networkNode) {
            let event = Int(model.effects[place].event)
            worker.durations(of: node, block: block, without: program.events.rows(of: event), into: &without)
            counter.eventMinutes[target * model.events.count + event] += total - Self.sum(without, lanes)
        }
    }

    private static func sum(_ values: [Int32], _ lanes: UInt64) -> Int64 {
        var (sum, rest): (Int64, UInt64) = (0, lanes)
        while rest != 0 {
            sum += Int64(values[rest.trailingZeroBitCount])
            rest &= rest - 1
        }
        return sum
    }
}
