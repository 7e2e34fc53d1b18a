import Foundation
import Testing

@Suite struct SameBytesTests {
    private func bytes(_ command: String, _ plan: String, _ arguments: [String]) throws -> Data {
        let sampling = command == "forecast" ? ["--samples", "300"] : []
        let run = try Program.run([command, plan] + sampling + arguments)
        #expect(run.code == 0)
        return run.output
    }

    @Test(arguments: ["forecast", "schedule", "check"], ["text", "json", "csv"])
    func anyNumberOfThreadsGivesTheSameBytes(command: String, format: String) throws {
        let expected = try bytes(command, hospital, ["--format", format, "--threads", "1"])
        for threads in ["2", "3", "8"] {
            #expect(try bytes(command, hospital, ["--format", format, "--threads", threads]) == expected)
        }
    }

    /// Every table with its rows the other way round: the same results, to the byte, `inputHash` among them.
    @Test(arguments: ["forecast", "schedule"], ["text", "json", "csv"])
    func anyOrderOfRowsGivesTheSameBytes(command: String, format: String) throws {
        try TemporaryFolder.with { folder in
            let turned = folder + "/turned"
            try FileManager.default.copyItem(atPath: hospital, toPath: turned)
            for name in try TemporaryFolder.names(turned) where name.hasSuffix(".csv") {
                let lines = try String(contentsOfFile: "\(turned)/\(name)", encoding: .utf8).split(separator: "\n")
                let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
                try TemporaryFolder.write(text, "\(turned)/\(name)")
            }
            let expected = try bytes(command, hospital, ["--format", format])
            #expect(try bytes(command, turned, ["--format", format]) == expected)
        }
    }

    @Test func anotherSeedGivesOtherNumbers() throws {
        let first = try bytes("forecast", hospital, ["--format", "csv", "--seed", "1"])
        #expect(try bytes("forecast", hospital, ["--format", "csv", "--seed", "2"]) != first)
    }
}
