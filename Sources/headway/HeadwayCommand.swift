import ArgumentParser
import PlanReports

/// The program: parses, runs a command, chooses an exit code.
@main
struct HeadwayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headway",
        abstract: "When will the plan be done, how sure is that, and what decides it?",
        discussion: """
            PLAN is a plan folder (plan.yaml and a CSV file a table), or a file of another tool: Primavera P6 (XER, XML) or \
            Microsoft Project (XML). Its kind is found by its content.

            Examples:
              headway check plan/
              headway forecast plan/
              headway report plan/ -o report.html
              headway forecast plan/ --target I5 --format json -o i5.json
              headway generate --tasks 10000 --people 500 --seed 1 big-plan/

            Exit codes: 0 done, 1 check found errors or a gate failed, 2 usage, 65 bad input, 66 input cannot be opened, 70 a fault \
            of Headway's own, 73 output cannot be written, 130 interrupted.

            Completion for a shell: headway --generate-completion-script bash (or zsh, fish).
            """,
        version: ResultHead.version,
        subcommands: [
            CheckCommand.self, ScheduleCommand.self, SlipCommand.self, EarnedCommand.self, AlignCommand.self,
            CheckInsCommand.self, ReviewCommand.self, StrengthCommand.self,
            ForecastCommand.self, CompareCommand.self, LeversCommand.self, ReportCommand.self, ConvertCommand.self,
            GenerateCommand.self,
        ])

    static func main() {
        Allocator.prepare()
        StandardStreams.prepare()
        Interrupt.install()
        OwnFaults.install()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            try RepeatedOptions.check(arguments)
            var command = try parseAsRoot(arguments)
            try command.run()
            try StandardStreams.finish()
        } catch {
            ExitCodes.exit(for: error)
        }
    }
}
