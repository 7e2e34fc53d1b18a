import PlanNetwork

/// On which calendar's positions each target's finish is counted: the one that all its tasks run on, else around the clock.
struct TargetAxes {
    /// An index into the network's calendars, by target; the last one is the clock.
    let axis: [UInt16]

    init(_ network: Network) {
        let structure = network.structure
        let (tree, elapsed) = (structure.targets, UInt16(structure.calendars.count - 1))
        guard !structure.calendarOfNode.isEmpty else {
            axis = Array(repeating: UInt16(structure.planCalendar), count: tree.count)
            return
        }
        let unset = UInt16.max
        var axis = [UInt16](repeating: unset, count: tree.count)
        for target in tree.order.map(Int.init) {
            var found = unset
            func take(_ calendar: UInt16) {
                if calendar != unset { found = found == unset || found == calendar ? calendar : elapsed }
            }
            for place in tree.members[target] { take(UInt16(structure.calendar(of: Int(tree.members.items[place])))) }
            for place in tree.children[target] { take(axis[Int(tree.children.items[place])]) }
            axis[target] = found
        }
        self.axis = axis.map { $0 == unset ? UInt16(structure.planCalendar) : $0 }
    }
}
