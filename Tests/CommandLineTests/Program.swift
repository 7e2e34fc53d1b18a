import Foundation
import Testing

/// The built program, run as its users run it.
enum Program {
    /// How a run ended and what it said.
    struct Outcome {
        let code: Int32
        let output: Data
        let error: String

        var text: String { String(decoding: output, as: UTF8.self) }

        /// The output as a JSON object.
        func object() throws -> [String: Any] { try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any]) }
    }

    /// The program stands beside the tests that run.
    static let path: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().appending(path: "headway").path
    }()

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - output: where stdout goes; a file that the outcome is read from where `nil`.
    @discardableResult
    static func run(_ arguments: [String], output: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        try run(path, arguments, output: output, environment: environment)
    }

    /// Runs a line of bash in which `$0` is the program.
    static func shell(_ line: String) throws -> Outcome { try run("/bin/bash", ["-c", line, path]) }

    private static func run(
        _ executable: String, _ arguments: [String], output: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        try TemporaryFolder.with { folder in
            let started = try start(executable, arguments, folder: folder, output: output, environment: environment)
            started.waitUntilExit()
            return try outcome(of: started, folder: folder, output: output)
        }
    }

    /// Starts the program and does not wait; stdout and stderr go to files in `folder`.
    static func start(
        _ executable: String, _ arguments: [String], folder: String, output: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { !["NO_COLOR", "COLUMNS"].contains($0.key) }
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try handle(output ?? folder + "/stdout", create: output == nil)
        process.standardError = try handle(folder + "/stderr", create: true)
        try process.run()
        return process
    }

    /// What a run that has ended left behind.
    static func outcome(of process: Process, folder: String, output: String? = nil) throws -> Outcome {
        let text = output == nil ? try Data(contentsOf: URL(filePath: folder + "/stdout")) : Data()
        let error = String(decoding: try Data(contentsOf: URL(filePath: folder + "/stderr")), as: UTF8.self)
        #expect(process.terminationReason == .exit, "the program ended by a signal: \(error)")
        return Outcome(code: process.terminationStatus, output: text, error: error)
    }

    private static func handle(_ path: String, create: Bool) throws -> FileHandle {
        if create { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        return try FileHandle(forWritingTo: URL(filePath: path))
    }
}
