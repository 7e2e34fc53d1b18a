/// Minutes by row and purpose, in compressed rows: what people, teams or units do for which initiative.
///
/// A *purpose* is 0 for what serves no initiative, or an initiative's row plus 1. `offsets` holds `count + 1` values, never decreasing, first 0,
/// last `purposes.count`; within a row purposes ascend, and no minutes are 0.
public struct SparseEffort: Sendable, Equatable {
    /// Where each row begins.
    public internal(set) var offsets: [Int32] = [0]
    /// What for.
    public internal(set) var purposes: [Int32] = []
    /// How many minutes, above 0.
    public internal(set) var minutes: [Int64] = []

    /// The number of rows.
    public var count: Int { offsets.count - 1 }

    /// The places of a row's entries.
    public subscript(row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    /// All minutes of a row.
    public func total(_ row: Int) -> Int64 { self[row].reduce(0) { $0 + minutes[$1] } }

    /// The minutes of a row that serve no initiative.
    public func unaligned(_ row: Int) -> Int64 { minutes(row, for: 0) }

    /// The minutes of a row for a purpose.
    public func minutes(_ row: Int, for purpose: Int) -> Int64 {
        self[row].first { purposes[$0] == Int32(purpose) }.map { minutes[$0] } ?? 0
    }

    /// All minutes for each purpose; `purposeCount` values.
    public func sums(purposeCount: Int) -> [Int64] {
        var sums = [Int64](repeating: 0, count: purposeCount)
        for (purpose, minutes) in zip(purposes, minutes) { sums[Int(purpose)] += minutes }
        return sums
    }

    /// Groups of rows added up.
    ///
    /// - Parameters:
    ///   - groups: the rows of each group.
    ///   - purposeCount: initiatives + 1.
    func summed(_ groups: some Sequence<some Sequence<Int32>>, purposeCount: Int) -> SparseEffort {
        var (result, sums) = (SparseEffort(), PurposeSums(purposeCount))
        for rows in groups {
            for row in rows { sums.add(self, Int(row)) }
            sums.drain(into: &result)
        }
        return result
    }
}

/// The row that is being added up: dense sums, and which of them are in use.
struct PurposeSums {
    private var sums: [Int64]
    private var used: [Int32] = []

    init(_ purposeCount: Int) { sums = Array(repeating: 0, count: purposeCount) }

    mutating func add(_ purpose: Int32, _ minutes: Int64) {
        guard minutes > 0 else { return }
        if sums[Int(purpose)] == 0 { used.append(purpose) }
        sums[Int(purpose)] += minutes
    }

    mutating func add(_ effort: SparseEffort, _ row: Int) {
        for place in effort[row] { add(effort.purposes[place], effort.minutes[place]) }
    }

    /// Ends the row.
    mutating func drain(into effort: inout SparseEffort) {
        used.sort()
        for purpose in used {
            effort.purposes.append(purpose)
            effort.minutes.append(sums[Int(purpose)])
            sums[Int(purpose)] = 0
        }
        used.removeAll(keepingCapacity: true)
        effort.offsets.append(Int32(effort.purposes.count))
    }
}
