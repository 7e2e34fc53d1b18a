public import PlanModel

extension Plan {
    /// Reads a plan folder that is held in memory.
    ///
    /// - Parameters:
    ///   - files: the files' bytes by their paths inside the folder: `plan.yaml`, `tasks.csv`, `baselines/NAME.csv`.
    ///   - threads: how many threads may read, 1 or more; the result does not depend on it.
    /// - Throws: `InputError` if there is no `plan.yaml`, `LoadError` with every fault if it is no plan.
    /// - Complexity: O(bytes).
    public init(folder files: [String: [UInt8]], threads: Int = 1) throws {
        self = try FolderReader(source: .memory(files), threads: threads).read()
    }

    /// Reads a file of another tool that is held in memory; its kind is found by content.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what faults and findings call it; without its ending the name of a plan that has none.
    /// - Throws: `LoadError` with every fault if it is no plan.
    /// - Complexity: O(bytes).
    public init(file bytes: [UInt8], name: String) throws {
        self = try unsafe bytes.withUnsafeBufferPointer {
            try unsafe FileReader.plan(of: $0, file: name, levels: OutlineLevels())
        }
    }

    /// The files of the plan as a plan folder, by their paths inside it: what `write(to:threads:)` writes.
    ///
    /// - Parameter threads: how many threads may write, 1 or more; the bytes do not depend on it.
    public func files(threads: Int = 1) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        FolderWriter(plan: self, path: "", threads: threads).forEachFile { name, pieces in files[name] = Array(pieces.joined())
        }
        return files
    }

    /// The plan as MSPDI, the XML of Microsoft Project: what `writeMSPDI(to:dates:forecast:)` writes.
    ///
    /// - Parameters:
    ///   - dates: when tasks start and finish, as a schedule has them; without them only given dates are written.
    ///   - forecast: figures for the custom fields `P50 finish`, `P80 finish` and `Criticality index`.
    /// - Returns: the document, and what the format cannot hold: `dropped` or `changed`, with counts.
    public func mspdi(
        dates: TaskDates? = nil, forecast: TaskForecastFigures? = nil
    ) -> (document: [UInt8], losses: [Finding]) {
        var writer = MSPDIWriter(plan: self, dates: dates, forecast: forecast)
        let document = writer.document()
        return (document, writer.losses.findings(file: "plan.xml"))
    }
}
