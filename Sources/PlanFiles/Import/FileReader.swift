import PlanModel
import PlanStatistics

/// Reads a plan that is one file of another tool.
struct FileReader {
    let path: String
    let levels: OutlineLevels

    /// The plan.
    ///
    /// - Throws: `InputError` if the file cannot be opened, `LoadError` with every fault in it.
    func read() throws -> Plan {
        let mapped = try MappedFile(path: path)
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        return try unsafe Self.plan(of: mapped.bytes, file: name, levels: levels)
    }

    /// The plan that a file's bytes hold.
    ///
    /// - Throws: `LoadError` with every fault in it.
    static func plan(of bytes: UnsafeBufferPointer<UInt8>, file: String, levels: OutlineLevels) throws -> Plan {
        var faults = FaultList()
        guard bytes.count <= FolderReader.largestFile else {
            faults.add(Fault(code: "file-too-large", file: file, message: "expected at most 4 GiB in one file"))
            throw LoadError(faults)
        }
        guard let schedule = unsafe schedule(bytes, file: file, &faults) else {
            faults.sort()
            throw LoadError(faults)
        }
        var imported = ImportedPlan(schedule, file: file, levels: levels, faults: faults)
        var plan = try imported.plan()
        plan.inputHash = unsafe FolderReader.hexadecimal(Identity.of(bytes))
        return plan
    }

    private static func schedule(_ bytes: UnsafeBufferPointer<UInt8>, file: String, _ faults: inout FaultList)
        -> ImportedSchedule?
    {
        switch unsafe FileKind(bytes) {
        case .xer: return unsafe XERReader.read(bytes, file: file, faults: &faults)
        case .otherXML(let root): refuse("an XML file with the root \(root)", file, &faults)
        case .pmxml: return unsafe PMXMLReader.read(bytes, file: file, faults: &faults)
        case .mspdi: return unsafe MSPDIReader.read(bytes, file: file, faults: &faults)
        case .singleMode: return unsafe SingleModeReader.read(bytes, file: file, faults: &faults)
        case .patterson: return unsafe NumberFileReader.read(bytes, file: file, several: false, faults: &faults)
        case .multiProject: return unsafe NumberFileReader.read(bytes, file: file, several: true, faults: &faults)
        case .unknown:
            refuse(
                bytes.isEmpty ? "an empty file" : unsafe quoted(UnsafeBufferPointer(rebasing: bytes.prefix(40))), file, &faults)
        }
        return nil
    }

    private static func refuse(_ found: String, _ file: String, _ faults: inout FaultList) {
        let message = "not a kind of plan that is read (expected \(FileKind.expected), or a plan folder) (found \(found))"
        faults.add(Fault(code: "unknown-format", file: file, line: 1, message: message))
    }
}
