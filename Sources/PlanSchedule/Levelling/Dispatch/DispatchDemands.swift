import PlanNetwork

/// What each node holds, and in which queue it waits for it.
struct DispatchDemands {
    private(set) var offsets: [Int32] = [0]
    private(set) var resource: [Int32] = [], amount: [Int32] = [], classOf: [Int32] = []
    private(set) var classResource: [Int32] = [], classAmount: [Int32] = [], classCalendar: [Int32] = []
    private(set) var shortfalls: [Shortfall] = []

    private let network: Network
    private let capacity: CapacityModel

    init(_ network: Network, _ capacity: CapacityModel) { (self.network, self.capacity) = (network, capacity) }

    /// A resource, an amount and a calendar.
    private struct Key: Hashable, Comparable {
        var resource: Int32, amount: Int32, calendar: Int32

        static func < (a: Key, b: Key) -> Bool {
            (a.resource, a.amount, a.calendar) < (b.resource, b.amount, b.calendar)
        }
    }

    mutating func gather() {
        var keys: [Key] = []
        for node in 0..<network.structure.nodeCount {
            let calendar = Int32(network.structure.calendar(of: node))
            if network.values.progress(of: node) != .completed {
                for place in capacity.heldDemands(of: node, { shortfalls.append($0) }) {
                    let held = capacity.heldAmount(place)
                    resource.append(capacity.demandResource[place])
                    amount.append(held)
                    keys.append(Key(resource: capacity.demandResource[place], amount: held, calendar: calendar))
                }
            }
            offsets.append(Int32(resource.count))
        }
        // Classes in an order of their own, so that they do not depend on that of rows.
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        classOf = Array(repeating: 0, count: keys.count)
        var last: Key?
        for place in order {
            if keys[place] != last {
                last = keys[place]
                classResource.append(keys[place].resource)
                classAmount.append(keys[place].amount)
                classCalendar.append(keys[place].calendar)
            }
            classOf[place] = Int32(classResource.count - 1)
        }
    }
}
