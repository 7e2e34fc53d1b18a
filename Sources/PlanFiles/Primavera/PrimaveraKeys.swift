import PlanModel

/// Finds rows by P6's own keys; a key that two rows of a table have is a fault.
struct PrimaveraKeys {
    private var rows: [Int: Int32] = [:]

    init(_ keys: [Int], lines: (Int) -> Int, what: String, file: String, faults: inout FaultList) {
        rows.reserveCapacity(keys.count)
        for (row, key) in keys.enumerated() {
            guard let earlier = rows.updateValue(Int32(row), forKey: key) else { continue }
            rows[key] = earlier
            let message =
                "the key of \(what) is given twice, first on line \(lines(Int(earlier))) (expected each key once) (found \"\(key)\")"
            faults.add(Fault(code: "duplicate-key", file: file, line: lines(row), column: what, message: message))
        }
    }

    /// The row with a key.
    subscript(key: Int?) -> Int? { key.flatMap { rows[$0] }.map { Int($0) } }
}
