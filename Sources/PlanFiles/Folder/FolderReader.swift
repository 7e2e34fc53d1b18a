import FoundationEssentials
public import PlanModel
import PlanStatistics

extension Plan {
    /// Reads a plan; its kind is found by content.
    ///
    /// - Parameters:
    ///   - path: a plan folder, or a file of another tool.
    ///   - threads: how many threads may read, 1 or more; the result does not depend on it.
    ///   - mapping: a YAML file that says which levels of a file's outline become initiatives, goals and projects; without one the first
    ///     three. A plan folder has its cascade already and takes none.
    /// - Throws: `InputError` if it cannot be opened, `LoadError` with every fault if it is no plan.
    /// - Complexity: O(bytes).
    public init(contentsOf path: String, threads: Int = 1, mapping: String? = nil) throws {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw InputError(path: path, reason: "no such file or folder")
        }
        let levels = try mapping.map { try MappingReader.read(path: $0) } ?? OutlineLevels()
        guard isFolder else {
            self = try FileReader(path: path, levels: levels).read()
            return
        }
        if let mapping {
            throw InputError(path: mapping, reason: "a plan folder has its own cascade; a mapping is for files of other tools")
        }
        self = try FolderReader(source: .disk(path: path), threads: threads).read()
    }
}

/// Reads the native form: `plan.yaml` and a CSV file a table.
struct FolderReader {
    /// Tables in an order in which each refers to earlier ones only.
    static let order: [TableName] = [
        .teams, .people, .initiatives, .goals, .projects, .summaries, .tasks, .dependencies, .links, .assignments,
        .responsibilities, .availability,
        .checkins, .risks, .impacts, .correlations, .history,
    ]
    /// No single file of a plan is larger, bytes; offsets into it fit 32 bits.
    static let largestFile = Int(UInt32.max)

    let source: FolderSource
    let threads: Int

    /// The plan.
    func read() throws -> Plan {
        var (faults, findings) = (FaultList(), [Finding]())
        guard source.has("plan.yaml") else {
            throw InputError(path: source.path, reason: "not a plan folder; expected a file plan.yaml in it")
        }
        let yaml = try source.open("plan.yaml")
        var references: [SettingsReference] = []
        let settings = unsafe SettingsReader.read(
            yaml.bytes, file: "plan.yaml", faults: &faults, findings: &findings, references: &references)
        // Without settings there are no calendars to read durations by; the tables' other faults are still worth a look.
        var plan = Plan(settings: settings ?? PlanSettings(name: "", epoch: LocalDateTime(minutes: 0)))
        let hadSettings = settings != nil
        var context = ReadContext(
            units: plan.settings.units,
            calendars: .init(
                plan.settings.calendars.enumerated().map { ($1.name, Int32($0)) }, uniquingKeysWith: { a, _ in a }),
            tables: [:], threads: threads)
        var hash = unsafe Identity.of(yaml.bytes)
        for name in Self.order {
            guard let table = try readTable(name, plan[name].specs, "\(name.rawValue).csv", context, &faults, &findings) else {
                continue
            }
            plan[name] = table
            context.tables[name] = table
            hash &+= table.contentHash
        }
        try readBaselines(into: &plan, context, &hash, &faults, &findings)
        if hadSettings {
            RowChecks(plan: plan).run(&faults, &findings)
            for fault in SettingsReference.faults(references, in: plan) { faults.add(fault) }
        }
        findings += unknownFiles()
        faults.sortByFile()
        guard faults.isEmpty else { throw LoadError(faults) }
        plan.findings = findings
        plan.inputHash = Self.hexadecimal(hash)
        return plan
    }

    private func readTable(
        _ name: TableName, _ specs: [ColumnSpec], _ file: String, _ context: ReadContext, _ faults: inout FaultList,
        _ findings: inout [Finding]
    ) throws -> RawTable? {
        guard source.has(file) else { return nil }
        let mapped = try source.open(file)
        guard unsafe mapped.bytes.count <= Self.largestFile else {
            faults.add(Fault(code: "file-too-large", file: file, message: "expected at most 4 GiB in one file"))
            return nil
        }
        return unsafe TableReader(name: name, specs: specs, file: file, context: context).read(
            mapped.bytes, faults: &faults, findings: &findings)
    }

    private func readBaselines(
        into plan: inout Plan, _ context: ReadContext, _ hash: inout UInt64, _ faults: inout FaultList,
        _ findings: inout [Finding]
    ) throws {
        for file in source.names(in: "baselines") where file.hasSuffix(".csv") {
            let read = try readTable(.baselines, BaselineColumn.specs, "baselines/\(file)", context, &faults, &findings)
            guard let read else { continue }
            var table = Table<BaselineColumn>()
            table.raw = read
            plan.baselines[String(file.dropLast(4))] = table
            hash &+= read.contentHash
        }
    }

    /// Tables that Headway does not know are named, so that a misspelt file is not overlooked.
    private func unknownFiles() -> [Finding] {
        let known = Set(Self.order.map { "\($0.rawValue).csv" })
        return source.names().filter { $0.hasSuffix(".csv") && !known.contains($0) }.map { file in
            Finding(code: "unknown-file", file: file, message: "no table of a plan has this name; the file is not read")
        }
    }

    /// 16 hexadecimal digits.
    static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
