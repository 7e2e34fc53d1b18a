import CKernels
import PlanNetwork
import PlanStatistics

/// Draws the events of a block, one thread's own: fills the rows of effects that the kernel reads.
@safe struct EventSampler: ~Copyable {
    private let program: EventProgram
    /// `rows.count` rows of factors or minutes.
    let effects: UnsafeMutablePointer<Float>
    /// By event and lane: whether it happens, and its severity.
    private(set) var happens: [Bool]
    private(set) var severity: [Float]
    private var uniforms: [Float]

    private static let lanes = Int(HW_LANES)

    init(_ program: EventProgram) {
        self.program = program
        let count = max(program.rows.count, 1) * Self.lanes
        unsafe effects = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64).assumingMemoryBound(
            to: Float.self)
        unsafe effects.initialize(repeating: 1, count: count)
        happens = Array(repeating: true, count: program.draws.count * Self.lanes)
        severity = Array(repeating: 1, count: program.draws.count * Self.lanes)
        uniforms = severity
    }

    deinit { unsafe effects.deallocate() }

    /// Draws the 64 replications from `first` on.
    mutating func draw(_ code: inout hw_program, first: UInt32) {
        guard !program.draws.isEmpty else { return }
        unsafe drawOccurrences(&code, first)
        unsafe drawSeverities(&code, first)
        for row in program.rows.indices { fill(row) }
    }

    private mutating func drawOccurrences(_ code: inout hw_program, _ first: UInt32) {
        for (event, draw) in program.draws.enumerated() where !draw.isCertain {
            unsafe uniforms.withUnsafeMutableBufferPointer { buffer in
                unsafe hw_uniforms(&code, draw.occurrence.a, draw.occurrence.b, first, buffer.baseAddress!)
            }
            for lane in 0..<Self.lanes {
                let u = Double(uniforms[lane])
                happens[event * Self.lanes + lane] = draw.lower <= u && u < draw.upper
            }
        }
    }

    private mutating func drawSeverities(_ code: inout hw_program, _ first: UInt32) {
        for (event, draw) in program.draws.enumerated() where draw.law != nil {
            unsafe uniforms.withUnsafeMutableBufferPointer { buffer in
                unsafe hw_uniforms(&code, draw.severity.a, draw.severity.b, first, buffer.baseAddress! + event * Self.lanes)
            }
        }
        if let correlation = program.correlation {
            for lane in 0..<Self.lanes { correlation.tie(&uniforms, lane: lane, lanes: Self.lanes) }
        }
        for (event, draw) in program.draws.enumerated() {
            guard let law = draw.law else { continue }
            unsafe uniforms.withUnsafeBufferPointer { u in
                unsafe severity.withUnsafeMutableBufferPointer { values in
                    unsafe hw_quantiles(
                        &code, law.shape, law.parameters, u.baseAddress! + event * Self.lanes,
                        values.baseAddress! + event * Self.lanes)
                }
            }
        }
    }

    private func fill(_ row: Int) {
        let event = Int(program.rows[row].event) * Self.lanes
        switch program.rows[row].kind {
        case .multiplier(let weight, let factor):
            for lane in 0..<Self.lanes {
                let value = happens[event + lane] ? Self.power(severity[event + lane], weight) * factor : 1
                unsafe effects[row * Self.lanes + lane] = value
            }
        case .delay(let minutes): fill(row, event, minutes)
        case .existence: fill(row, event, 1)
        }
    }

    /// Whole minutes go into the row as they are, bit by bit.
    private func fill(_ row: Int, _ event: Int, _ minutes: Int32) {
        for lane in 0..<Self.lanes {
            let value = happens[event + lane] ? minutes : 0
            unsafe effects[row * Self.lanes + lane] = Float(bitPattern: UInt32(bitPattern: value))
        }
    }

    /// A severity to the power of a weight; one below 0, as a normal law may draw, counts as 0.
    static func power(_ severity: Float, _ weight: Float) -> Float {
        if weight == 0 { return 1 }
        if severity <= 0 { return 0 }
        if weight == 1 { return severity }
        return Float(Elementary.exp(Double(weight) * Elementary.log(Double(severity))))
    }
}
