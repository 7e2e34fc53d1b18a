import Foundation
import PlanModel
import TestSupport

@testable import PlanFiles

/// A plan folder written from texts, and what reading it gave.
struct FolderReading {
    var plan: Plan?
    var faults: [Fault] = []
    /// All faults, also those beyond the first hundred.
    var count = 0

    static let settings = """
        name: Test
        epoch: 2027-01-04T08:00
        """

    /// Reads a folder of these files; `plan.yaml` is the shortest there is unless it is one of them.
    init(_ files: [String: String], threads: Int = 1) throws {
        try self.init(bytes: files.mapValues { Data($0.utf8) }, threads: threads)
    }

    init(bytes files: [String: Data], threads: Int = 1) throws {
        var files = files
        if files["plan.yaml"] == nil { files["plan.yaml"] = Data(Self.settings.utf8) }
        try TestFolders.withTemporaryFolder { folder in
            for (name, data) in files {
                let url = URL(filePath: "\(folder)/\(name)")
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try data.write(to: url)
            }
            do { plan = try Plan(contentsOf: folder, threads: threads) } catch let error as LoadError {
                (faults, count) = (error.faults, error.count)
            }
        }
    }

    /// Faults as `code file:line column`.
    var places: [String] { faults.map { "\($0.code) \($0.file):\($0.line ?? 0) \($0.column ?? "-")" } }
}
