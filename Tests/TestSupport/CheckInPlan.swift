public import Headway

/// A plan of people and their check-ins, written as the lines of its files.
public struct CheckInPlan: Sendable {
    /// The date of the data, and what `plan.yaml` says of the rhythm.
    public var dataDate = "2027-06-30T17:00", cadence = "cadence: {every: 14d, grace: 3d}"
    /// The first day of the plan.
    public var epoch = "2027-01-04"
    /// Lines of `people.csv`: id,manager,unit,start,end,manager_since.
    public var people: [String]
    /// Lines of `checkins.csv`: employee,manager,date,held,goals.
    public var checkIns: [String]
    /// Lines of `availability.csv`: person,from,to,capacity.
    public var availability: [String] = []
    /// More files by name, whole.
    public var files: [String: String] = [:]

    /// A plan of people who met.
    public init(people: [String], checkIns: [String] = []) { (self.people, self.checkIns) = (people, checkIns) }

    /// The plan as it is read.
    public func plan() throws -> Plan { try Plan(folder: bytes) }

    /// The plan's files.
    public var bytes: [String: [UInt8]] {
        var texts = files
        texts["plan.yaml"] = "name: test\nepoch: \(epoch)\ndataDate: \(dataDate)\n\(cadence)\n"
        texts["goals.csv"] = texts["goals.csv"] ?? "id,name,initiative\nG1,Goal,\nG2,Goal,\n"
        let people = people.map { line in line.prefix { $0 != "," } + "," + line }
        texts["people.csv"] = Self.table("id,name,manager,unit,start,end,manager_since", people)
        texts["checkins.csv"] = Self.table("employee,manager,date,held,goals", checkIns)
        texts["availability.csv"] = Self.table("person,from,to,capacity", availability)
        return texts.mapValues { Array($0.utf8) }
    }

    private static func table(_ header: String, _ lines: [String]) -> String {
        // Cells at the end of a line may be left out.
        let width = header.split(separator: ",").count
        let lines = lines.map { line in
            line
                + String(
                    repeating: ",", count: max(0, width - line.split(separator: ",", omittingEmptySubsequences: false).count))
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }
}
