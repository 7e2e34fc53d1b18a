import Foundation
import Testing

/// `--save` and `--saved`.
@Suite struct ForecastSavedTests {
    @Test(arguments: ["text", "json", "csv"]) func aSavedForecastGivesTheSameBytes(format: String) throws {
        try TemporaryFolder.with { folder in
            let file = folder + "/kept"
            let drawn = ["forecast", hospital, "--samples", "300", "--format", format]
            let run = try Program.run(drawn + ["--save", file])
            #expect(run.code == 0)
            #expect(try TemporaryFolder.names(folder) == ["kept"])
            #expect(try Program.run(drawn).output == run.output)
            #expect(try Program.run(["forecast", hospital, "--saved", file, "--format", format]).output == run.output)
            let joint = ["--joint", "--target", "I1", "--target", "I5"]
            let again = try Program.run(["forecast", hospital, "--saved", file, "--format", format] + joint)
            #expect(again.code == 0, "\(again.error)")
        }
    }

    @Test func theFileDoesNotDependOnThreads() throws {
        try TemporaryFolder.with { folder in
            for threads in ["1", "3"] {
                try Program.run([
                    "forecast", hospital, "--samples", "200", "--threads", threads, "--save", "\(folder)/\(threads)",
                ])
            }
            #expect(
                try Data(contentsOf: URL(filePath: folder + "/1")) == Data(contentsOf: URL(filePath: folder + "/3")))
        }
    }

    @Test func whatIsWrongWithAFileIsTold() throws {
        try TemporaryFolder.with { folder in
            let file = folder + "/kept"
            try Program.run(["forecast", textbook, "--samples", "64", "--save", file])
            let other = try Program.run(["forecast", hospital, "--saved", file])
            #expect(other.code == 65 && other.error.contains("the plan has changed since"))
            #expect(!other.error.contains("headway check"))
            var bytes = try Data(contentsOf: URL(filePath: file))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(filePath: folder + "/flipped"))
            try bytes.prefix(100).write(to: URL(filePath: folder + "/cut"))
            let flipped = try Program.run(["forecast", textbook, "--saved", folder + "/flipped", "--format", "json"])
            #expect(flipped.code == 65 && flipped.error.contains("\"code\":\"saved-damaged\""))
            let cut = try Program.run(["forecast", textbook, "--saved", folder + "/cut"])
            #expect(cut.code == 65 && cut.error.hasPrefix("error: \(folder)/cut: the file is cut short: expected "))
            let plan = try Program.run(["forecast", textbook, "--saved", textbook + "/tasks.csv"])
            #expect(plan.code == 65 && plan.error.contains("expected a forecast written by --save"))
            #expect(try Program.run(["forecast", textbook, "--saved", folder]).code == 66)
            #expect(try Program.run(["forecast", textbook, "--saved", folder + "/none"]).code == 66)
            #expect(try Program.run(["forecast", textbook, "--saved", "/dev/zero"]).code == 66)
        }
    }

    @Test func aFileOfSomeTargetsHoldsThese() throws {
        try TemporaryFolder.with { folder in
            let file = folder + "/kept"
            try Program.run(["forecast", hospital, "--samples", "64", "--target", "I1", "--save", file])
            #expect(try Program.run(["forecast", hospital, "--saved", file, "--target", "I1"]).code == 0)
            let missing = try Program.run(["forecast", hospital, "--saved", file, "--target", "I2"])
            #expect(missing.code == 2 && missing.error.contains("does not hold all targets that are asked for"))
            let all = try Program.run(["forecast", hospital, "--saved", file])
            #expect(all.code == 0 && all.text.contains("I1 Digital patient record") && !all.text.contains("I2 New emergency"))
        }
    }

    @Test func aFileThatCannotBeWrittenGives73() throws {
        let run = try Program.run(["forecast", textbook, "--save", "/no/such/folder/kept"])
        #expect(run.code == 73 && run.output.isEmpty)
    }

    @Test func aFailureLeavesTheOldFile() throws {
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write("old", folder + "/kept")
            #expect(try Program.run(["forecast", "/no/such/plan", "--save", folder + "/kept"]).code == 66)
            #expect(try String(contentsOfFile: folder + "/kept", encoding: .utf8) == "old")
            #expect(try TemporaryFolder.names(folder) == ["kept"])
        }
    }
}
