import Foundation
public import Headway

/// A plan folder as texts, read by the readers that users have.
public struct PlanTexts: Sendable {
    /// The files by name; `plan.yaml` among them.
    public var files: [String: String]

    /// A plan of these files that begins on Monday 4 January 2027, where they have no `plan.yaml`.
    public init(_ files: [String: String]) {
        self.files = ["plan.yaml": "name: Made\nepoch: 2027-01-04T08:00\n"].merging(files) { $1 }
    }

    /// The plan.
    public func plan(threads: Int = 1) throws -> Plan {
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in files.keys where name.contains("/") {
                let inner = "\(folder)/\(name.prefix(while: { $0 != "/" }))"
                try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
            }
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            return try Plan(contentsOf: folder, threads: threads)
        }
    }

    /// The same tables with their rows in another order.
    public func shuffled(using random: inout SeededGenerator) -> PlanTexts {
        var result = self
        for name in files.keys.sorted() where name.hasSuffix(".csv") {
            let lines = files[name]!.split(separator: "\n")
            result.files[name] = (lines.prefix(1) + lines.dropFirst().shuffled(using: &random)).map { $0 + "\n" }.joined()
        }
        return result
    }
}
