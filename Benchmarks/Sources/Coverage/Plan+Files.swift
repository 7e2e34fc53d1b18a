import Foundation
import Headway

extension Plan {
    /// The plan that these files make, by their names.
    init(files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headway-coverage-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (file, text) in files {
            try text.write(to: folder.appending(path: file), atomically: false, encoding: .utf8)
        }
        try self.init(contentsOf: folder.path)
    }

    /// A `plan.yaml` whose working time never stops, from Monday 4 January 2027.
    static let aroundTheClock =
        "name: known\nepoch: 2027-01-04T00:00\ncalendar: clock\ncalendars:\n  clock:\n    week:\n"
        + Weekday.allCases.map { "      \($0.name): [00:00-24:00]\n" }.joined()
}
