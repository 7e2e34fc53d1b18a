import ArgumentParser
import Glibc
import Headway
import PlanReports

/// Bad input, with the form in which it is to be told.
struct InputFaults: Error {
    let report: FaultReport
    /// The plan that `headway check` may tell more about; `nil` where the faults are another file's.
    let plan: String?
    let asJSON: Bool
}

/// The run was stopped by the user.
struct Interrupted: Error {}

/// The exit codes, and what is said on the way out.
enum ExitCodes {
    static let checkFailed: Int32 = 1, usage: Int32 = 2, badInput: Int32 = 65, noInput: Int32 = 66, internalFault: Int32 = 70
    static let noOutput: Int32 = 73, interrupted: Int32 = 130

    /// Says what happened on stderr and ends the program.
    static func exit(for error: any Error) -> Never {
        Glibc.exit(say(error))
    }

    private static func say(_ error: any Error) -> Int32 {
        switch error {
        case let faults as InputFaults:
            say(faults)
            return badInput
        case let error as InputError:
            StandardStreams.say("error: \(printable(error.description))")
            return noInput
        case let error as OutputError:
            StandardStreams.say("error: \(printable(error.description))")
            return noOutput
        case is ClosedPipe: return noOutput
        case is Interrupted:
            StandardStreams.say("interrupted")
            return interrupted
        case let code as ExitCode: return code.rawValue
        default: return sayParsing(error)
        }
    }

    private static func say(_ faults: InputFaults) {
        if faults.asJSON { return StandardStreams.say(faults.report.json()) }
        for line in faults.report.lines { StandardStreams.say(line) }
        if let plan = faults.plan { StandardStreams.say("run `headway check \(printable(plan))` for all errors and findings") }
    }

    /// Usage errors, requests for help, and what nobody foresaw.
    private static func sayParsing(_ error: any Error) -> Int32 {
        let code = HeadwayCommand.exitCode(for: error)
        let text = HeadwayCommand.fullMessage(for: error)
        if code.isSuccess {
            do {
                try StandardStreams.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
                try StandardStreams.finish()
                return 0
            } catch { return say(error) }
        }
        StandardStreams.say(text)
        return code == .validationFailure ? usage : internalFault
    }
}
