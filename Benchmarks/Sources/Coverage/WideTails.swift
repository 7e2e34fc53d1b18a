import Headway
import PlanStatistics

#if canImport(Glibc)
    import Glibc
#endif

/// Why drivers matter: 200 tasks in two rows of 100, each task's duration with the same lognormal law, once independent, once with half of
/// the variance of its logarithm shared by all, once with all of it shared.
enum WideTails {
    static let length = 100, median = 2_400.0, spread = 0.3, samples = 16_384

    static func print() throws {
        let independent = try finishes(shared: 0).sample
        Swift.print(
            Coverage.left("shared variance", 17)
                + ["σ", "P10", "P50", "P90", "P90−P10", "× independent", "P95", "after the independent P95"]
                .map { Coverage.right($0, max(9, $0.count + 2)) }.joined())
        for shared in [0, 0.1, 0.25, 0.5, 1] {
            let sample = try finishes(shared: shared).sample
            let (low, high) = (sample.percentile(10), sample.percentile(90))
            let width = Double(high - low) / Double(independent.percentile(90) - independent.percentile(10))
            let late = 1 - sample.share(atMost: independent.percentile(95)).value
            let cells = [
                days(sample.summary.standardDeviation), days(Double(low)), days(Double(sample.percentile(50))),
                days(Double(high)),
                days(Double(high - low)), Coverage.text(width, 2), days(Double(sample.percentile(95))),
                Coverage.text(100 * late, 1) + " %",
            ]
            Swift.print(
                Coverage.left("\(Int(100 * shared)) %", 17)
                    + zip(cells, [9, 9, 9, 9, 9, 15, 9, 27]).map { Coverage.right($0, $1) }.joined())
        }
    }

    /// Working days of 24 hours.
    private static func days(_ minutes: Double) -> String { Coverage.text(minutes / 1440, 1) }

    /// The finish of the plan where a driver carries a share of each task's variance (of the logarithm).
    private static func finishes(shared: Double) throws -> TargetForecast {
        let settings = ForecastSettings(samples: samples, threads: 2, criticalityTargets: [])
        return Forecast(of: try Network(compiling: Plan(files: files(shared: shared))), settings: settings).target(0)!
    }

    /// Lognormal laws multiply: the product of two has the sum of their variances, so that each task's own law never changes.
    private static func files(shared: Double) -> [String: String] {
        let (own, common) = (spread * spread * (1 - shared), spread * spread * shared)
        var tasks = "id,name,project,duration,mean,sd,distribution\n"
        var (relations, impacts) = ("predecessor,successor,type,lag\n", "risk,task,factor,delay\n")
        for row in 0..<2 {
            for place in 0..<length {
                let task = "T\(row).\(place)"
                let (mean, deviation) = (median * exp(own / 2), median * exp(own / 2) * expm1(own).squareRoot())
                tasks += "\(task),T,P,\(Int(median))m,"
                tasks += own > 0 ? "\(Int(mean.rounded()))m,\(Int(deviation.rounded()))m,lognormal\n" : ",,fixed\n"
                if place > 0 { relations += "T\(row).\(place - 1),\(task),FS,\n" }
                impacts += "D,\(task),,\n"
            }
        }
        var files = [
            "plan.yaml": Plan.aroundTheClock, "initiatives.csv": "id,name\nI,I\n", "goals.csv": "id,name,initiative\nG,G,I\n",
            "projects.csv": "id,name,goal\nP,P,G\n", "tasks.csv": tasks, "dependencies.csv": relations,
        ]
        if common > 0 {
            let mean = exp(common / 2)
            files["risks.csv"] =
                "id,name,kind,probability,mean,sd,distribution\n"
                + "D,D,driver,1,\(mean),\(mean * expm1(common).squareRoot()),lognormal\n"
            files["impacts.csv"] = impacts
        }
        return files
    }
}
