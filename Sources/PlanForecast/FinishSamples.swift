import PlanNetwork

/// The finish of every target in every replication, as positions on the target's axis.
struct FinishSamples: Sendable {
    private let buffer: SampleBuffer
    /// The row of each target; −1 where no unfinished task serves it.
    private let rowOfTarget: [Int32]
    /// The calendar that each target is counted on.
    let axis: [UInt16]
    let samples: Int

    init(_ buffer: SampleBuffer, _ program: ForecastProgram, samples: Int) {
        var rows = [Int32](repeating: -1, count: program.network.structure.targets.count)
        for (row, target) in program.outputTargets.enumerated() { rows[Int(target)] = Int32(row) }
        (self.buffer, rowOfTarget, axis, self.samples) = (buffer, rows, program.graph.axisOfTarget, samples)
    }

    /// The finishes of a target by replication; `nil` where no unfinished task serves it.
    func positions(of target: Int) -> [Int32]? {
        rowOfTarget[target] < 0 ? nil : buffer.row(Int(rowOfTarget[target]), count: samples)
    }
}
