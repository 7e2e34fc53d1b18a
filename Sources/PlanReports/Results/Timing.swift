/// How long a run took and what it needed.
public struct Timing: Sendable, Hashable {
    /// Seconds spent reading, compiling, computing, and altogether up to the moment the result is written.
    public var load = 0.0, compile = 0.0, compute = 0.0, total = 0.0
    /// The most memory that was in use, bytes.
    public var peakBytes = 0
    /// Threads that could be used.
    public var threads = 1

    /// Nothing measured yet.
    public init() {}

    /// One line for people.
    public var line: String {
        "timing: load \(milliseconds(load)), compile \(milliseconds(compile)), compute \(milliseconds(compute)), "
            + "total \(milliseconds(total)), peak \(peakBytes >> 20) MiB, \(Spelling.count(threads, "thread"))"
    }

    private func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded())) ms" }

    func write(to json: inout JSONWriter) {
        json.key("timing")
        json.object { json in
            json.field("loadSeconds", load)
            json.field("compileSeconds", compile)
            json.field("computeSeconds", compute)
            json.field("totalSeconds", total)
            json.field("peakBytes", peakBytes)
            json.field("threads", threads)
        }
    }
}
