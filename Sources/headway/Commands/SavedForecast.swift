import Headway
import PlanReports

/// A forecast that was kept in a file; what is wrong with it is bad input.
struct SavedForecast {
    private let path: String
    private let format: OutputFormat
    private let archive: ForecastArchive

    /// Reads a file; its finishes make up to four times its size, so longer ones than a tenth of the memory are refused.
    init(_ path: String, _ format: OutputFormat) throws {
        let bytes = try InputFile.read(path, most: Machine.memoryBytes / 10)
        (self.path, self.format) = (path, format)
        archive = try Self.told(path, format) { () throws(ArchiveError) in try ForecastArchive(bytes: bytes) }
    }

    /// The version of Headway that made it.
    var version: String { archive.headway }

    /// Makes sure that the plan is the one that it was made from.
    func check(_ plan: Plan) throws { try told { () throws(ArchiveError) in try archive.check(plan) } }

    /// The forecast.
    func forecast(of plan: Plan, _ network: Network, threads: Int) throws -> Forecast {
        try told { () throws(ArchiveError) in try archive.forecast(of: plan, network, threads: threads) }
    }

    private func told<Result>(_ work: () throws(ArchiveError) -> Result) throws -> Result { try Self.told(path, format, work) }

    private static func told<Result>(
        _ path: String, _ format: OutputFormat, _ work: () throws(ArchiveError) -> Result
    ) throws -> Result {
        do { return try work() } catch {
            let fault = Fault(code: error.code, file: path, message: error.description)
            throw InputFaults(report: FaultReport([fault], count: 1), plan: nil, asJSON: format == .json)
        }
    }
}
