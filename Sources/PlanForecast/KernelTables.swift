import CKernels
import PlanNetwork
import PlanStatistics

/// The tables that every thread's kernel reads: calendars and quantiles.
@safe final class KernelTables: @unchecked Sendable {
    private let times: [WorkingTime]
    private let calendars: UnsafeMutablePointer<hw_calendar>
    private let normal = QuantileTable.normal.coefficients
    private let pert: [Float]
    /// Made once a process.
    private static let allPERT = PERTTables()

    /// Copies of the calendars' tables at fixed addresses.
    init(_ times: [WorkingTime], needsPERT: Bool = true) {
        self.times = times
        pert = needsPERT ? Self.allPERT.coefficients : []
        unsafe calendars = .allocate(capacity: times.count)
        for (place, time) in times.enumerated() {
            unsafe (calendars + place).initialize(
                to: hw_calendar(
                    work_at: Self.copy(time.workAt), granule_of: Self.copy(time.granuleOf), granule: time.granule,
                    week_work: time.weekWork, repeat_instant: time.repeatInstant, repeat_work: time.repeatWork,
                    granule_inverse: 1 / Double(time.granule), week_inverse: 1 / Double(time.weekWork)))
        }
    }

    deinit {
        for place in 0..<times.count {
            unsafe calendars[place].work_at.deallocate()
            unsafe calendars[place].granule_of.deallocate()
        }
        unsafe calendars.deallocate()
    }

    private static func copy(_ values: [Int32]) -> UnsafePointer<Int32> {
        let copy = UnsafeMutablePointer<Int32>.allocate(capacity: values.count)
        unsafe copy.initialize(from: values, count: values.count)
        return unsafe UnsafePointer(copy)
    }

    /// Calls `body` with the calendars, the normal table and the PERT tables.
    func withPointers<Result>(
        _ body: (UnsafePointer<hw_calendar>, UnsafePointer<Float>, UnsafePointer<Float>?) -> Result
    ) -> Result {
        unsafe normal.withUnsafeBufferPointer { normal in
            unsafe pert.withUnsafeBufferPointer { pert in unsafe body(calendars, normal.baseAddress!, pert.baseAddress) }
        }
    }
}
