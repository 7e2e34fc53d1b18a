import ArgumentParser
import Headway
import PlanReports

/// One run of a command: its steps in order, timed, with the interrupt looked at between them, and its result written at the end.
struct Run {
    let options: any ResultOptions
    private let file: OutputFile?
    private let start = ContinuousClock.now
    private(set) var timing = Timing()

    /// Begins a run; the output file is opened first, so that no work is done for a file that cannot be written.
    init(_ options: any ResultOptions) throws {
        self.options = options
        file = try options.output.map { path throws(OutputError) in try OutputFile(path) }
        timing.threads = options.threadCount
    }

    /// Does a step and adds its time to a field of `timing`.
    mutating func step<Result>(_ field: WritableKeyPath<Timing, Double>, _ work: () throws -> Result) throws -> Result {
        try Interrupt.check()
        let begin = ContinuousClock.now
        defer { timing[keyPath: field] += Self.seconds(since: begin) }
        return try work()
    }

    /// Does a long piece of computing that tells how far it is, and that an interrupt stops.
    ///
    /// - Parameters:
    ///   - title: what is being done.
    ///   - work: given what to tell (done, of how much), which says false where it is to stop; `nil` where it was stopped.
    mutating func watched<Result>(
        _ title: String, _ work: (@escaping @Sendable (Int, Int) -> Bool) throws -> Result?
    ) throws -> Result {
        let meter = ProgressMeter(title, isQuiet: options.quiet)
        let result = try step(\.compute) {
            try work { done, total in
                meter.update(done, of: total)
                return !Interrupt.isRequested
            }
        }
        meter.clear()
        guard let result else { throw Interrupted() }
        return result
    }

    /// Reads a plan; a mapping file only concerns plans of other tools.
    mutating func load(_ path: String, _ input: InputOptions? = nil) throws -> Plan {
        let options = options
        return try step(\.load) {
            try options.telling(path) { try Plan(contentsOf: path, threads: options.threadCount, mapping: input?.mapping) }
        }
    }

    /// Compiles a plan.
    mutating func compile(_ plan: Plan, path: String) throws -> Network {
        let options = options
        return try step(\.compile) { try options.telling(path) { try Network(compiling: plan, threads: options.threadCount) } }
    }

    /// Reads, compiles and schedules another plan, which this one is held against.
    mutating func schedule(ofOther path: String, _ input: InputOptions, level: Bool = false) throws -> (Plan, Schedule) {
        let options = options
        let mapping = Machine.hasFolder(path) ? nil : input.mapping
        let plan = try step(\.load) {
            try options.telling(path, isOther: true) {
                try Plan(contentsOf: path, threads: options.threadCount, mapping: mapping)
            }
        }
        let network = try step(\.compile) {
            try options.telling(path, isOther: true) { try Network(compiling: plan, threads: options.threadCount) }
        }
        return (plan, try step(\.compute) { SlipCommand.schedule(plan, network, level: level) })
    }

    /// Writes the result in the form asked for.
    mutating func finish(
        _ output: OutputOptions, text: (Style) -> String, json: (Timing?) -> [UInt8], csv: () -> [UInt8]
    ) throws {
        try finish { timing in
            switch output.format {
            case .text: Array(NarrowText.fitted(text(output.running.style), output.running.style).utf8)
            case .json: json(timing)
            case .csv: csv()
            }
        }
    }

    /// Writes the result.
    ///
    /// - Parameter bytes: makes it, given what the run took where that was asked for.
    mutating func finish(_ bytes: (Timing?) throws -> [UInt8]) throws {
        try Interrupt.check()
        timing.total = Self.seconds(since: start)
        timing.peakBytes = Machine.peakBytes
        let bytes = try bytes(options.running.timing ? timing : nil)
        try Interrupt.check()
        if let file { try file.commit(bytes) } else { try StandardStreams.write(bytes) }
        if options.running.timing {
            timing.total = Self.seconds(since: start)
            timing.peakBytes = Machine.peakBytes
            StandardStreams.say(timing.line)
        }
    }

    private static func seconds(since begin: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - begin).components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
