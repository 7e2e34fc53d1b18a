import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        [], ["nonsense"], ["forecast"], ["forecast", textbook, "--nonsense"], ["forecast", textbook, "extra"],
        ["forecast", textbook, "--samples", "0"], ["forecast", textbook, "--samples", "-5"],
        ["forecast", textbook, "--samples=-5"],
        ["forecast", textbook, "--samples", "10000001"], ["forecast", textbook, "--samples", "99999999999999999999"],
        ["forecast", textbook, "--samples", "1.5"], ["forecast", textbook, "--samples", ""],
        ["forecast", textbook, "--seed", "-1"], ["forecast", textbook, "--seed", "18446744073709551616"],
        ["forecast", textbook, "--seed", "1", "--seed", "2"], ["forecast", textbook, "--seed=1", "--seed", "1"],
        ["forecast", textbook, "-o", "a", "--output", "b"], ["forecast", textbook, "--quiet", "--quiet"],
        ["forecast", textbook, "--threads", "0"], ["forecast", textbook, "--threads", "5000"],
        ["forecast", textbook, "--format", "xml"],
        ["forecast", textbook, "--resources", "few"],
        ["forecast", textbook, "--target", "I9"], ["forecast", textbook, "--target", "goal:I1"], ["convert", textbook],
        ["generate", "--tasks", "0", "--people", "1", "out"], ["generate", "--tasks", "1", "--people", "-1", "out"],
    ])
    func wrongUseGives2(arguments: [String]) throws {
        let run = try Program.run(arguments)
        // Without a command the help is shown, which is what was asked for, if anything was.
        #expect(run.code == (arguments.isEmpty ? 0 : 2), "\(run.error)")
        if !arguments.isEmpty {
            #expect(run.output.isEmpty)
            #expect(run.error.hasPrefix("Error: "))
        }
    }

    @Test func reasonsAreTold() throws {
        #expect(try Program.run(["forecast", textbook, "--samples", "10000001"]).error.contains("at most 10,000,000"))
        #expect(try Program.run(["forecast", textbook, "--target", "I2"]).error.contains("nearest: "))
        #expect(try Program.run(["forecast", textbook, "--seed", "1", "--seed", "2"]).error.contains("given twice"))
    }

    @Test func anIdOfSeveralKindsMustBeSaidInFull() throws {
        let files = ["initiatives.csv": "id,name\nX,One\n", "goals.csv": "id,name,initiative\nX,Two,X\n"]
        try TemporaryFolder.withPlan(files) { plan in
            let run = try Program.run(["forecast", plan, "--target", "X"])
            #expect(run.code == 2)
            #expect(run.error.contains("initiative:X or goal:X"))
            #expect(try Program.run(["forecast", plan, "--target", "goal:X"]).code == 0)
        }
    }

    @Test func largeSeedsAreTaken() throws {
        let run = try Program.run([
            "forecast", textbook, "--samples", "64", "--seed", "18446744073709551615", "--format", "json",
        ])
        #expect(run.code == 0)
        #expect(run.text.contains("\"seed\":18446744073709551615,"))
    }
}

@Suite struct HelpTests {
    private static let commands = [
        "check", "schedule", "slip", "earned", "align", "checkins", "review", "strength", "forecast", "compare", "convert",
        "generate",
    ]

    @Test(arguments: commands)
    func everyCommandShowsAnExample(command: String) throws {
        let run = try Program.run([command, "--help"])
        #expect(run.code == 0)
        #expect(run.text.contains("  headway \(command) "))
        #expect(run.text.contains("--format") && run.text.contains("--output"))
    }

    @Test func theProgramNamesItsCommandsAndCodes() throws {
        let help = try Program.run(["--help"]).text
        for command in Self.commands { #expect(help.contains("  \(command) ")) }
        #expect(help.contains("Exit codes:") && help.contains("--generate-completion-script"))
    }

    @Test func theVersionIsTold() throws {
        #expect(try Program.run(["--version"]).text == "0.1.0\n")
        #expect(try Program.run(["forecast", "--version"]).text == "0.1.0\n")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func shellsGetTheirCompletions(shell: String) throws {
        let run = try Program.run(["--generate-completion-script", shell])
        #expect(run.code == 0)
        #expect(run.text.contains("forecast") && run.text.contains("samples"))
    }
}
