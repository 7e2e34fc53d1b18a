import Headway
import PlanReports
import TestSupport

/// The plan that is worked by hand in `datasets/textbook/README.md`.
struct Textbook {
    let plan: Plan
    let network: Network

    init() throws {
        plan = try Plan(contentsOf: TestFolders.datasets + "/textbook")
        network = try Network(compiling: plan)
    }

    var schedule: ScheduleReport { ScheduleReport(of: plan, Schedule(of: network)) }

    func forecast(samples: Int = 500, seed: UInt64 = 1) -> ForecastReport {
        let forecast = Forecast(of: network, settings: ForecastSettings(samples: samples, seed: seed))
        return ForecastReport(of: plan, forecast, targets: Array(1..<network.structure.targets.count))
    }
}

/// The lines of a text.
func lines(_ text: String) -> [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
