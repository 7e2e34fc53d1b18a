import CKernels
import PlanNetwork
import PlanStatistics

/// The tables that every thread's kernel reads: calendars, quantiles, orders of strata.
@safe final class KernelTables: @unchecked Sendable {
    private let times: [WorkingTime]
    private let calendars: UnsafeMutablePointer<hw_calendar>
    private let normal = QuantileTable.normal.coefficients
    private let pert: [Float]
    private let steps: [Float]
    private let stepOffset: [UInt32]
    /// Made once a process.
    private static let allPERT = PERTTables()

    /// Copies of a network's tables at fixed addresses.
    init(_ network: Network) {
        times = network.structure.calendars
        let values = network.values
        let needsPERT =
            values.laws.contains { $0.shape == .pert } || values.risks.events.contains { $0.severity.law.shape == .pert }
        pert = needsPERT ? Self.allPERT.coefficients : []
        var (steps, offsets): ([Float], [UInt32]) = ([], [0])
        for table in values.quantileTables {
            for piece in table.bounds.indices { steps += [table.bounds[piece], table.values[piece], table.slopes[piece]] }
            offsets.append(UInt32(steps.count / 3))
        }
        (self.steps, stepOffset) = (steps, offsets)
        unsafe calendars = .allocate(capacity: times.count)
        for (place, time) in times.enumerated() {
            unsafe (calendars + place).initialize(
                to: hw_calendar(
                    work_at: Self.copy(Self.markedWork(time)), idle_before: Self.copy(Self.idleBefore(time)),
                    granule: time.granule, week_work: time.weekWork, repeat_instant: time.repeatInstant,
                    repeat_work: time.repeatWork, granule_divisor: hw_divisor_of(time.granule),
                    week_divisor: hw_divisor_of(time.weekWork)))
        }
    }

    deinit {
        for place in 0..<times.count {
            unsafe calendars[place].work_at.deallocate()
            unsafe calendars[place].idle_before.deallocate()
        }
        unsafe calendars.deallocate()
    }

    /// By granule of time twice the position, and 1 more if it is work; as bits of an unsigned word, which a table's end may need.
    private static func markedWork(_ time: WorkingTime) -> [Int32] {
        time.workAt.indices.map { granule in
            let isWork = granule + 1 < time.workAt.count && time.workAt[granule + 1] > time.workAt[granule]
            return 2 &* time.workAt[granule] &+ (isWork ? 1 : 0)
        }
    }

    /// By granule of work the minutes before it that are not work.
    private static func idleBefore(_ time: WorkingTime) -> [Int32] {
        time.granuleOf.indices.map { (time.granuleOf[$0] - Int32($0)) * time.granule }
    }

    private static func copy(_ values: [Int32]) -> UnsafePointer<Int32> {
        let copy = UnsafeMutablePointer<Int32>.allocate(capacity: values.count)
        unsafe copy.initialize(from: values, count: values.count)
        return unsafe UnsafePointer(copy)
    }

    /// Calls `body` with a program of these records and tables.
    func withProgram<Result>(
        _ words: UnsafePointer<UInt32>?, _ nodeCount: Int, stratified: Bool, _ body: (inout hw_program) -> Result
    ) -> Result {
        unsafe normal.withUnsafeBufferPointer { normal in
            unsafe pert.withUnsafeBufferPointer { pert in
                unsafe steps.withUnsafeBufferPointer { steps in
                    unsafe stepOffset.withUnsafeBufferPointer { offsets in
                        unsafe StrataOrders.shared.withUnsafeBufferPointer { orders in
                            var code = unsafe hw_program(
                                words: words, node_count: nodeCount, calendars: calendars, normal_table: normal.baseAddress,
                                pert_tables: pert.baseAddress, steps: steps.baseAddress, step_offset: offsets.baseAddress,
                                orders: stratified ? orders.baseAddress : nil)
                            return unsafe body(&code)
                        }
                    }
                }
            }
        }
    }
}
