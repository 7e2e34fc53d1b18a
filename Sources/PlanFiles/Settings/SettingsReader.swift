import PlanModel

/// Reads `plan.yaml`: every fault of the file in one run, each with its line and its path of keys.
///
/// Unquoted words have no types of their own: `yes` is text, dates and numbers are read where one is expected.
struct SettingsReader {
    /// What may stand at the top level.
    static let keys = [
        "name", "epoch", "dataDate", "calendar", "calendars", "distribution", "cadence", "ranges", "levels", "scheduling",
        "health", "people",
    ]

    let file: String
    var faults = FaultList()
    var findings: [Finding] = []
    /// Values that were met and already had a fault of the format.
    var refusedValues = 0
    /// Units and people that the file names.
    var references: [SettingsReference] = []

    init(file: String) { self.file = file }

    /// The settings, or `nil` with at least one fault.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name in faults and findings.
    ///   - faults: gets the file's faults, in the order of lines.
    ///   - findings: gets unknown keys and calendars that were supplied, also where there are faults.
    ///   - references: gets the units and people that the file names.
    /// - Complexity: O(bytes), but for up to ten keys given twice, which cost a pass each.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, file: String, faults: inout FaultList, findings: inout [Finding],
        references: inout [SettingsReference]
    ) -> PlanSettings? {
        var reader = SettingsReader(file: file)
        let root = unsafe YAMLTree.read(bytes.span, file: file, faults: &reader.faults)
        if root == nil, reader.faults.isEmpty {
            reader.refuse("wrong-type", nil, nil, "the file is empty (expected keys such as name and epoch)")
        }
        let settings = root.flatMap { reader.settings(Field(key: "", path: "", keyLine: $0.line, node: $0)) }
        faults.add(reader.faults.inOrderOfLines)
        findings += reader.findings
        references += reader.references
        return reader.faults.isEmpty ? settings : nil
    }

    private mutating func settings(_ root: Field) -> PlanSettings? {
        guard let top = members(root, known: Self.keys) else { return nil }
        let name = required("name", in: top, of: root, expected: "a name for the plan").flatMap { text($0) }
        let epoch = required("epoch", in: top, of: root, expected: "a date such as 2027-01-04").flatMap { date($0) }
        let dataDate = top["dataDate"].flatMap { field in date(field).map { notBefore(epoch, $0, field) } }
        let before = faults.count
        let (calendars, calendar) = self.calendars(top, of: root)
        let areSound = faults.count == before
        let distribution = top["distribution"].flatMap { self.distribution($0) }
        let cadence = top["cadence"].flatMap { self.cadence($0) }
        let ranges = top["ranges"].map { self.ranges($0) }
        let levels = top["levels"].map { self.levels($0) }
        // Calendars that inherit from each other in a circle have no end.
        let units = areSound ? calendar.map { WorkUnits(of: calendars.resolved($0)) } : nil
        let rules = top["scheduling"].map { scheduling($0, units: units) }
        let thresholds = top["health"].map { health($0) }
        let people = top["people"].map { self.people($0, units: units) }
        guard faults.isEmpty, let name, let epoch, let calendar else { return nil }

        var settings = PlanSettings(name: name, epoch: epoch)
        settings.dataDate = dataDate ?? epoch
        (settings.calendars, settings.calendar) = (calendars, calendar)
        settings.distribution = distribution ?? .triangular
        (settings.ranges, settings.levels) = (ranges ?? [:], levels ?? [:])
        (settings.cadence, settings.ownCadences) = (cadence?.common, cadence?.own ?? OwnCadences())
        settings.scheduling = rules ?? SchedulingRules()
        settings.health = thresholds ?? HealthThresholds()
        settings.people = people ?? PeopleSettings()
        return settings
    }

    private mutating func notBefore(_ epoch: LocalDateTime?, _ date: LocalDateTime, _ field: Field) -> LocalDateTime {
        if let epoch, date < epoch {
            refuse(field, "before-epoch", "the data date lies before the epoch (expected \(epoch) or later)", found: "\(date)")
        }
        return date
    }
}

extension FaultList {
    /// The same faults by line; as they are where some were not kept.
    fileprivate var inOrderOfLines: FaultList {
        guard count == faults.count else { return self }
        var ordered = FaultList()
        for fault in faults.sorted(by: { ($0.line ?? 0) < ($1.line ?? 0) }) { ordered.add(fault) }
        return ordered
    }
}
