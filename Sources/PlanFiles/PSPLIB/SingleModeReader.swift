import PlanModel

/// Reads PSPLIB's `.sm`: sections under headings, a job a line, each job done in one way.
///
/// Source: R. Kolisch and A. Sprecher, "PSPLIB – a project scheduling problem library", EJOR 96 (1997).
struct SingleModeReader {
    private enum Section { case header, project, precedence, requests, availability }

    private var scanner: TokenScanner
    private var result: ActivityFile
    private var section = Section.header
    private var sections: Set<Section> = []
    /// What the header declares.
    private var (jobCount, renewable, others): (Int?, Int?, Int) = (nil, nil, 0)
    /// Rows of jobs by number.
    private var rowOfNumber: [Int: Int] = [:]
    private var hasRequest: Set<Int> = []
    private var successors: [[Int]] = []
    private var release = 0
    private var isMultiMode = false

    /// The schedule of a file, or `nil` with at least one fault.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, faults: inout FaultList) -> ImportedSchedule? {
        var reader = SingleModeReader(unsafe TokenScanner(bytes), ActivityFile(file: file))
        while let line = reader.scanner.nextLine() { reader.read(line) }
        reader.settle()
        faults.add(reader.result.faults)
        return reader.result.faults.isEmpty ? reader.result.schedule() : nil
    }

    private init(_ scanner: TokenScanner, _ result: ActivityFile) {
        (self.scanner, self.result) = (scanner, result)
        self.result.projects = [ActivityFile.Project(line: 1)]
    }

    private mutating func read(_ line: [TokenScanner.Token]) {
        let first = line[0].text
        if first.hasPrefix("***") || first.hasPrefix("---") { return }
        switch first.uppercased() {
        case "PROJECT": enter(.project)
        case "PRECEDENCE": enter(.precedence)
        case "REQUESTS/DURATIONS:": enter(.requests)
        case "RESOURCEAVAILABILITIES:": enter(.availability)
        case "RESOURCES", "PRONR.", "JOBNR.", "R", "N", "D": break
        default:
            switch section {
            case .header: readHeader(line)
            case .project: readProject(line)
            case .precedence: readPrecedence(line)
            case .requests: readRequest(line)
            case .availability: readAvailability(line)
            }
        }
    }

    private mutating func enter(_ next: Section) {
        section = next
        sections.insert(next)
    }

    /// `name : value`
    private mutating func readHeader(_ line: [TokenScanner.Token]) {
        guard let colon = line.firstIndex(where: { $0.text.hasSuffix(":") }), colon + 1 < line.count else { return }
        let (name, value) = (line[0].text == "-" && line.count > 1 ? line[1].text : line[0].text, line[colon + 1])
        switch name {
        case "jobs": jobCount = result.number(value, "jobs", 0...Int(Int32.max))
        case "renewable": renewable = result.number(value, "renewable", 0...Int(Int32.max))
        case "nonrenewable", "doubly":
            guard let count = result.number(value, name, 0...Int(Int32.max)), count > 0 else { return }
            (others, _) = others.addingReportingOverflow(count)
            let what = name == "doubly" ? "doubly constrained resource" : "nonrenewable resource"
            result.losses.add(
                .dropped, what, "only resources that are there again in every unit of time are kept", line: value.line,
                count: count)
        case "projects":
            if let count = result.number(value, "projects", 0...Int(Int32.max)), count != 1 {
                result.refuse("several-projects", value.line, "projects", "not one project (expected 1) (found \"\(count)\")")
            }
        case "horizon": result.losses.add(.dropped, "horizon", "a bound that the schedule does not need", line: value.line)
        case "file", "initial":
            result.losses.add(.dropped, "origin", "how the instance was generated", line: value.line)
        default: result.losses.add(.dropped, quotable(name), "not known", line: value.line)
        }
    }

    /// Number, jobs, release date, due date, cost of being late, length without resources.
    private mutating func readProject(_ line: [TokenScanner.Token]) {
        guard line.count >= 3 else {
            return refuseWidth(line, "project", "at least 3 numbers")
        }
        release = result.number(line[2], "rel.date", 0...ActivityFile.longestTime) ?? 0
        for (name, place) in [("duedate", 3), ("tardcost", 4), ("MPM-Time", 5)] where place < line.count {
            _ = result.number(line[place], name, Int(Int32.min)...Int(Int32.max))
            result.losses.add(
                .dropped, name,
                name == "MPM-Time"
                    ? "the length without resources is found anew" : "research files state it, schedules do not keep it",
                line: line[place].line)
        }
    }

    /// Number, modes, number of successors, successors.
    private mutating func readPrecedence(_ line: [TokenScanner.Token]) {
        guard line.count >= 3 else { return refuseWidth(line, "jobnr.", "job, modes, number of successors") }
        guard let number = result.number(line[0], "jobnr.", 1...Int(Int32.max)),
            let modes = result.number(line[1], "#modes", 1...Int(Int32.max)),
            let count = result.number(line[2], "#successors", 0...Int(Int32.max))
        else { return }
        if modes > 1, !isMultiMode {
            isMultiMode = true
            let message =
                "the job can be done in several ways; only single-mode files are read (expected 1) (found \"\(modes)\")"
            result.refuse("multi-mode", line[1].line, "#modes", message)
        }
        guard rowOfNumber[number] == nil else {
            let message = "the job has a row already (expected each job once) (found \"\(number)\")"
            return result.refuse("duplicate-key", line[0].line, "jobnr.", message)
        }
        guard line.count - 3 == count else { return refuseWidth(line, "successors", "\(count) successors") }
        let named = line[3...].compactMap { result.number($0, "successors", 1...Int(Int32.max)) }
        result.refuseRepeated(named, line: line[0].line)
        rowOfNumber[number] = result.jobs.count
        result.jobs.append(ActivityFile.Job(number: number, line: line[0].line))
        successors.append(named)
    }

    /// Number, mode, duration, demands.
    private mutating func readRequest(_ line: [TokenScanner.Token]) {
        if isMultiMode { return }
        guard let renewable else { return }
        guard line.count == 3 + renewable + others else {
            return refuseWidth(line, "demand", "job, mode, duration, \(renewable + others) demands")
        }
        guard let number = result.number(line[0], "jobnr.", 1...Int(Int32.max)) else { return }
        guard let row = rowOfNumber[number] else { return refuseJob(number, line[0].line, "jobnr.") }
        guard hasRequest.insert(number).inserted else {
            let message = "the job has a row already (expected each job once) (found \"\(number)\")"
            return result.refuse("duplicate-key", line[0].line, "jobnr.", message)
        }
        _ = result.number(line[1], "mode", 1...1)
        result.jobs[row].duration = result.number(line[2], "duration", 0...ActivityFile.longestTime) ?? 0
        for resource in 0..<renewable {
            let units = result.number(line[3 + resource], "R \(resource + 1)", 0...ActivityFile.mostUnits) ?? 0
            if units > 0 { result.jobs[row].demands.append((resource, units)) }
        }
    }

    private mutating func readAvailability(_ line: [TokenScanner.Token]) {
        guard let renewable else { return }
        guard line.count == renewable + others, result.capacities.isEmpty else {
            return refuseWidth(line, "RESOURCEAVAILABILITIES", "one row of \(renewable + others) numbers")
        }
        for (resource, token) in line.prefix(renewable).enumerated() {
            let units = result.number(token, "R \(resource + 1)", 0...ActivityFile.mostUnits) ?? 0
            result.capacities.append((units, token.line))
        }
    }

    /// What can be said at the end only: whether everything was there, and which jobs successors are.
    private mutating func settle() {
        let last = scanner.line
        for (wanted, name) in [
            (Section.precedence, "PRECEDENCE RELATIONS"), (.requests, "REQUESTS/DURATIONS"),
            (.availability, "RESOURCEAVAILABILITIES"),
        ] where !sections.contains(wanted) {
            result.refuse("missing-section", last, nil, "the file ends early (expected the section \(name)) (found its end)")
        }
        if let jobCount {
            if sections.contains(.precedence), jobCount != result.jobs.count {
                let message = "rows are missing or too many (expected \(jobCount)) (found \"\(result.jobs.count)\")"
                result.refuse("row-count", last, "jobs", message)
            }
        } else {
            result.refuse(
                "missing-value", last, "jobs", "the number of jobs is missing (expected jobs (incl. supersource/sink ): N)")
        }
        if let renewable {
            if sections.contains(.availability), result.capacities.count != renewable {
                let message = "capacities are missing (expected \(renewable)) (found \"\(result.capacities.count)\")"
                result.refuse("row-count", last, "RESOURCEAVAILABILITIES", message)
            }
        } else {
            result.refuse("missing-value", last, "renewable", "the number of resources is missing (expected - renewable : N R)")
        }
        for (row, named) in successors.enumerated() {
            for number in named {
                guard let successor = rowOfNumber[number] else {
                    refuseJob(number, result.jobs[row].line, "successors")
                    continue
                }
                result.jobs[row].successors.append(successor)
            }
            if sections.contains(.requests), !isMultiMode, !hasRequest.contains(result.jobs[row].number), renewable != nil {
                let message = "the job has no duration (expected a row under REQUESTS/DURATIONS) (found none)"
                result.refuse("missing-row", result.jobs[row].line, "jobnr.", message)
            }
        }
        result.projects[0].release = release
    }

    private mutating func refuseJob(_ number: Int, _ line: Int, _ column: String) {
        let message = "no such job (expected one of PRECEDENCE RELATIONS) (found \"\(number)\")"
        result.refuse("dangling-reference", line, column, message)
    }

    private mutating func refuseWidth(_ line: [TokenScanner.Token], _ column: String, _ expected: String) {
        let found = quotable(line.prefix(12).map(\.text).joined(separator: " "))
        result.refuse("field-count", line[0].line, column, "a row of another width (expected \(expected)) (found \"\(found)\")")
    }
}
