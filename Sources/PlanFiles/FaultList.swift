public import PlanModel

/// The faults of one run, up to a hundred; beyond that only their number.
struct FaultList: Sendable {
    static let limit = 100
    private(set) var faults: [Fault] = []
    /// All faults, the ones beyond the limit too.
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func add(_ fault: Fault) {
        count += 1
        if faults.count < Self.limit { faults.append(fault) }
    }

    mutating func add(_ others: FaultList) {
        for fault in others.faults { add(fault) }
        addUnlisted(others.count - others.faults.count)
    }

    /// Puts the faults in the order of their lines.
    mutating func sort() { faults.sort { ($0.line ?? 0) < ($1.line ?? 0) } }

    /// Puts the faults in the order of their files, as first met, and lines.
    mutating func sortByFile() {
        var rank: [String: Int] = [:]
        for fault in faults where rank[fault.file] == nil { rank[fault.file] = rank.count }
        faults.sort { (rank[$0.file]!, $0.line ?? 0) < (rank[$1.file]!, $1.line ?? 0) }
    }

    /// Counts faults that another list had no room for.
    mutating func addUnlisted(_ number: Int) { count += number }
}

/// Input that is no plan: every fault found in it, up to a hundred.
public struct LoadError: Error, Sendable {
    /// The faults, in the order of files and lines.
    public let faults: [Fault]
    /// How many there are; more than `faults.count` where the limit was reached.
    public let count: Int

    init(_ list: FaultList) { (faults, count) = (list.faults, list.count) }
}

/// Input that cannot be opened or read.
public struct InputError: Error, Sendable, CustomStringConvertible {
    /// The path as given.
    public let path: String
    /// Why, in words.
    public let reason: String

    /// An input that failed, and why.
    public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    /// `PATH: reason`.
    public var description: String { "\(path): \(reason)" }
}
