import Headway
import PlanReports

/// How the faults of plans are told.
extension ResultOptions {
    /// Does work whose faults are those of a plan.
    ///
    /// - Parameters:
    ///   - path: of the plan.
    ///   - isOther: whether there is another plan besides, so that files are named by where they stand.
    func telling<Result>(_ path: String, isOther: Bool = false, _ work: () throws -> Result) throws -> Result {
        do { return try work() } catch let error as LoadError {
            throw faults(error.faults, error.count, path, isOther)
        } catch let error as CompileError {
            throw faults(error.faults, error.count, path, isOther)
        }
    }

    private func faults(_ faults: [Fault], _ count: Int, _ path: String, _ isOther: Bool) -> InputFaults {
        let placed = faults.map { fault in
            var fault = fault
            if isOther { fault.file = Machine.hasFolder(path) ? "\(path)/\(fault.file)" : path }
            return fault
        }
        return InputFaults(report: FaultReport(placed, count: count), plan: path, asJSON: isJSON)
    }
}
