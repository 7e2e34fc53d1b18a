import PlanModel

/// What the files of scheduling research hold, whatever their format: projects of jobs that share resources.
struct ActivityFile {
    /// A project of the file.
    struct Project {
        /// When it may start, time units.
        var release = 0
        /// The line of the file.
        var line = 0
    }

    /// A job of a project.
    struct Job {
        /// An index into `projects`.
        var project = 0
        /// Its number in the project, from 1.
        var number = 0
        /// Time units.
        var duration = 0
        /// Resource and units, without those for nothing.
        var demands: [(resource: Int, units: Int)] = []
        /// Indices into `jobs`.
        var successors: [Int] = []
        /// The line of the file.
        var line = 0
    }

    let file: String
    var projects: [Project] = []
    /// Units of each renewable resource.
    var capacities: [(units: Int, line: Int)] = []
    var jobs: [Job] = []
    var losses = LossLedger()
    var faults = FaultList()

    init(file: String) { self.file = file }

    /// The longest time in a file: what a plan can hold, at a day a unit.
    static let longestTime = 700_000
    /// The most units of a resource.
    static let mostUnits = 1_000_000_000

    /// A whole number in a range, or `nil` and a fault.
    mutating func number(_ token: TokenScanner.Token, _ column: String, _ range: ClosedRange<Int>) -> Int? {
        if let value = Int(token.text), range.contains(value) { return value }
        let (code, what) = Self.fault(of: token.text)
        let most = range.upperBound == Int.max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
        refuse(code, token.line, column, "\(what) (expected a whole number, \(most)) (found \"\(quotable(token.text))\")")
        return nil
    }

    private static func fault(of text: String) -> (code: String, what: String) {
        text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
            ? ("out-of-range", "the number is out of range") : ("bad-number", "not a whole number")
    }

    mutating func refuse(_ code: String, _ line: Int, _ column: String?, _ message: String) {
        faults.add(Fault(code: code, file: file, line: line, column: column, message: message))
    }

    /// Names a successor that a job has twice.
    mutating func refuseRepeated(_ successors: [Int], line: Int) {
        guard Set(successors).count != successors.count else { return }
        var seen: Set<Int> = []
        for successor in successors where !seen.insert(successor).inserted {
            refuse(
                "duplicate-successor", line, "successors", "named twice (expected each successor once) (found \"\(successor)\")"
            )
        }
    }
}
