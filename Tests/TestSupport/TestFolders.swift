public import Foundation
public import Headway

/// Where tests find data, and where they may write.
public enum TestFolders {
    /// The folder of other people's plans that the environment names; `nil` where it names none.
    public static let reference: String? = {
        if let path = ProcessInfo.processInfo.environment["HEADWAY_REFERENCE"], !path.isEmpty { return path }
        FileHandle.standardError.write(
            Data("\n*** HEADWAY_REFERENCE is not set: ALL TESTS OVER REFERENCE DATA ARE SKIPPED ***\n\n".utf8))
        return nil
    }()

    /// Whether reference data is there; says so loudly where it is not.
    public static var hasReference: Bool { reference != nil }

    /// Whether tests that take minutes were asked for: `HEADWAY_LONG_TESTS=1`.
    public static var wantsLongTests: Bool { ProcessInfo.processInfo.environment["HEADWAY_LONG_TESTS"] == "1" }

    /// The folder `datasets/` of the project.
    public static var datasets: String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: "datasets").path
    }

    /// The names inside a folder, in order.
    public static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// The contents of a file.
    public static func contents(of path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    /// Calls `body` with the path of a folder that does not exist yet and is removed afterwards.
    public static func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "headway-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }
}

extension Plan {
    /// The plan after it was written to files and read again.
    public func throughFiles() throws -> Plan {
        try TestFolders.withTemporaryFolder { folder in
            try write(to: folder)
            return try Plan(contentsOf: folder)
        }
    }
}
