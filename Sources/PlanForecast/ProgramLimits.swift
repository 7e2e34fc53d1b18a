import PlanNetwork

/// What constraints demand of a node's dates beside the floor of its start, as the kernel takes it.
struct ProgramLimits: Equatable {
    /// The earliest finish; far below all positions where there is none.
    var finishFloor = Int32.min / 2
    /// The latest start and finish; beyond all positions where there is none.
    var startCap = Int32.max / 2, finishCap = Int32.max / 2

    init(finishFloor: Int32 = .min / 2) { self.finishFloor = finishFloor }

    /// The limits of a node whose start is not pinned.
    init(_ limits: DateLimits) {
        finishFloor = max(limits.finishFloor, .min / 2)
        (startCap, finishCap) = (min(limits.startCap, .max / 2), min(limits.finishCap, .max / 2))
    }

    /// The words of a record.
    var words: [UInt32] { [finishFloor, startCap, finishCap].map(UInt32.init(bitPattern:)) }
}
