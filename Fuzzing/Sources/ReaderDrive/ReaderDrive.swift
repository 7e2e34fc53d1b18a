// The tests replay the corpus through this file too: Tests/TestSupport/ReaderDrive.swift is a link to it.
public import Headway

/// Takes the bytes of one file through a reader and, where they make a plan, through everything that follows.
///
/// Whatever the bytes are, nothing may trap, and a plan that was read must survive being written.
public enum ReaderDrive: String, CaseIterable, Sendable {
    /// Tables of a plan folder: sections, each begun by a line `%% FILE.csv`.
    case csv
    /// The settings of a plan folder with a few tasks.
    case yaml
    case xer, pmxml, mspdi

    /// What became of the bytes.
    public enum Outcome: Sendable {
        /// The reader found faults.
        case refused([Fault])
        /// A plan, and why it has no schedule if it has none.
        case plan(Plan, compileFaults: [Fault])
    }

    /// What must not happen, in words.
    public struct Failure: Error, CustomStringConvertible {
        /// What was wrong.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// Drives one input.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - follows: whether a plan is compiled, scheduled, forecast and exported too, not only written and read again.
    /// - Throws: `Failure` where a refused file has no fault, or a plan does not survive being written and read.
    public func run(_ bytes: [UInt8], follows: Bool = true) throws -> Outcome {
        do {
            let plan = try read(bytes)
            try checkWriting(plan)
            return .plan(plan, compileFaults: follows ? try follow(plan) : [])
        } catch let error as LoadError {
            guard error.count > 0, !error.faults.isEmpty else { throw Failure("refused without a fault") }
            return .refused(error.faults)
        }
    }

    private func read(_ bytes: [UInt8]) throws -> Plan {
        switch self {
        case .csv: return try Plan(folder: Self.sections(bytes))
        case .yaml: return try Plan(folder: Self.tables.merging(["plan.yaml": bytes]) { $1 })
        case .xer: return try Plan(file: bytes, name: "plan.xer")
        case .pmxml, .mspdi: return try Plan(file: bytes, name: "plan.xml")
        }
    }

    /// What is written reads back, and writing that gives the same bytes.
    private func checkWriting(_ plan: Plan) throws {
        let first = plan.files()
        let again: [String: [UInt8]]
        do {
            again = try Plan(folder: first).files()
        } catch let error as LoadError {
            throw Failure("what was written is refused: \(error.faults[0])")
        }
        for name in Set(first.keys).union(again.keys).sorted() where first[name] != again[name] {
            let (one, two) = (Self.text(first[name]), Self.text(again[name]))
            throw Failure("\(name) is written differently after it was read:\n\(one)\n---\n\(two)")
        }
    }

    private static func text(_ bytes: [UInt8]?) -> String { bytes.map { String(decoding: $0, as: UTF8.self) } ?? "no file" }

    /// Compiles, schedules, forecasts and exports a plan; the faults of one that cannot be compiled.
    private func follow(_ plan: Plan) throws -> [Fault] {
        let network: Network
        do throws(CompileError) { network = try Network(compiling: plan) } catch {
            guard !error.faults.isEmpty else { throw Failure("not compiled, without a fault") }
            _ = plan.mspdi()
            return error.faults
        }
        let schedule = Schedule(of: network)
        _ = PlanFindings(of: plan, schedule).all.count
        for node in 0..<network.structure.nodeCount { Self.look(schedule, node) }
        for name in plan.baselines.keys { _ = EarnedValue(of: plan, network, baseline: name) }
        if network.structure.nodeCount + network.structure.targets.count <= 400 { try forecast(network) }
        try export(plan, schedule)
        return []
    }

    private static func look(_ schedule: Schedule, _ node: Int) {
        let instants = [
            schedule.startInstant(node), schedule.finishInstant(node), schedule.earlyStartInstant(node),
            schedule.earlyFinishInstant(node), schedule.lateStartInstant(node), schedule.lateFinishInstant(node),
        ]
        for instant in instants { _ = schedule.date(instant).description }
        _ = schedule.totalFloat(node)
        _ = schedule.isCritical(node)
    }

    private func forecast(_ network: Network) throws {
        let forecast = Forecast(of: network, settings: ForecastSettings(samples: 70))
        let targets = 0..<network.structure.targets.count
        for index in targets {
            guard let target = forecast.target(index) else { continue }
            guard target.percentile(50) <= target.percentile(80) else { throw Failure("P50 lies after P80") }
            _ = (target.mean, target.onTime, target.histogram().count)
        }
        _ = forecast.joint(Array(targets))
    }

    /// The plan as Microsoft Project's XML, with dates and figures, read again.
    private func export(_ plan: Plan, _ schedule: Schedule) throws {
        let nodes = plan.tasks.rows.map { Int(schedule.network.structure.nodeOfTask[$0]) }
        let starts = nodes.map { $0 < 0 ? nil : schedule.date(schedule.startInstant($0)) }
        let finishes = nodes.map { $0 < 0 ? nil : schedule.date(schedule.finishInstant($0)) }
        let figures = TaskForecastFigures(p50: starts, p80: finishes, criticalityIndex: nodes.map { $0 < 0 ? nil : 0.5 })
        let (document, _) = plan.mspdi(dates: TaskDates(start: starts, finish: finishes), forecast: figures)
        do { _ = try Plan(file: document, name: "plan.xml") } catch let error as LoadError {
            throw Failure("what was exported is refused: \(error.faults[0])\n\(Self.text(document))")
        }
    }
}

extension ReaderDrive {
    /// Splits bytes at lines `%% FILE`; what stands before the first is the tasks.
    static func sections(_ bytes: [UInt8]) -> [String: [UInt8]] {
        var files = ["plan.yaml": settings]
        var (name, content): (String, [UInt8]) = ("tasks.csv", [])
        for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
            guard line.starts(with: [0x25, 0x25, 0x20]) else {
                content += line
                content.append(0x0a)
                continue
            }
            if !content.isEmpty { files[name] = content.dropLast() }
            (name, content) = (String(decoding: line.dropFirst(3), as: UTF8.self), [])
        }
        if !content.isEmpty { files[name] = content.dropLast() }
        return files
    }

    /// The settings of plans whose tables are looked at.
    private static let settings = Array(
        """
        name: T
        epoch: 2027-01-04T08:00
        dataDate: 2027-01-11T12:00
        calendar: c
        calendars:
          c:
            week: {monday: [08:00-12:00, 13:00-17:00], tuesday: [08:00-12:00, 13:00-17:00], friday: [08:00-12:00]}
            exceptions: {2027-01-12: [], 2027-01-13: [10:00-11:00]}
          n: {base: c, week: {friday: [22:00-24:00]}}
        ranges: {routine: [0.9, 1, 1.3]}
        """.utf8)

    /// The tables of plans whose settings are looked at.
    private static let tables: [String: [UInt8]] = [
        "tasks.csv": """
        id,name,project,duration,optimistic,most_likely,pessimistic,class,calendar,actual_start
        a,A,,3d,,,,routine,,
        b,B,,,2h,3h,9h,,,
        c,C,,90m,,,,,,
        """,
        "dependencies.csv": "predecessor,successor,type,lag\na,b,SS,2d\nb,c,FF,-50%\n",
    ].mapValues { Array($0.utf8) }
}
