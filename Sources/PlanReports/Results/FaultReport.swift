public import PlanModel

/// What makes an input unusable, for people and for programs.
public struct FaultReport: Sendable {
    /// The faults that are listed.
    public let faults: [Fault]
    /// How many there are altogether.
    public let count: Int

    /// A report of some faults.
    ///
    /// - Parameters:
    ///   - faults: the first ones, up to a hundred.
    ///   - count: how many there are, at least `faults.count`.
    public init(_ faults: [Fault], count: Int) { (self.faults, self.count) = (faults, count) }

    /// One line a fault, `error: FILE:LINE: COLUMN: message`, then how many more there are.
    public var lines: [String] {
        let listed = faults.map { "error: \(printable($0.description))" }
        return count > faults.count ? listed + ["and \(Spelling.count(count - faults.count)) more"] : listed
    }

    /// `{"errors":[{file,line,column,code,message}]}`.
    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("errors")
            json.array { json in
                for fault in faults { Self.write(fault.file, fault.line, fault.column, fault.code, fault.message, &json) }
            }
            if count > faults.count { json.field("errorCount", count) }
        }
        return json.finished()
    }

    /// One fault or finding.
    static func write(
        _ file: String?, _ line: Int?, _ column: String?, _ code: String, _ message: String, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.field("file", file)
            json.field("line", line)
            json.field("column", column)
            json.field("code", code)
            json.field("message", message)
        }
    }
}
