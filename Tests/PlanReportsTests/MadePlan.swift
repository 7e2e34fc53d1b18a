import Foundation
import Headway
import TestSupport

extension Plan {
    /// The plan of a few CSV files, on the standard calendar from 4 January 2027.
    static func made(_ files: [String: String]) throws -> Plan {
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("name: Made\nepoch: 2027-01-04T08:00\n".utf8).write(to: URL(filePath: folder + "/plan.yaml"))
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            return try Plan(contentsOf: folder)
        }
    }
}
