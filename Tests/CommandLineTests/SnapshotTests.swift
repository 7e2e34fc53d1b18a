import Foundation
import TestSupport
import Testing

/// What reports look like, byte by byte: files in `Snapshots/` that a changed drawing must be compared with by eye.
///
/// `HEADWAY_RECORD=1 swift test --filter SnapshotTests` writes them anew.
@Suite struct SnapshotTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots").path

    private func compare(_ name: String, _ arguments: [String]) throws {
        let run = try Program.run(["report"] + arguments)
        #expect(run.code == 0, "\(name): \(run.error)")
        let file = "\(Self.folder)/\(name)"
        if ProcessInfo.processInfo.environment["HEADWAY_RECORD"] == "1" {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try run.output.write(to: URL(filePath: file))
        }
        let expected = try TestFolders.contents(of: file)
        #expect(run.output == expected, "\(name) is drawn otherwise; look at both, and record it if that is meant")
    }

    @Test(arguments: [
        "initiatives", "finish", "fan", "slip", "coverage", "strategy", "cascade", "gantt", "tornado", "load", "rhythm",
        "scenarios",
    ]) func chart(name: String) throws {
        let scenarios = ["two-engineers", "later-promise"].map { TestFolders.datasets + "/scenarios/\($0).yaml" }
        let isCompared = name == "scenarios"
        try compare(
            name + ".svg",
            [hospital, "--format", "svg", "--chart", name, "--samples", isCompared ? "128" : "2000"]
                + (isCompared ? ["--scenario"] + scenarios : []))
    }

    /// A small plan's whole page.
    @Test func page() throws { try compare("textbook.html", [textbook]) }
}
