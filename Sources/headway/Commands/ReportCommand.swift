import ArgumentParser
import Glibc
import Headway
import PlanReports

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case html, svg, json
}

/// How the page, one chart of it or its data are written.
struct ReportOptions: ParsableArguments, ResultOptions {
    @Option(help: "What is written: the page (html), one chart of it (svg, with --chart) or all its data (json).")
    var format = ReportFormat.html

    @Option(
        help: ArgumentHelp(
            "With --format svg, which chart: \(ChartName.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name")
    )
    var chart: ChartWord?

    @Option(help: ArgumentHelp("Also write all the data behind the page to FILE, as JSON.", valueName: "file"))
    var data: String?

    @Flag(help: "Open the page when it is written; needs -o.")
    var open = false

    @OptionGroup var running: RunOptions

    var isJSON: Bool { format == .json }

    func validate() throws {
        if format == .svg, chart == nil {
            throw ValidationError(
                "--format svg: expected --chart with one of \(ChartName.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if format != .svg, chart != nil { throw ValidationError("--chart: expected --format svg beside it") }
        if open, output == nil || format != .html { throw ValidationError("--open: expected -o with the name of a page") }
        if let data, data == output { throw ValidationError("--data: expected another file than --output") }
        if data == "" { throw ValidationError("--data: expected the name of a file (found none)") }
        if format == .html, output == nil, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("--output: expected the name of a page, as -o report.html; a terminal does not show HTML")
        }
    }
}

/// `headway report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "The whole story on one page: will we make it, why not, what does it hang on, what can we do.",
        discussion: """
            One HTML file that needs nothing else: no network, no script; light and dark, for screens, phones and A4. It tells of all \
            initiatives, and of those in focus (the three least likely on time, or those named with --target) one by one why they moved, \
            how sure they are, what leads to them and what moves them. What a plan has no data for is told with what to add.

            People are no limit unless --resources says so; scenarios are compared with people held where the plan assigns work, as by \
            headway compare.

            Examples:
              headway report plan/ -o report.html
              headway report plan/ --baseline approved --scenario hire.yaml defer.yaml -o report.html --open
              headway report plan/ --target I5 --data report.json -o i5.html
              headway report plan/ --format svg --chart gantt --target I5 -o path.svg
            """)

    @Argument(
        help: ArgumentHelp(
            "The plan: a plan folder, or an export of Primavera P6 (XER, XML) or Microsoft Project (XML).", valueName: "PLAN"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "A baseline of the plan, or a plan folder or file to hold the plan against (default: the only baseline, if there is one).",
            valueName: "name|file"))
    var baseline: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Scenario files; each is compared with the plan as it is.", valueName: "file"))
    var scenario: [String] = []

    @Option(
        help: ArgumentHelp(
            "Put this initiative, goal or project in focus; several may be named (default: the three least likely on time). KIND:ID "
                + "where several kinds have the id.", valueName: "id"))
    var target: [String] = []

    @OptionGroup var input: InputOptions
    @OptionGroup var output: ReportOptions
    @OptionGroup var simulation: SimulationOptions

    func run() throws {
        var run = try Run(output)
        let data = try output.data.map { path throws(OutputError) in try OutputFile(path) }
        let report = LeadershipReport(try parts(&run))
        try run.finish { timing in
            let bytes = try bytes(of: report, timing)
            try data?.commit(report.json(timing: timing))
            return bytes
        }
        if let page = output.output, output.open { PageOpener.open(page) }
    }

    private func bytes(of report: LeadershipReport, _ timing: Timing?) throws -> [UInt8] {
        switch output.format {
        case .html: return report.html()
        case .json: return report.json(timing: timing)
        case .svg:
            let name = output.chart!.name
            guard let bytes = report.svg(name) else {
                throw ValidationError("--chart \(name.rawValue): there is nothing to draw. \(report.absence(name))")
            }
            return bytes
        }
    }
}

/// A chart, as the command line names it.
struct ChartWord: ExpressibleByArgument {
    let name: ChartName

    init?(argument: String) {
        guard let name = ChartName(rawValue: argument) else { return nil }
        self.name = name
    }
}
