import FoundationEssentials
public import PlanModel

/// Output that cannot be written.
public struct OutputError: Error, Sendable, CustomStringConvertible {
    /// The path as given.
    public let path: String
    /// Why, in words.
    public let reason: String

    /// An output that failed, and why.
    public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    /// `PATH: reason`.
    public var description: String { "\(path): \(reason)" }
}

extension Plan {
    /// Writes the plan as a plan folder, normalised: known columns in schema order, durations and dates in one spelling.
    ///
    /// The folder appears whole under its name or not at all: everything is written beside it first, then renamed.
    ///
    /// - Parameters:
    ///   - path: a folder that does not exist yet, or an empty one.
    ///   - threads: how many threads may write, 1 or more; the bytes do not depend on it.
    /// - Throws: `OutputError`; nothing is left behind then.
    public func write(to path: String, threads: Int = 1) throws(OutputError) {
        try FolderWriter(plan: self, path: path, threads: threads).write()
    }
}

/// Writes the native form.
struct FolderWriter {
    let plan: Plan
    let path: String
    let threads: Int

    func write() throws(OutputError) {
        let files = FileManager.default
        if let existing = try? files.contentsOfDirectory(atPath: path), !existing.isEmpty {
            throw OutputError(path: path, reason: "exists and is not empty; name a new folder")
        }
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        let partial = "\(trimmed).partial-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try files.createDirectory(atPath: partial, withIntermediateDirectories: true)
            try writeFiles(in: partial)
            try? files.removeItem(atPath: trimmed)
            try files.moveItem(atPath: partial, toPath: trimmed)
        } catch {
            try? files.removeItem(atPath: partial)
            throw OutputError(path: path, reason: "\(error)")
        }
    }

    private func writeFiles(in folder: String) throws {
        if !plan.baselines.isEmpty {
            try FileManager.default.createDirectory(atPath: "\(folder)/baselines", withIntermediateDirectories: true)
        }
        try forEachFile { name, pieces in try save(pieces, "\(folder)/\(name)") }
    }

    /// Calls `body` with the path inside the folder and the bytes of one file after the other.
    func forEachFile<Failure>(_ body: (String, [[UInt8]]) throws(Failure) -> Void) throws(Failure) {
        try body("plan.yaml", [Array(SettingsWriter.text(of: plan.settings).utf8)])
        for name in FolderReader.order where plan[name].count > 0 { try body("\(name.rawValue).csv", csv(of: plan[name])) }
        for (name, table) in plan.baselines { try body("baselines/\(name).csv", csv(of: table.raw)) }
    }

    private func csv(of table: RawTable) -> [[UInt8]] { TableWriter(table: table, plan: plan).pieces(threads: threads) }

    private func save(_ pieces: [[UInt8]], _ path: String) throws {
        let file = try NewFile(path: path)
        for piece in pieces { try file.append(piece) }
        try file.close()
    }
}
