import CKernels
import PlanNetwork

/// The arrays that the kernel reads and the grid that it works in.
@safe final class DecoderMemory {
    var activities = unsafe hw_activities()
    var grid = unsafe hw_grid()
    /// Activities in the order of the next pass.
    let order: UnsafeMutablePointer<Int32>
    private let count: Int
    /// Kept for as long as the kernel's structures point into them.
    private var arrays: [UnsafeMutableRawPointer] = unsafe []
    private let forward: UnsafeMutablePointer<Int32>
    private let backward: UnsafeMutablePointer<Int32>
    private let keys: UnsafeMutablePointer<Int32>
    private let scratch: UnsafeMutablePointer<Int32>
    private let buckets: UnsafeMutablePointer<UInt32>

    /// - Parameter slots: how many the grid has at first.
    init(_ problem: ActivityProblem, slots: Int) {
        count = problem.count
        let room = max(problem.count, 1)
        unsafe order = .allocate(capacity: room)
        unsafe keys = .allocate(capacity: room)
        unsafe scratch = .allocate(capacity: room)
        unsafe buckets = .allocate(capacity: Int(HW_ORDER_BUCKETS))
        unsafe forward = .allocate(capacity: room)
        unsafe backward = .allocate(capacity: room)
        let ranks = problem.topologicalOrder
        unsafe forward.update(from: ranks, count: count)
        unsafe backward.update(from: ranks.reversed(), count: count)
        fill(problem, PackedDemands(problem))
        unsafe grid.horizon = problem.horizon
        makeSlots(max(slots, 1))
    }

    deinit {
        while let array = unsafe arrays.popLast() { unsafe array.deallocate() }
        unsafe grid.free.deallocate()
        unsafe order.deallocate()
        unsafe forward.deallocate()
        unsafe backward.deallocate()
        unsafe keys.deallocate()
        unsafe scratch.deallocate()
        unsafe buckets.deallocate()
    }

    private func fill(_ problem: ActivityProblem, _ packed: PackedDemands) {
        unsafe activities.count = UInt32(problem.count)
        unsafe activities.words = UInt32(packed.words)
        unsafe activities.duration = copy(problem.durations)
        unsafe activities.release = copy(problem.releases)
        unsafe activities.in_offset = copy(problem.predecessors.offsets)
        unsafe activities.in_node = copy(problem.predecessors.items)
        unsafe activities.in_weight = copy(problem.predecessorWeights)
        unsafe activities.out_offset = copy(problem.successors.offsets)
        unsafe activities.out_node = copy(problem.successors.items)
        unsafe activities.out_weight = copy(problem.successorWeights)
        unsafe activities.need = copy(packed.needs)
        let never = Set(problem.infeasible.map { Int($0.activity) })
        let kinds = (0..<problem.count).map { activity -> UInt8 in
            if problem.durations[activity] == 0 || problem.demands[activity].isEmpty { return UInt8(HW_ASKS_NOTHING) }
            return UInt8(never.contains(activity) ? HW_NEVER_FITS : HW_ASKS_SLOTS)
        }
        unsafe activities.kind = copy(kinds)
        unsafe grid.guard = copy(packed.guards)
        unsafe grid.segment_count = Int32(packed.segments.count)
        unsafe grid.segment_from = copy(packed.segments)
        unsafe grid.segment_free = copy(packed.segmentWords)
    }

    private func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
        unsafe memory.initialize(from: values, count: values.count)
        unsafe arrays.append(memory)
        return unsafe UnsafePointer(memory)
    }

    private func makeSlots(_ slots: Int) {
        let words = unsafe Int(activities.words)
        unsafe grid.free = UnsafeMutablePointer<UInt64>.allocate(capacity: slots * words)
        unsafe grid.free.initialize(repeating: 0, count: slots * words)
        unsafe grid.slots = Int32(slots)
    }

    /// Makes the grid longer, at most to the horizon.
    func grow() {
        let slots = unsafe min(Int(grid.horizon), 2 * Int(grid.slots))
        unsafe grid.free.deallocate()
        makeSlots(slots)
    }

    /// Puts the activities into the order of a pass that moves them late: later finishes first, of equal ones successors first.
    func orderByLatestFinish(_ starts: UnsafePointer<Int32>, end: Int32) {
        for activity in 0..<count { unsafe keys[activity] = end - starts[activity] - activities.duration[activity] }
        unsafe hw_order(backward, count, keys, 0, end, scratch, buckets, order)
    }

    /// Puts the activities into the order of a pass that moves them early: earlier starts first, of equal ones predecessors first.
    func orderByEarliestStart(_ starts: UnsafePointer<Int32>, end: Int32) {
        unsafe hw_order(forward, count, starts, 0, end, scratch, buckets, order)
    }

    /// Moves a schedule late.
    func moveLate(_ starts: UnsafeMutablePointer<Int32>, end: Int32) {
        unsafe orderByLatestFinish(starts, end: end)
        unsafe hw_place_late(&activities, &grid, order, starts, end)
    }
}

extension DecoderMemory {
    /// Makes the grid as long as a schedule needs it.
    func makeRoom(for end: Int) {
        while slots < end, slots < (unsafe Int(grid.horizon)) { grow() }
    }

    /// Whether all numbers of an order are activities.
    func holds(_ order: Swift.Span<Int32>) -> Bool {
        var isGood = true
        for place in order.indices { isGood = isGood && UInt32(bitPattern: order[place]) < (unsafe activities.count) }
        return isGood
    }

    /// Whether all starts and finishes lie in 0 ... `end`, and that in the grid.
    func holds(_ starts: Swift.Span<Int32>, end: Int) -> Bool {
        guard end <= slots else { return false }
        var isGood = true
        for activity in starts.indices {
            isGood =
                isGood && starts[activity] >= 0
                && Int(starts[activity]) + (unsafe Int(activities.duration[activity])) <= end
        }
        return isGood
    }

    var slots: Int { unsafe Int(grid.slots) }

    /// Takes everything out of the grid.
    func clear() { unsafe hw_grid_clear(&grid, activities.words, grid.slots) }

    /// Whether an activity needs no resource for any time.
    func asksNothing(_ activity: Int32) -> Bool { unsafe activities.kind[Int(activity)] == UInt8(HW_ASKS_NOTHING) }

    /// Whether an activity fits from a unit on.
    func fits(_ activity: Int32, at unit: Int32) -> Bool {
        unsafe activities.kind[Int(activity)] == UInt8(HW_ASKS_SLOTS)
            && hw_fits(&activities, &grid, UInt32(activity), unit) != 0
    }

    /// Takes what an activity needs from a unit on; it fits there.
    func occupy(_ activity: Int32, at unit: Int32) { unsafe hw_occupy(&activities, &grid, UInt32(activity), unit) }
}
