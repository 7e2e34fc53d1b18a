import Foundation
import TestSupport

/// Folders that tests may write in.
enum TemporaryFolder {
    /// Calls `body` with a folder that is removed afterwards.
    static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            return try body(folder)
        }
    }

    /// Calls `body` with the folder of a plan made of a few files; `plan.yaml` is supplied.
    static func withPlan<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
        try with { folder in
            try write("name: Made\nepoch: 2027-01-04T08:00\n", folder + "/plan.yaml")
            for (name, text) in files { try write(text, "\(folder)/\(name)") }
            return try body(folder)
        }
    }

    static func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

    static func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}

/// The two plans of the repository.
let hospital = TestFolders.datasets + "/hospital"
let textbook = TestFolders.datasets + "/textbook"
