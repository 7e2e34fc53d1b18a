import Foundation
import Testing

@Suite struct OutputTests {
    @Test(arguments: [["schedule", textbook], ["forecast", textbook], ["check", textbook], ["--help"], ["--version"]])
    func aFullDeviceGives73(arguments: [String]) throws {
        let run = try Program.run(arguments, output: "/dev/full")
        #expect(run.code == 73)
        #expect(run.error.hasPrefix("error: stdout: "))
    }

    @Test func aClosedStdoutGives73() throws {
        let run = try Program.shell("\"$0\" schedule '\(textbook)' >&-")
        #expect(run.code == 73)
    }

    /// The schedule of the hospital is far longer than a pipe holds.
    @Test func aClosedPipeIsQuiet() throws {
        let run = try Program.shell("\"$0\" schedule '\(hospital)' --format json | head -c 10; exit ${PIPESTATUS[0]}")
        #expect(run.code == 73)
        #expect(run.error.isEmpty)
        #expect(run.text == "{\"headway\"")
    }

    @Test func aFileHoldsWhatStdoutWouldShow() throws {
        try TemporaryFolder.with { folder in
            let run = try Program.run(["schedule", textbook, "--format", "json", "-o", folder + "/out.json"])
            #expect(run.code == 0)
            #expect(run.output.isEmpty)
            #expect(try TemporaryFolder.names(folder) == ["out.json"])
            let expected = try Program.run(["schedule", textbook, "--format", "json"]).output
            #expect(try Data(contentsOf: URL(filePath: folder + "/out.json")) == expected)
        }
    }

    @Test func aFileThatCannotBeWrittenGives73() throws {
        #expect(try Program.run(["schedule", textbook, "-o", "/no/such/folder/out"]).code == 73)
        let onFolder = try TemporaryFolder.with { try Program.run(["schedule", textbook, "-o", $0]) }
        #expect(onFolder.code == 73)
    }

    @Test func aDeviceIsWrittenAndNotReplaced() throws {
        #expect(try Program.run(["schedule", textbook, "-o", "/dev/full"]).code == 73)
        let run = try Program.run(["schedule", textbook, "-o", "/dev/stdout"])
        #expect(run.code == 0)
        #expect(run.text.hasPrefix("The archive moves"))
    }

    @Test func aLinkIsFollowed() throws {
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write("old", folder + "/real")
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "real")
            #expect(try Program.run(["schedule", textbook, "-o", folder + "/link"]).code == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "real")
            #expect(try String(contentsOfFile: folder + "/real", encoding: .utf8).hasPrefix("The archive moves"))
        }
    }

    @Test(arguments: [["schedule", "/no/such/plan"], ["forecast", textbook, "--target", "nobody"]])
    func aFailureLeavesTheOldFile(arguments: [String]) throws {
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write("old", folder + "/out")
            #expect(try Program.run(arguments + ["-o", folder + "/out"]).code != 0)
            #expect(try String(contentsOfFile: folder + "/out", encoding: .utf8) == "old")
            #expect(try TemporaryFolder.names(folder) == ["out"])
        }
    }

    /// The signal is sent once the unfinished file stands there: from then on the program listens.
    @Test func interruptGives130AndLeavesNothing() throws {
        try TemporaryFolder.with { folder in
            let target = folder + "/result"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            let process = try Program.start(
                Program.path, ["forecast", textbook, "--samples", "10000000", "--threads", "1", "-o", target + "/out"],
                folder: folder)
            while try TemporaryFolder.names(target).isEmpty, process.isRunning { usleep(2_000) }
            process.interrupt()
            process.waitUntilExit()
            let run = try Program.outcome(of: process, folder: folder)
            #expect(run.code == 130)
            #expect(run.error == "interrupted\n")
            #expect(try TemporaryFolder.names(target).isEmpty)
        }
    }

    /// A trap of the program's own, as a broken precondition would raise it.
    @Test func aFaultOfOurOwnGives70() throws {
        try TemporaryFolder.with { folder in
            let target = folder + "/result"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            let process = try Program.start(
                Program.path, ["forecast", textbook, "--samples", "10000000", "--threads", "1", "-o", target + "/out"],
                folder: folder)
            while try TemporaryFolder.names(target).isEmpty, process.isRunning { usleep(2_000) }
            kill(process.processIdentifier, SIGTRAP)
            process.waitUntilExit()
            #expect(try Program.outcome(of: process, folder: folder).code == 70)
            #expect(!(try TemporaryFolder.names(target).contains("out")))
        }
    }

    @Test func timingIsToldOnRequestOnly() throws {
        let run = try Program.run(["schedule", textbook, "--format", "json", "--timing"])
        let timing = try #require(try run.object()["timing"] as? [String: Any])
        #expect(
            Set(timing.keys) == ["loadSeconds", "compileSeconds", "computeSeconds", "totalSeconds", "peakBytes", "threads"])
        #expect(run.error.hasPrefix("timing: load "))
        #expect(try Program.run(["schedule", textbook, "--format", "json"]).object()["timing"] == nil)
    }

    @Test func noColourWhereNobodySeesIt() throws {
        #expect(!(try Program.run(["forecast", textbook]).text.contains("\u{1B}")))
    }
}
