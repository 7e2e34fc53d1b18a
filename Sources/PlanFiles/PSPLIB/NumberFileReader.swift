import PlanModel

/// Reads files that are numbers one after another: Patterson's `.rcp`, and several projects with common resources.
///
/// `.rcp`: jobs, resources, the units of each; then for each job its duration, its demands, the number of its successors, and those.
///
/// Several projects: projects, resources, the units of each; then for each project its number of jobs, its release date and for each resource
/// 1 or 0, whether it may use it; then its jobs as above, with successors as `PROJECT:JOB`. Where lines end does not matter in either.
struct NumberFileReader {
    private var scanner: TokenScanner
    private var result: ActivityFile
    /// Successors as the file names them, by job, until all jobs are known.
    private var named: [[(project: Int, number: Int)]] = []
    /// Where the jobs of each project begin, and how many they are.
    private var ranges: [Range<Int>] = []

    /// Numbers stop making sense behind this: a count that cannot be read, or the end of the file.
    private struct Stop: Error {}

    /// The schedule of a file, or `nil` with at least one fault.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, several: Bool, faults: inout FaultList)
        -> ImportedSchedule?
    {
        var reader = NumberFileReader(scanner: unsafe TokenScanner(bytes), result: ActivityFile(file: file))
        do {
            try several ? reader.readProjects() : reader.readOne()
            reader.settle(several: several)
            reader.expectEnd()
        } catch {}
        faults.add(reader.result.faults)
        return reader.result.faults.isEmpty ? reader.result.schedule() : nil
    }

    private init(scanner: TokenScanner, result: ActivityFile) { (self.scanner, self.result) = (scanner, result) }

    private mutating func readOne() throws(Stop) {
        let jobs = try count("jobs")
        try readCapacities(try count("resources"))
        result.projects = [ActivityFile.Project(line: 1)]
        try readJobs(jobs, project: 0, allowed: nil)
    }

    private mutating func readProjects() throws(Stop) {
        let projects = try count("projects")
        try readCapacities(try count("resources"))
        for project in 0..<projects {
            let (jobs, line) = (try count("jobs"), scanner.line)
            let release = try value("release date", 0...ActivityFile.longestTime)
            result.projects.append(ActivityFile.Project(release: release, line: line))
            var allowed: [Bool] = []
            for _ in result.capacities { allowed.append(result.number(try next("resource flag"), "resource flag", 0...1) != 0) }
            try readJobs(jobs, project: project, allowed: allowed)
        }
    }

    private mutating func readCapacities(_ count: Int) throws(Stop) {
        for _ in 0..<count {
            let units = try value("capacity", 0...ActivityFile.mostUnits)
            result.capacities.append((units, scanner.line))
        }
    }

    private mutating func readJobs(_ count: Int, project: Int, allowed: [Bool]?) throws(Stop) {
        let first = result.jobs.count
        for number in 1..<count + 1 {
            var job = ActivityFile.Job(project: project, number: number)
            job.duration = try value("duration", 0...ActivityFile.longestTime)
            job.line = scanner.line
            for resource in result.capacities.indices {
                let units = try value("demand", 0...ActivityFile.mostUnits)
                if units > 0 { job.demands.append((resource, units)) }
                if units > 0, allowed?[resource] == false {
                    let message = "the project may not use the resource (expected 0) (found \"\(units)\")"
                    result.refuse("bad-demand", scanner.line, "demand", message)
                }
            }
            var successors: [(project: Int, number: Int)] = []
            for _ in 0..<(try self.count("successor count")) {
                successors.append(try successor(several: allowed != nil, project))
            }
            result.jobs.append(job)
            named.append(successors)
        }
        ranges.append(first..<result.jobs.count)
    }

    private mutating func successor(several: Bool, _ project: Int) throws(Stop) -> (project: Int, number: Int) {
        let token = try next("successors")
        guard several else {
            return (project, result.number(token, "successors", 1...Int(Int32.max)) ?? 0)
        }
        let parts = token.text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, let other = Int(parts[0]), let number = Int(parts[1]) { return (other - 1, number) }
        let message = "not a successor (expected PROJECT:JOB) (found \"\(quotable(token.text))\")"
        result.refuse("bad-successor", token.line, "successors", message)
        return (project, 0)
    }

    /// Turns names of successors into places.
    private mutating func settle(several: Bool) {
        for (row, successors) in named.enumerated() {
            let line = result.jobs[row].line
            var places: [Int] = []
            for (project, number) in successors where number != 0 {
                guard ranges.indices.contains(project), (1...max(ranges[project].count, 1)).contains(number),
                    !ranges[project].isEmpty
                else {
                    let found = several ? "\(project + 1):\(number)" : "\(number)"
                    let expected = several ? "a job of the file" : "a job, 1 to \(result.jobs.count)"
                    let message = "no such job (expected \(expected)) (found \"\(found)\")"
                    result.refuse("dangling-reference", line, "successors", message)
                    continue
                }
                places.append(ranges[project].lowerBound + number - 1)
            }
            if Set(places).count != places.count {
                let message = "a successor is named twice (expected each once)"
                result.refuse("duplicate-successor", line, "successors", message)
            }
            result.jobs[row].successors = places
        }
    }

    private mutating func expectEnd() {
        guard let token = scanner.next() else { return }
        let message = "more numbers than the file declares (expected its end) (found \"\(quotable(token.text))\")"
        result.refuse("trailing-data", token.line, nil, message)
    }

    /// A number that says how many follow; nothing behind one that cannot be read has a meaning.
    private mutating func count(_ column: String) throws(Stop) -> Int {
        let token = try next(column)
        guard let value = result.number(token, column, 0...Int(Int32.max)) else { throw Stop() }
        return value
    }

    /// A number that stands for itself; 0 and a fault where it cannot be read.
    private mutating func value(_ column: String, _ range: ClosedRange<Int>) throws(Stop) -> Int {
        result.number(try next(column), column, range) ?? 0
    }

    private mutating func next(_ column: String) throws(Stop) -> TokenScanner.Token {
        if let token = scanner.next() { return token }
        result.refuse("truncated", scanner.line, column, "the file ends early (expected a number) (found its end)")
        throw Stop()
    }
}
